// What the hub says of itself: broker, Home Assistant, what leaves it, and its log.
import type { HubInfo } from '../../api/types';
import { moment, number, orUnknown } from '../../format';
import { Card } from '../../parts/card';
import { said } from '../../said';
import { diag, session } from '../../state';
import { t } from '../../texts';

type Props = { hub: HubInfo };

function mqttWords({ mqtt }: HubInfo): string {
  if (!mqtt.enabled) return t('settings.mqtt_off');
  if (mqtt.connected) return t('settings.mqtt_connected', { host: mqtt.host });
  return t('settings.mqtt_away', { host: mqtt.host, trouble: mqtt.trouble ? said(mqtt.trouble) : t('value.unknown') });
}

export function MqttCard({ hub }: Props) {
  const { discovery, prefix } = hub.home_assistant;
  return (
    <Card title={t('settings.mqtt')} id="mqtt">
      <p>
        <span class={hub.mqtt.connected ? 'tag fine' : 'tag'}>{t(hub.mqtt.connected ? 'value.on' : 'value.off')}</span>{' '}
        {mqttWords(hub)}
      </p>
      {hub.mqtt.enabled && <p>{t(`settings.ha_${discovery}`, { prefix })}</p>}
    </Card>
  );
}

export function PrivacyCard({ hub }: Props) {
  const { tier, leaves_the_hub: leaves } = hub.privacy;
  return (
    <Card
      title={t('settings.privacy')}
      id="privacy"
      aside={<span class="tag">{t('settings.privacy_tier', { tier })}</span>}
    >
      <p>{t(leaves.length ? 'settings.privacy_stays' : 'settings.privacy_nothing')}</p>
      <ul>
        {leaves.map((one) => (
          <li key={one}>{said(one)}</li>
        ))}
      </ul>
    </Card>
  );
}

export function LogCard({ hub }: Props) {
  const { bytes, path, retention_minutes_days: minutes, retention_events_days: events, fault } = hub.log;
  return (
    <Card title={t('settings.log')} id="log">
      {fault && <p class="remark">{t('settings.log_fault', { why: said(fault) })}</p>}
      <p class="breaks-anywhere">
        {t('settings.log_size', { size: orUnknown(bytes, (n) => t('unit.mb', { n: number(n / 1e6, 1) })), path })}
      </p>
      <p>{t('settings.log_minutes', { n: number(minutes) })}</p>
      <p>{t('settings.log_events', { n: number(events) })}</p>
    </Card>
  );
}

export function HubCard({ hub }: Props) {
  const refusal = diag.value?.last_refusal;
  const temperature = diag.value?.board_temperature_c;
  return (
    <Card title={t('settings.hub')} id="hub">
      <p>
        {t('app.version', { version: hub.version })} ·{' '}
        {t('settings.hub_started', { time: moment(hub.started_ms, hub.now_ms) })} ·{' '}
        {t('settings.zone', { zone: hub.time_zone })}
        {typeof temperature === 'number' && ` · ${t('unit.celsius', { n: number(temperature) })}`}
      </p>
      {!hub.clock_set && <p class="remark">{t('settings.clock_unset')}</p>}
      {hub.trouble && <p class="remark">{said(hub.trouble)}</p>}
      {refusal && <p class="quiet-text">{t('settings.last_refusal', { why: said(refusal) })}</p>}
      <p class="quiet-text">
        {session.value?.password_set
          ? t(session.value.access === 'owner' ? 'settings.account_owner' : 'guest.note')
          : t('settings.account_open')}
      </p>
    </Card>
  );
}
