// The chair from above, the sitter looking up the page: the seat with its pads and the centre of pressure.
import type { Chair, Pads } from '../api/types';
import { share } from '../format';
import { t } from '../texts';
import { Heat } from './heat';
import { at, type Plane, reach, type Spot, seatShape, spots } from './pads';
import { CentreTrail } from './trail';

const seat: Plane = { left: 42, top: 26, width: 176, height: 164, mirrored: false };

export const sayPad = ({ pad }: Spot, load: number | null): string => `${pad.name}: ${share(load)}`;

export function ChairAbove({ chair, pads }: { chair: Chair; pads: Pads | null }) {
  const all = spots(chair.pads, 'seat', seat);
  return (
    <svg class="chair-drawing" viewBox="0 0 260 250" role="img" aria-label={t('now.chair_above')}>
      {chair.armrests !== false && (
        <>
          <rect class="chair-arm" x="12" y="74" width="20" height="112" rx="10" />
          <rect class="chair-arm" x="228" y="74" width="20" height="112" rx="10" />
        </>
      )}
      <path class="chair-back" d="M40 216C80 236 180 236 220 216L224 204C180 218 80 218 36 204z" />
      <path class="chair-seat" d={seatShape} />
      <path class="chair-seam" d="M130 34V186" />
      <Heat spots={all} radius={reach(all, seat)} load={pads?.load ?? []} clip="clip-seat" say={sayPad} />
      <CentreTrail place={(x, y) => at(seat, x, y)} />
      <text class="chair-side" x="22" y="64" text-anchor="middle">
        {t('now.left')}
      </text>
      <text class="chair-side" x="238" y="64" text-anchor="middle">
        {t('now.right')}
      </text>
    </svg>
  );
}
