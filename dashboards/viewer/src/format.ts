// Numbers with their units and times on the hub's wall, in the language of the page.
import { hub } from './state';
import { code, language, t } from './texts';

// Making one takes far longer than using it, and a calendar uses hundreds.
const made = new Map<string, unknown>();
function kept<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

// The hub's zone; UTC when this browser does not know it.
function zone(): string {
  const name = hub.value?.time_zone || 'UTC';
  return kept(`zone ${name}`, () => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }) && name;
    } catch {
      return 'UTC';
    }
  });
}
const locale = (): string => (language.value === 'de' ? 'de-DE' : 'en-GB');

function formatter(options: Intl.DateTimeFormatOptions, timeZone = zone()): Intl.DateTimeFormat {
  const key = `${locale()} ${timeZone} ${Object.entries(options).join()}`;
  return kept(key, () => new Intl.DateTimeFormat(locale(), { ...options, timeZone }));
}

export const clock = (ms: number): string => formatter({ hour: '2-digit', minute: '2-digit' }).format(ms);
export const clockWithSeconds = (ms: number): string =>
  formatter({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(ms);

// "10:15", or with its day when that is another one than `today`.
export function moment(ms: number, todayMs: number): string {
  if (dayOf(ms) === dayOf(todayMs)) return clock(ms);
  return formatter({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(ms);
}
export const dateOf = (ms: number): string => formatter({ day: 'numeric', month: 'short', year: 'numeric' }).format(ms);

// Canada writes its dates as the hub names its days.
export function dayOf(ms: number): string {
  const days = () =>
    new Intl.DateTimeFormat('en-CA', { timeZone: zone(), year: 'numeric', month: '2-digit', day: '2-digit' });
  return kept(`days ${zone()}`, days).format(ms);
}

// Days are names here, not moments: noon UTC keeps them away from any zone's midnight.
export const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
export const addDays = (day: string, n: number): string =>
  new Date(noon(day) + n * 86_400_000).toISOString().slice(0, 10);
export const weekday = (day: string): number => (new Date(noon(day)).getUTCDay() + 6) % 7; // Monday is 0
const named = (options: Intl.DateTimeFormatOptions) => (day: string) => formatter(options, 'UTC').format(noon(day));
export const dayLong = named({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const dayMedium = named({ weekday: 'short', day: 'numeric', month: 'short' });
export const dayShort = named({ day: 'numeric', month: 'short' });
export const monthShort = named({ month: 'short' });

export function number(value: number, digits = 0): string {
  const numbers = () => new Intl.NumberFormat(locale(), { maximumFractionDigits: digits });
  return kept(`${locale()} ${digits}`, numbers).format(Number(value.toFixed(digits)) + 0); // never -0
}

export function minutes(value: number): string {
  const whole = Math.round(value);
  if (whole < 60) return t('unit.min', { n: number(whole) });
  return t('unit.h_min', { h: number(Math.floor(whole / 60)), min: number(whole % 60) });
}
export function length(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 90 ? t('unit.s', { n: seconds }) : minutes(seconds / 60);
}
export const hours = (min: number): string => t('unit.h', { n: number(min / 60, 1) });
export const percent = (value: number): string => t('unit.pct', { n: number(value) });
export const share = (fraction: number | null): string =>
  fraction === null ? t('value.unknown') : percent(fraction * 100);
export const perHour = (value: number): string => t('unit.per_h', { n: number(value, 1) });
export const orUnknown = <T>(value: T | null | undefined, say: (value: T) => string): string =>
  value === null || value === undefined ? t('value.unknown') : say(value);

export function withUnit(value: number, unit: string): string {
  const digits = Math.abs(value) < 1 ? 4 : 3;
  return `${number(value, digits)} ${unitOf(unit)}`.trim();
}
// As the hub's table has it; "1" is a ratio.
export const unitOf = (unit: string): string => (unit === '1' ? '' : code('measured_in', unit.replaceAll(' ', '_')));

// The hub's reasons begin small, because they also follow a colon.
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
