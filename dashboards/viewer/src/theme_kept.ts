// Which colours somebody chose in this browser, and how the page is told. Small: it runs before anything is drawn.
export type Theme = 'auto' | 'light' | 'dark';
const key = 'chairhub.theme';

export const darkDevice = matchMedia('(prefers-color-scheme: dark)');

export function kept(): Theme {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

export function keep(theme: Theme): void {
  if (theme === 'auto') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
}

export const darkIn = (theme: Theme, deviceIsDark: boolean): boolean =>
  theme === 'dark' || (theme === 'auto' && deviceIsDark);

export function show(dark: boolean): void {
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
}
