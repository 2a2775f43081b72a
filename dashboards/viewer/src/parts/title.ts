// What the browser's tab is called: the page, then the chair.
import { place } from '../router';
import { chair } from '../state';
import { t } from '../texts';

const titles = {
  '': 'now.title',
  day: 'day.title',
  trends: 'trends.title',
  coach: 'coach.title',
  chair: 'chair.title',
  settings: 'settings.title',
  login: 'login.title',
} as const;

export function lazyTitle(): void {
  const key = titles[place.value.page as keyof typeof titles];
  const name = chair.value?.name;
  document.title = [key && t(key), name, t('app.title')].filter(Boolean).join(' · ');
}
