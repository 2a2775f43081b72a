// Trends: this week against earlier ones in words, the weeks as bars, and a calendar that leads to each day.
import { useState } from 'preact/hooks';
import { useReading } from '../../api/reading';
import type { Days, Trends } from '../../api/types';
import { addDays } from '../../format';
import { Waiting } from '../../parts/card';
import { t } from '../../texts';
import { Calendar } from './calendar';
import { Charts } from './charts';
import { barsOf } from './group';
import { daysPath, firstDay, today, trendsPath, yearDays } from './paths';
import { Week } from './week';

const ranges = { '4w': 28, '3m': 91, '1y': yearDays } as const;
export type Range = keyof typeof ranges;

function Choice({ range, choose }: { range: Range; choose: (range: Range) => void }) {
  return (
    <div class="segments" role="group" aria-label={t('trends.range')}>
      {(Object.keys(ranges) as Range[]).map((one) => (
        <button key={one} type="button" aria-pressed={one === range} onClick={() => choose(one)}>
          {t(`trends.range_${one}`)}
        </button>
      ))}
    </div>
  );
}

export function TrendsPage() {
  const [range, choose] = useState<Range>('4w');
  const last = today();
  const days = useReading<Days>(daysPath(last), ['sittings']);
  const trends = useReading<Trends>(trendsPath(), ['sittings']);
  const all = days.data?.days ?? [];
  const start = addDays(last, 1 - ranges[range]);
  const shown = all.filter((one) => one.date >= start);
  const bars = barsOf(shown, range === '1y');
  return (
    <>
      <div class="page-head">
        <h1>{t('trends.title')}</h1>
        <Choice range={range} choose={choose} />
      </div>
      {trends.data ? <Week trends={trends.data} /> : <Waiting reading={trends} />}
      {days.data ? (
        <>
          <p class="quiet-text range-note">{t(range === '1y' ? 'trends.by_week' : 'trends.by_day')}</p>
          <Charts bars={bars} />
          <Calendar days={all} from={firstDay(last)} to={last} />
        </>
      ) : (
        <Waiting reading={days} />
      )}
    </>
  );
}
