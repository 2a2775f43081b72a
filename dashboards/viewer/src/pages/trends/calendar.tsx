// A year of days; each leads to its page. Arrow keys go from day to day, so that it is one stop for Tab.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Totals } from '../../api/types';
import { addDays, dayMedium, hours, minutes, monthShort, number, percent } from '../../format';
import { Card } from '../../parts/card';
import { Link } from '../../router';
import { type Key, t } from '../../texts';
import type { DayRow } from './group';

const shows: Record<
  string,
  { name: Key; pick: (one: Totals) => number | null; say: (n: number) => string; most: number }
> = {
  sitting: { name: 'trends.sitting', pick: (one) => one.sitting_min, say: hours, most: 480 },
  shifts: { name: 'trends.shifts', pick: (one) => one.shifts_per_hour, say: (n) => number(n, 1), most: 20 },
  still: { name: 'trends.still', pick: (one) => one.longest_still_min, say: minutes, most: 60 },
  supported: { name: 'trends.supported', pick: (one) => one.supported_pct, say: percent, most: 100 },
};
const levels = 5;

export function Calendar({ days, from, to }: { days: DayRow[]; from: string; to: string }) {
  const [what, show] = useState('sitting');
  const [at, move] = useState(to);
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const measure = shows[what]!;
  const byDate = new Map(days.map((one) => [one.date, one]));
  const all: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) all.push(day);
  useEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  const keyed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };
    const by = steps[event.key];
    if (!by) return;
    event.preventDefault();
    const next = addDays(at, by);
    if (next < from || next > to) return;
    move(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const level = (day: string): { level: number; words: string } => {
    const row = byDate.get(day);
    const value = row && row.sitting_min >= 1 ? measure.pick(row) : null;
    if (value === null) return { level: 0, words: t('trends.no_sitting') };
    return {
      level: Math.max(1, Math.min(levels, Math.ceil((value / measure.most) * levels))),
      words: measure.say(value),
    };
  };
  return (
    <Card
      title={t('trends.calendar')}
      aside={
        <label class="inline">
          <span class="unseen">{t('trends.calendar_what')}</span>
          <select value={what} onChange={(event) => show(event.currentTarget.value)}>
            {Object.entries(shows).map(([key, one]) => (
              <option key={key} value={key}>
                {t(one.name)}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <p class="quiet-text">{t('trends.calendar_text')}</p>
      <div class="scroll calendar-scroll" ref={scroller}>
        <div class="months" aria-hidden="true">
          {all
            .filter((_, i) => i % 7 === 0)
            .map((monday, i, mondays) => (
              <span key={monday}>
                {monday.slice(5, 7) !== mondays[i - 1]?.slice(5, 7) && Number(monday.slice(8)) < 15
                  ? monthShort(monday)
                  : ''}
              </span>
            ))}
        </div>
        <div class="calendar" ref={grid} role="group" aria-label={t('trends.calendar')} onKeyDown={keyed}>
          {all.map((day) => {
            const { level: deep, words } = level(day);
            const label = `${dayMedium(day)}: ${words}`;
            return (
              <Link
                key={day}
                to={`/day/${day}`}
                class={`cell level-${deep}`}
                data-day={day}
                tabIndex={day === at ? 0 : -1}
                aria-label={label}
                title={label}
                onFocus={() => move(day)}
              >
                <span />
              </Link>
            );
          })}
        </div>
      </div>
      <p class="calendar-key" aria-hidden="true">
        {t('trends.calendar_less')}
        {Array.from({ length: levels + 1 }, (_, i) => (
          <span key={i} class={`cell level-${i}`} />
        ))}
        {t('trends.calendar_more')}
      </p>
    </Card>
  );
}
