// The seven exercises, each in one picture that moves gently (style/motions.css) and makes sense when it is still.
// Moving parts are groups; where they turn is in their class.
import type { ComponentChildren } from 'preact';
import { t } from '../texts';
import { SideChair } from './figure';

const Head = ({ x, y, r = 13 }: { x: number; y: number; r?: number }) => <circle class="head" cx={x} cy={y} r={r} />;
const Ghost = ({ d }: { d: string }) => <path class="ghost" d={d} />;

// From the side, on the chair: hands behind the head, the chest lifts over the backrest.
const BackExtension = () => (
  <>
    <SideChair />
    <path class="limb" d="M64 122L124 122L126 168" />
    <path class="trunk" d="M64 122L56 92" />
    <Ghost d="M30 42A56 56 0 0 1 54 22" />
    <g class="turn extension">
      <path class="trunk" d="M57 96L60 50" />
      <Head x={62} y={29} />
      <path class="limb arm" d="M60 52L84 38L64 26" />
    </g>
  </>
);

// From above: the seat, the shoulders with crossed arms, and a nose that says where one looks.
const Rotation = () => (
  <>
    <path
      class="furniture-fill"
      d="M44 24H136A14 14 0 0 1 150 38V120A18 18 0 0 1 132 138H48A18 18 0 0 1 30 120V38A14 14 0 0 1 44 24z"
    />
    <path class="seat-line" d="M36 158C70 170 110 170 144 158" />
    <path class="limb thigh" d="M68 96V34M112 96V34" />
    <Ghost d="M24 70A70 60 0 0 1 60 22M156 70A70 60 0 0 0 120 22" />
    <g class="turn rotation">
      <path class="trunk" d="M48 100H132" />
      <path class="limb arm" d="M48 100L64 74L108 78M132 100L116 74L72 78" />
      <path class="nose" d="M82 84L90 70L98 84z" />
      <Head x={90} y={100} r={19} />
    </g>
  </>
);

// From the front: one arm over the head, the trunk curves to the other side.
const SideBend = () => (
  <>
    <path class="furniture-fill" d="M46 118H134A10 10 0 0 1 134 138H46A10 10 0 0 1 46 118z" />
    <path class="stem" d="M90 138V164M62 172L90 164L118 172" />
    <path class="limb" d="M80 120L66 136V170M100 120L114 136V170" />
    <Ghost d="M118 16A60 60 0 0 1 148 52" />
    <path class="trunk wide" d="M90 118V96" />
    <g class="turn bend-low">
      <path class="trunk wide" d="M90 100V76" />
      <g class="turn bend-high">
        <path class="trunk wide" d="M90 80V58" />
        <path class="limb arm" d="M74 58L70 22L88 6" />
        <path class="limb arm" d="M106 58L120 82L114 106" />
        <path class="trunk" d="M74 58H106" />
        <Head x={90} y={34} />
      </g>
    </g>
  </>
);

// From the side, standing: rolling down from the head, one part after the other.
const CurlDown = () => (
  <>
    <path class="ground" d="M40 174H140" />
    <path class="limb" d="M84 104L88 138L82 172L94 172" />
    <Ghost d="M118 44A64 64 0 0 1 138 92" />
    <g class="turn curl-low">
      <path class="trunk" d="M84 104L84 76" />
      <g class="turn curl-high">
        <path class="trunk" d="M84 78L85 50" />
        <g class="turn curl-arm">
          <path class="limb arm" d="M85 52L88 78L88 102" />
        </g>
        <g class="turn curl-head">
          <Head x={88} y={28} />
        </g>
      </g>
    </g>
  </>
);

// From above, lying on the side, knees drawn up: the upper arm goes over and sinks behind.
const ArmOpener = () => (
  <>
    <rect class="furniture-fill" x="10" y="30" width="160" height="126" rx="14" />
    <rect class="cushion" x="18" y="68" width="40" height="44" rx="12" />
    <path class="limb" d="M118 92L126 130L158 132" />
    <path class="trunk" d="M62 90L118 92" />
    <path class="limb arm" d="M64 92L66 122L68 148" />
    <Ghost d="M96 132A52 52 0 0 0 96 46" />
    <g class="turn opener-head">
      <Head x={40} y={90} />
      <path class="nose" d="M33 101L40 112L47 101z" />
    </g>
    <g class="turn opener">
      <path class="limb arm" d="M68 90L78 118L74 146" />
    </g>
  </>
);

// From the side: a tight band at hip height, elbows pass the sides.
const BandRows = () => (
  <>
    <SideChair />
    <path class="wall" d="M172 30V174" />
    <path class="limb" d="M74 122L124 122L126 168" />
    <path class="trunk" d="M74 122L76 48" />
    <Head x={78} y={28} />
    <g class="turn row-hand">
      <path class="band" d="M126 92L172 98" />
    </g>
    <g class="turn row-upper">
      <path class="limb arm" d="M77 54L94 82" />
      <g class="turn row-lower">
        <path class="limb arm" d="M94 82L126 92" />
      </g>
    </g>
  </>
);

// From the side, lying on the front: head and shoulders lift with the back.
const ProneSalute = () => (
  <>
    <path class="ground" d="M8 142H176" />
    <path class="limb" d="M96 130L136 131L172 134" />
    <path class="trunk" d="M66 130L100 130" />
    <Ghost d="M14 108A60 60 0 0 1 26 84" />
    <g class="turn prone">
      <path class="trunk" d="M72 130L46 130" />
      <path class="limb arm" d="M48 132L36 136L18 136" />
      <Head x={26} y={122} />
    </g>
  </>
);

const drawings: Record<string, () => ComponentChildren> = {
  back_extension: BackExtension,
  mid_back_rotation: Rotation,
  side_bend: SideBend,
  standing_curl_down: CurlDown,
  arm_opener: ArmOpener,
  band_rows: BandRows,
  prone_salute: ProneSalute,
};

export function ExerciseDrawing({ id, name }: { id: string; name: string }) {
  const Drawing = drawings[id];
  if (!Drawing) return null;
  return (
    <svg class={`exercise ${id}`} viewBox="0 0 180 184" role="img" aria-label={t('coach.drawing', { name })}>
      <Drawing />
    </svg>
  );
}
