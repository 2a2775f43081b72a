// Light, dark, or as the device says. Kept in this browser only.
import { signal } from '@preact/signals';

export type Theme = 'auto' | 'light' | 'dark';
const order: Theme[] = ['auto', 'light', 'dark'];
const key = 'chairhub.theme';

function kept(): Theme {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

export const theme = signal<Theme>(kept());
export const nextTheme = (now: Theme): Theme => order[(order.indexOf(now) + 1) % order.length]!;

export function choose(one: Theme): void {
  theme.value = one;
  if (one === 'auto') {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, one);
    document.documentElement.dataset.theme = one;
  }
}

const darkDevice = matchMedia('(prefers-color-scheme: dark)');
const deviceIsDark = signal(darkDevice.matches);
darkDevice.addEventListener('change', () => {
  deviceIsDark.value = darkDevice.matches;
});
export const isDark = (): boolean => theme.value === 'dark' || (theme.value === 'auto' && deviceIsDark.value);
