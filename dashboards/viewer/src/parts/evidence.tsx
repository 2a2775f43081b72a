// The numbers behind an alert, with their limits, in the units that their names hold.
import type { AlertRow } from '../api/types';
import { minutes, number, percent } from '../format';
import { code, t } from '../texts';

const signed = (value: number): string => `${value > 0 ? '+' : ''}${number(value * 100)} %`;

function value(name: string, n: number): string {
  if (name.endsWith('_min')) return minutes(n);
  if (name === 'back_share' || name === 'back_of_baseline') return percent(n * 100);
  if (name === 'left_right' || name === 'front_back') return signed(n);
  return number(n, 1);
}

export function Evidence({ evidence }: { evidence: AlertRow['evidence'] }) {
  return (
    <dl class="facts evidence">
      {evidence.map((one) => (
        <div key={one.name}>
          <dt>{code('evidence', one.name)}</dt>
          <dd>
            {value(one.name, one.value)}
            {one.limit !== null && <small> · {t('evidence.limit', { limit: value(one.name, one.limit) })}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
