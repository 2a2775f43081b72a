// How often each cause was told, bar by bar.
import type { Cause } from '../../api/types';
import { number } from '../../format';
import { AsTable, Card } from '../../parts/card';
import { t } from '../../texts';
import { type Bar, sum } from './group';

const causes: Cause[] = ['sitting_too_long', 'static_too_long', 'bent_forward', 'unsupported_upright', 'asymmetric'];
const tall = 26;

function Spark({ values, most }: { values: number[]; most: number }) {
  const step = 100 / Math.max(1, values.length);
  return (
    <svg class="spark" viewBox={`0 0 100 ${tall}`} preserveAspectRatio="none" aria-hidden="true">
      <path class="bar-base" d={`M0 ${tall - 0.5}H100`} />
      {values.map((value, i) =>
        value > 0 ? (
          <rect
            key={i}
            class="bar"
            x={i * step + step * 0.15}
            width={step * 0.7}
            y={tall - (value / most) * tall}
            height={(value / most) * tall}
          />
        ) : null,
      )}
    </svg>
  );
}

export function Alerts({ bars }: { bars: Bar[] }) {
  const rows = causes.map((cause) => ({
    cause,
    values: bars.map((bar) => sum(bar.days, (one) => one.alerts[cause] ?? 0)),
  }));
  const most = Math.max(1, ...rows.flatMap((one) => one.values));
  return (
    <Card title={t('trends.alerts')}>
      <ul class="cause-rows">
        {rows.map(({ cause, values }) => (
          <li key={cause}>
            <span>{t(`cause.${cause}`)}</span>
            <Spark values={values} most={most} />
            <strong>{number(values.reduce((a, b) => a + b, 0))}</strong>
          </li>
        ))}
      </ul>
      <AsTable
        caption={t('trends.alerts')}
        head={[t('trends.day'), ...causes.map((one) => t(`cause.${one}`))]}
        rows={() => bars.map((bar, i) => [bar.label, ...rows.map((one) => number(one.values[i] ?? 0))])}
      />
    </Card>
  );
}
