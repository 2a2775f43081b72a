// Where the centre of pressure is, and where it came from: a trail that fades.
import { effect, signal } from '@preact/signals';
import { chairId, pads } from '../state';

const longest = 48;
const trail = signal<(readonly [number, number])[]>([]);
let of = '';

effect(() => {
  const frame = pads.value;
  const chair = chairId.value;
  const before = of === chair ? trail.peek() : [];
  of = chair;
  trail.value = frame?.centre ? [...before.slice(1 - longest), frame.centre] : [];
});

export function CentreTrail({ place }: { place: (x: number, y: number) => [number, number] }) {
  const points = trail.value.map(([x, y]) => place(x, y));
  const head = points[points.length - 1];
  if (!head) return null;
  return (
    <g class="centre">
      {points.slice(1).map(([x, y], i) => {
        const [fromX, fromY] = points[i]!;
        return <path key={i} d={`M${fromX} ${fromY}L${x} ${y}`} opacity={((i + 1) / points.length) ** 1.5} />;
      })}
      <circle class="centre-ring" cx={head[0]} cy={head[1]} r="8" />
      <circle class="centre-dot" cx={head[0]} cy={head[1]} r="4.5" />
    </g>
  );
}
