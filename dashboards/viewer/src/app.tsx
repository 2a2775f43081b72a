// The frame around every page: which one is shown, or why none can be.

import { ChairPage } from './pages/chair/page';
import { CoachPage } from './pages/coach/page';
import { DayPage } from './pages/day/page';
import { Login } from './pages/login';
import { NowPage } from './pages/now/page';
import { SettingsPage } from './pages/settings/page';
import { TrendsPage } from './pages/trends/page';
import { Announcer } from './parts/announcer';
import { Away } from './parts/away';
import { Sidebar, Tabs, TopBar } from './parts/navigation';
import { Patterns } from './parts/patterns';
import { lazyTitle } from './parts/title';
import { Toasts } from './parts/toasts';
import { place } from './router';
import { chair, chairs, link, mayAct, session } from './state';
import { hasWords, t } from './texts';

const pages: Record<string, () => preact.JSX.Element> = {
  '': NowPage,
  day: DayPage,
  trends: TrendsPage,
  coach: CoachPage,
  chair: ChairPage,
  settings: SettingsPage,
};

function Shown() {
  const Page = pages[place.value.page];
  if (!Page) return <p class="empty">{t('app.not_found')}</p>;
  if (chairs.value?.length === 0) return <p class="empty">{t('app.no_chair')}</p>;
  if (!chair.value) return <p class="empty">{t('load.wait')}</p>;
  return <Page />;
}

export function App() {
  if (!hasWords()) return <div class="blank" />;
  lazyTitle();
  if (session.value?.access === 'none' || place.value.page === 'login')
    return (
      <>
        <Login />
        <Toasts />
      </>
    );
  return (
    <div class={link.value === 'away' ? 'frame away' : 'frame'}>
      <a class="skip" href="#main">
        {t('app.skip')}
      </a>
      <Patterns />
      <Sidebar />
      <TopBar />
      <main id="main" tabIndex={-1}>
        <Away />
        {session.value && !mayAct() && <p class="notice">{t('guest.note')}</p>}
        <div class="content">
          <Shown />
        </div>
        <footer class="foot">{t('app.disclaimer')}</footer>
      </main>
      <Tabs />
      <Announcer />
      <Toasts />
    </div>
  );
}
