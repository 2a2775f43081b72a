// What a day came to.
import type { Totals as TotalsOf } from '../../api/types';
import { minutes, number, orUnknown, percent } from '../../format';
import { Card } from '../../parts/card';
import { Swatch } from '../../parts/patterns';
import { t } from '../../texts';
import { drawn } from './shapes';

export function Totals({ totals }: { totals: TotalsOf }) {
  const most = Math.max(1, ...drawn.map((one) => totals.by_posture_min[one] ?? 0));
  const facts: [string, string][] = [
    [t('day.sat'), minutes(totals.sitting_min)],
    [t('day.supported'), orUnknown(totals.supported_pct, percent)],
    [t('day.shifts'), number(totals.shifts)],
    [t('day.shifts_per_hour'), orUnknown(totals.shifts_per_hour, (n) => number(n, 1))],
    [t('day.breaks'), number(totals.breaks)],
    [t('day.still'), orUnknown(totals.longest_still_min, minutes)],
  ];
  return (
    <Card title={t('day.totals')} class="totals">
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('day.by_posture')}</h3>
      <ul class="posture-bars">
        {drawn.map((one) => {
          const min = totals.by_posture_min[one] ?? 0;
          if (min < 0.5) return null;
          return (
            <li key={one}>
              <span>
                <Swatch posture={one} /> {t(`posture.${one}`)}
              </span>
              <span>{minutes(min)}</span>
              <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class={`fill-${one}`} width={(min / most) * 100} height="6" />
              </svg>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
