// What colours and patterns stand for.
import type { Posture } from '../api/types';
import { t } from '../texts';
import { Swatch } from './patterns';

const order: Posture[] = ['supported', 'unsupported_upright', 'bent_forward', 'slumped', 'object', 'unknown'];

// Only those that there are.
export function Legend({ postures }: { postures: Record<Posture, number> }) {
  return (
    <ul class="legend">
      {order
        .filter((one) => (postures[one] ?? 0) > 0)
        .map((one) => (
          <li key={one}>
            <Swatch posture={one} /> {t(`posture.${one}`)}
          </li>
        ))}
    </ul>
  );
}
