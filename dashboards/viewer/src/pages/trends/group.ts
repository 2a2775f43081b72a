// Days as bars: one each, or the mean of a week's days with sitting.
import type { Days, Totals } from '../../api/types';
import { addDays, dayMedium, dayShort, weekday } from '../../format';
import { t } from '../../texts';

export type DayRow = Days['days'][number];
export interface Bar {
  key: string;
  label: string; // for people
  short: string; // for the axis
  to: string | null; // the day's page
  days: DayRow[]; // with sitting
}

export function barsOf(days: DayRow[], byWeek: boolean): Bar[] {
  const sat = (one: DayRow) => one.sitting_min >= 1;
  if (!byWeek)
    return days.map((one) => ({
      key: one.date,
      label: dayMedium(one.date),
      short: dayShort(one.date),
      to: `/day/${one.date}`,
      days: sat(one) ? [one] : [],
    }));
  const weeks = new Map<string, DayRow[]>();
  for (const one of days) {
    const monday = addDays(one.date, -weekday(one.date));
    weeks.set(monday, [...(weeks.get(monday) ?? []), one]);
  }
  return [...weeks].map(([monday, all]) => ({
    key: monday,
    label: t('trends.week_of', { date: dayShort(monday) }),
    short: dayShort(monday),
    to: null,
    days: all.filter(sat),
  }));
}

// The mean over the days that know it.
export function mean(days: DayRow[], pick: (totals: Totals) => number | null): number | null {
  const values = days.map(pick).filter((one): one is number => one !== null);
  return values.length ? values.reduce((sum, one) => sum + one, 0) / values.length : null;
}

export const sum = (days: DayRow[], pick: (totals: Totals) => number): number =>
  days.reduce((total, one) => total + pick(one), 0);
