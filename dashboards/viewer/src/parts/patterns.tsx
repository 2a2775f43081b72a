// Postures are told by colour and by pattern; the patterns lie here once for the whole page.
import { backShape, seatShape } from '../drawings/pads';

export function Patterns() {
  return (
    <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="p-unsupported_upright" width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="grain" d="M1.5 0V6" />
        </pattern>
        <pattern id="p-bent_forward" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="grain wide" d="M2 0V7" />
        </pattern>
        <pattern id="p-slumped" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="grain" d="M2 0V7M0 2H7" />
        </pattern>
        <pattern id="p-object" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle class="dot" cx="2" cy="2" r="1.1" />
        </pattern>
        <pattern id="p-unknown" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path class="grain" d="M1 0V5" />
        </pattern>
        <radialGradient id="heat">
          <stop class="heat-stop" offset="0" stop-opacity="0.95" />
          <stop class="heat-stop" offset="0.45" stop-opacity="0.55" />
          <stop class="heat-stop" offset="1" stop-opacity="0" />
        </radialGradient>
        <radialGradient id="heat-core">
          <stop class="core-stop" offset="0" stop-opacity="0.9" />
          <stop class="core-stop" offset="0.5" stop-opacity="0.4" />
          <stop class="core-stop" offset="1" stop-opacity="0" />
        </radialGradient>
        <clipPath id="clip-seat">
          <path d={seatShape} />
        </clipPath>
        <clipPath id="clip-back">
          <path d={backShape} />
        </clipPath>
        <clipPath id="clip-edge">
          <rect x="28" y="152" width="204" height="26" rx="13" />
        </clipPath>
      </defs>
    </svg>
  );
}

// A swatch for a legend or a table.
export function Swatch({ posture }: { posture: string }) {
  return (
    <svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <rect class={`fill-${posture}`} x="0.5" y="0.5" width="15" height="15" rx="4" />
      <rect fill={`url(#p-${posture})`} x="0.5" y="0.5" width="15" height="15" rx="4" />
    </svg>
  );
}
