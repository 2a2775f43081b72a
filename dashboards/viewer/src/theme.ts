// Light, dark, or as the device says. Kept in this browser only.
import { effect, signal } from '@preact/signals';
import { darkDevice, darkIn, keep, kept, show, type Theme } from './theme_kept';

export type { Theme };

const order: Theme[] = ['auto', 'light', 'dark'];

export const theme = signal<Theme>(kept());
export const nextTheme = (now: Theme): Theme => order[(order.indexOf(now) + 1) % order.length]!;

export function choose(one: Theme): void {
  theme.value = one;
  keep(one);
}

const deviceIsDark = signal(darkDevice.matches);
darkDevice.addEventListener('change', () => {
  deviceIsDark.value = darkDevice.matches;
});
export const isDark = (): boolean => darkIn(theme.value, deviceIsDark.value);

effect(() => show(isDark()));
