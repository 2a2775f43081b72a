// Where a year of days and its comparison are read. They are read ahead, too: a hub that has just started has to add
// them up first.
import { readAhead } from '../../api/reading';
import { addDays, dayOf, weekday } from '../../format';
import { chairPath, hub, now } from '../../state';

export const yearDays = 364;

export const today = (): string => dayOf(now.value?.at_ms ?? hub.value?.now_ms ?? Date.now());

// A whole year is read once, from a Monday on; shorter ranges are parts of it.
export function firstDay(last: string): string {
  const first = addDays(last, 1 - yearDays);
  return addDays(first, -weekday(first));
}
export const daysPath = (last: string): string => chairPath(`/days?from=${firstDay(last)}&to=${addDays(last, 1)}`);
export const trendsPath = (): string => chairPath('/trends');

export async function readTrendsAhead(): Promise<void> {
  await Promise.all([readAhead(daysPath(today())), readAhead(trendsPath())]);
}
