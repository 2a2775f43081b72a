// Where one can go: at the side on a desk, at the bottom on a phone. Also the chair, the colours and the link.
import { readSession, remove } from '../api/http';
import { Link, place } from '../router';
import { sitOn } from '../start';
import { chair, chairId, chairs, link, mayAct, session } from '../state';
import { type Key, t } from '../texts';
import { choose, nextTheme, theme } from '../theme';
import { Icon, type IconName } from './icons';
import { attempt } from './toasts';

const entries: { page: string; icon: IconName; name: Key; short: Key }[] = [
  { page: '', icon: 'now', name: 'nav.now', short: 'nav.now' },
  { page: 'day', icon: 'day', name: 'nav.day', short: 'nav.day' },
  { page: 'trends', icon: 'trends', name: 'nav.trends', short: 'nav.trends' },
  { page: 'coach', icon: 'coach', name: 'nav.coach', short: 'nav.coach' },
  { page: 'chair', icon: 'chair', name: 'nav.chair', short: 'nav.chair' },
  { page: 'settings', icon: 'settings', name: 'nav.settings', short: 'nav.settings_short' },
];

function Entries({ short }: { short: boolean }) {
  return (
    <ul>
      {entries.map((one) => (
        <li key={one.page}>
          <Link to={`/${one.page}`} aria-current={place.value.page === one.page ? 'page' : undefined}>
            <Icon name={one.icon} />
            <span>{t(short ? one.short : one.name)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function ChairChoice() {
  const all = chairs.value ?? [];
  if (all.length < 2) return <span class="chair-name">{chair.value?.name ?? ''}</span>;
  return (
    <label class="chair-choice">
      <span class="unseen">{t('app.chair')}</span>
      <select value={chairId.value} onChange={(event) => attempt(() => sitOn(event.currentTarget.value))}>
        {all.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Simulated() {
  if (!chair.value?.simulated) return null;
  return (
    <span class="tag" title={t('app.simulated_why')}>
      {t('app.simulated')}
    </span>
  );
}

function Colours() {
  const next = nextTheme(theme.value);
  const words = t('theme.switch', { theme: t(`theme.${theme.value}`), next: t(`theme.${next}`) });
  return (
    <button type="button" class="plain round" aria-label={words} title={words} onClick={() => choose(next)}>
      <Icon name={theme.value} />
    </button>
  );
}

function LogOut() {
  if (!session.value?.password_set) return null;
  if (!mayAct())
    return (
      <Link to="/login" class="plain">
        {t('login.guest_in')}
      </Link>
    );
  const leave = () =>
    attempt(async () => {
      await remove('/api/session');
      await readSession();
    });
  return (
    <button type="button" class="plain round" aria-label={t('login.out')} title={t('login.out')} onClick={leave}>
      <Icon name="out" />
    </button>
  );
}

function Logo() {
  return (
    <Link to="/" class="logo" aria-label={t('app.title')}>
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <path class="logo-chair" d="M9 5v13a3 3 0 0 0 3 3h12M11 21l-2 7M22 21l2 7" />
        <circle class="logo-pad" cx="15" cy="16" r="2.2" />
        <circle class="logo-pad" cx="21" cy="16" r="2.2" />
        <circle class="logo-pad" cx="14" cy="9.5" r="2.2" />
      </svg>
      <span>{t('app.title')}</span>
    </Link>
  );
}

export function Sidebar() {
  return (
    <header class="sidebar">
      <Logo />
      <div class="which">
        <ChairChoice />
        <Simulated />
      </div>
      <nav aria-label={t('app.menu')}>
        <Entries short={false} />
      </nav>
      <div class="sidebar-foot">
        <span class={`link ${link.value}`}>{t(link.value === 'live' ? 'link.live' : 'link.connecting')}</span>
        <Colours />
        <LogOut />
      </div>
    </header>
  );
}

export function TopBar() {
  return (
    <header class="topbar">
      <Logo />
      <div class="which">
        <ChairChoice />
        <Simulated />
      </div>
      <Colours />
      <LogOut />
    </header>
  );
}

export function Tabs() {
  return (
    <nav class="tabs" aria-label={t('app.menu')}>
      <Entries short={true} />
    </nav>
  );
}
