// The page's words. They come from the hub; the keys are checked when the page is built.
import { signal } from '@preact/signals';
import { read } from './api/http';
import type { Key } from './keys.gen';

export type { Key };
export type Values = Record<string, string | number>;

export const words = signal<Record<string, string>>({});
export const language = signal<string>('en');

export async function speak(wanted: string): Promise<void> {
  const to = wanted === 'de' ? 'de' : 'en';
  words.value = await read<Record<string, string>>(`/api/texts/${to}`);
  language.value = to;
  document.documentElement.lang = to;
}

export const hasWords = (): boolean => Object.keys(words.value).length > 0;

export function t(key: Key, values: Values = {}): string {
  const text = words.value[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

// A code of the hub's; one that this page does not know yet is shown as it is.
export function code(family: string, name: string): string {
  return words.value[`${family}.${name}`] ?? name.replaceAll('_', ' ');
}

export const known = (key: string): string | undefined => words.value[key];
