// Settings: what may speak and when, every number with its source, where data goes, and how to take or delete it.
import { useEffect } from 'preact/hooks';
import { readHub } from '../../start';
import { hub } from '../../state';
import { type Key, t } from '../../texts';
import { AlertsCard } from './alerts';
import { ExportCard } from './export';
import { ForgetCard } from './forget';
import { HubCard, LogCard, MqttCard, PrivacyCard } from './hub';
import { LanguageCard } from './language';
import { Thresholds } from './thresholds';

const contents: { id: string; name: Key }[] = [
  { id: 'alerts', name: 'settings.alerts' },
  { id: 'language', name: 'settings.language' },
  { id: 'thresholds', name: 'settings.thresholds_short' },
  { id: 'mqtt', name: 'settings.mqtt' },
  { id: 'privacy', name: 'settings.privacy' },
  { id: 'log', name: 'settings.log' },
  { id: 'export', name: 'settings.export' },
  { id: 'forget', name: 'settings.forget' },
  { id: 'hub', name: 'settings.hub' },
];

export function SettingsPage() {
  useEffect(() => {
    readHub().catch(() => undefined);
  }, []);
  const info = hub.value;
  return (
    <>
      <div class="page-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <nav class="contents" aria-label={t('settings.contents')}>
        <ul>
          {contents.map((one) => (
            <li key={one.id}>
              <a href={`#${one.id}`}>{t(one.name)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="two">
        <AlertsCard />
        <LanguageCard />
      </div>
      <Thresholds />
      {info && (
        <div class="masonry">
          <MqttCard hub={info} />
          <PrivacyCard hub={info} />
          <LogCard hub={info} />
          <ExportCard />
          <ForgetCard />
          <HubCard hub={info} />
        </div>
      )}
    </>
  );
}
