// How somebody sits, as a small picture from the side.
import type { Posture } from '../api/types';
import { Figure, type Pose, SideChair } from './figure';

const legs = { knee: [124, 122], foot: [126, 168] } as const;
const poses: Partial<Record<Posture, Pose>> = {
  supported: { head: [58, 28], neck: [56, 48], hip: [62, 122], elbow: [76, 84], hand: [104, 100], ...legs },
  unsupported_upright: { head: [80, 26], neck: [78, 46], hip: [74, 122], elbow: [92, 84], hand: [116, 96], ...legs },
  bent_forward: {
    head: [118, 50],
    neck: [104, 64],
    waist: [72, 82],
    hip: [70, 122],
    elbow: [118, 96],
    hand: [138, 98],
    ...legs,
  },
  slumped: {
    head: [62, 46],
    neck: [56, 66],
    waist: [58, 110],
    hip: [92, 122],
    elbow: [78, 98],
    hand: [104, 108],
    knee: [138, 116],
    foot: [146, 168],
  },
};
poses.unknown = poses.unsupported_upright!;

function Bag() {
  return (
    <g class="bag">
      <path d="M62 128V98a6 6 0 0 1 6-6h36a6 6 0 0 1 6 6v30z" />
      <path class="handle" d="M76 92v-6a10 8 0 0 1 20 0v6" />
    </g>
  );
}

export function PosturePicture({ posture, label }: { posture: Posture; label: string }) {
  const pose = poses[posture];
  return (
    <svg class={`posture-picture pose-${posture}`} viewBox="2 4 176 178" role="img" aria-label={label}>
      <circle class="halo" cx="90" cy="94" r="86" />
      <SideChair />
      {pose && <Figure pose={pose} />}
      {posture === 'object' && <Bag />}
      {posture === 'unknown' && (
        <text class="question" x="80" y="96" text-anchor="middle">
          ?
        </text>
      )}
    </svg>
  );
}
