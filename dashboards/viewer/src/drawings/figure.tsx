// A person of a few strokes: a head, a trunk and limbs, from the side. Poses are where the joints are.
export type Point = readonly [number, number];

export interface Pose {
  head: Point;
  neck: Point;
  waist?: Point; // between neck and hip, for a round back
  hip: Point;
  knee: Point;
  foot: Point;
  elbow: Point;
  hand: Point;
}

const line = (...points: Point[]): string => points.map(([x, y], i) => `${i ? 'L' : 'M'}${x} ${y}`).join('');

export function trunk({ neck, waist, hip }: Pose): string {
  if (!waist) return line(neck, hip);
  return `M${neck[0]} ${neck[1]}Q${waist[0]} ${waist[1]} ${hip[0]} ${hip[1]}`;
}

export function Figure({ pose }: { pose: Pose }) {
  return (
    <g class="person">
      <path class="limb" d={line(pose.hip, pose.knee, pose.foot)} />
      <path class="trunk" d={trunk(pose)} />
      <circle class="head" cx={pose.head[0]} cy={pose.head[1]} r="13" />
      <path class="limb arm" d={line(pose.neck, pose.elbow, pose.hand)} />
    </g>
  );
}

// The same chair under everybody, from the side: backrest at the left, seat edge at the right.
export function SideChair() {
  return (
    <g class="furniture">
      <path class="seat-line" d="M44 132H122" />
      <path class="seat-line" d="M44 132C38 110 36 84 40 52" />
      <path class="stem" d="M84 134V166M60 172L84 164L108 172" />
      <circle class="castor" cx="60" cy="174" r="3.5" />
      <circle class="castor" cx="108" cy="174" r="3.5" />
    </g>
  );
}
