// The pads of one zone: a glow as strong as their load, a ring where they are, a cross where one is not believed.
import type { Spot } from './pads';

interface HeatProps {
  spots: Spot[];
  radius: number;
  load: (number | null)[];
  clip: string; // the id of the shape that the glow stays in
  say: (spot: Spot, load: number | null) => string;
}

export function Heat({ spots, radius, load, clip, say }: HeatProps) {
  const ring = Math.max(3, Math.min(7, radius * 0.18));
  return (
    <g>
      <g clip-path={`url(#${clip})`}>
        {spots.map(({ index, x, y }) => (
          <circle
            key={index}
            class="glow"
            cx={x}
            cy={y}
            r={radius}
            fill="url(#heat)"
            opacity={Math.min(1, Math.max(0, load[index] ?? 0) ** 0.8)}
          />
        ))}
        {spots.map(({ index, x, y }) => (
          <circle
            key={index}
            class="glow"
            cx={x}
            cy={y}
            r={radius * 0.62}
            fill="url(#heat-core)"
            opacity={Math.min(1, Math.max(0, ((load[index] ?? 0) - 0.35) * 1.7))}
          />
        ))}
      </g>
      {spots.map((spot) => {
        const value = load[spot.index] ?? null;
        return (
          <g key={spot.index} class={value === null ? 'pad-mark lost' : 'pad-mark'}>
            <title>{say(spot, value)}</title>
            <circle cx={spot.x} cy={spot.y} r={ring} />
            {value === null && (
              <path
                d={`M${spot.x - ring} ${spot.y - ring}l${2 * ring} ${2 * ring}m0 ${-2 * ring}l${-2 * ring} ${2 * ring}`}
              />
            )}
          </g>
        );
      })}
    </g>
  );
}
