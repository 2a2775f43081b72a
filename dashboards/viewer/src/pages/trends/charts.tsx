// The five measures over the range that was chosen.
import type { Totals } from '../../api/types';
import { hours, minutes, number, percent } from '../../format';
import { Bars } from '../../parts/bars';
import { Card } from '../../parts/card';
import { type Key, t } from '../../texts';
import { Alerts } from './alerts';
import { type Bar, mean } from './group';

interface Measure {
  title: Key;
  pick: (totals: Totals) => number | null;
  say: (value: number) => string;
  lines?: number[];
  least?: number;
  note?: Key;
}

const measures: Measure[] = [
  { title: 'trends.sitting', pick: (one) => one.sitting_min / 60, say: (h) => hours(h * 60) },
  {
    title: 'trends.shifts',
    pick: (one) => one.shifts_per_hour,
    say: (n) => number(n, 1),
    lines: [10, 20],
    least: 22,
    note: 'trends.shifts_lines',
  },
  { title: 'trends.still', pick: (one) => one.longest_still_min, say: minutes },
  { title: 'trends.supported', pick: (one) => one.supported_pct, say: percent, least: 100 },
  { title: 'trends.breaks', pick: (one) => one.breaks, say: (n) => number(n, 1) },
];

export function Charts({ bars }: { bars: Bar[] }) {
  const days = bars.flatMap((one) => one.days);
  if (days.length === 0) return <p class="empty">{t('trends.nothing')}</p>;
  return (
    <div class="charts">
      {measures.map((one) => {
        const usual = mean(days, one.pick);
        return (
          <Card
            key={one.title}
            title={t(one.title)}
            aside={usual !== null && <span class="mean">{t('trends.mean', { value: one.say(usual) })}</span>}
          >
            <Bars
              title={t(one.title)}
              what={t('trends.day')}
              items={bars.map((bar) => ({ ...bar, value: mean(bar.days, one.pick) }))}
              say={one.say}
              lines={one.lines ?? []}
              least={one.least ?? 0}
            />
            {one.note && <p class="quiet-text">{t(one.note)}</p>}
          </Card>
        );
      })}
      <Alerts bars={bars} />
    </div>
  );
}
