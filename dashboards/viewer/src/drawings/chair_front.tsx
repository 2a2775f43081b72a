// The chair from the front, as somebody sees it who stands before it: the sitter's left is at the right. The seat is
// seen edge on, so its pads glow along the edge.
import type { Chair, Pads } from '../api/types';
import { t } from '../texts';
import { sayPad } from './chair_above';
import { Heat } from './heat';
import { at, backShape, type Plane, reach, spots } from './pads';

const back: Plane = { left: 62, top: 16, width: 136, height: 126, mirrored: true };
const edge: Plane = { left: 40, top: 152, width: 180, height: 18, mirrored: true };

function Backrest({ chair, pads }: { chair: Chair; pads: Pads | null }) {
  if (!chair.has_backrest) return null;
  const all = spots(chair.pads, 'back', back);
  const centre = pads?.back_centre;
  const [x, y] = centre ? at(back, centre[0], centre[1]) : [0, 0];
  return (
    <>
      <path class="chair-seat" d={backShape} />
      <Heat spots={all} radius={reach(all, back)} load={pads?.load ?? []} clip="clip-back" say={sayPad} />
      {centre && (
        <g class="centre">
          <circle class="centre-ring" cx={x} cy={y} r="8" />
          <circle class="centre-dot" cx={x} cy={y} r="4.5" />
        </g>
      )}
    </>
  );
}

export function ChairFront({ chair, pads }: { chair: Chair; pads: Pads | null }) {
  const seat = chair.pads
    .map((pad, index) => ({ pad, index, x: at(edge, pad.x, 0)[0] }))
    .filter((one) => one.pad.zone === 'seat');
  return (
    <svg class="chair-drawing" viewBox="0 0 260 250" role="img" aria-label={t('now.chair_front')}>
      <path class="chair-line" d="M130 176V210M130 208L70 226M130 208L190 226M130 208V228" />
      <circle class="chair-castor" cx="70" cy="232" r="6" />
      <circle class="chair-castor" cx="130" cy="235" r="6" />
      <circle class="chair-castor" cx="190" cy="232" r="6" />
      {chair.has_backrest && <path class="chair-line" d="M112 146V156M148 146V156" />}
      <Backrest chair={chair} pads={pads} />
      {chair.armrests !== false && <path class="chair-line" d="M30 168V112H52M230 168V112H208" />}
      <rect class="chair-seat" x="28" y="152" width="204" height="26" rx="13" />
      <g clip-path="url(#clip-edge)">
        {seat.map(({ index, x }) => (
          <ellipse
            key={index}
            class="glow"
            cx={x}
            cy="165"
            rx={Math.max(20, 150 / Math.sqrt(seat.length))}
            ry="12"
            fill="url(#heat)"
            opacity={Math.min(1, Math.max(0, pads?.load[index] ?? 0) / Math.max(1, Math.sqrt(seat.length) / 2))}
          />
        ))}
      </g>
      <text class="chair-side" x="16" y="112" text-anchor="middle">
        {t('now.right')}
      </text>
      <text class="chair-side" x="244" y="112" text-anchor="middle">
        {t('now.left')}
      </text>
    </svg>
  );
}
