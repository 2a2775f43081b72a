// Silence in one click: a snooze, a meeting, or a pause in which nothing is judged or logged.
import { onOff, set } from '../../actions';
import type { Now } from '../../api/types';
import { moment } from '../../format';
import { Card } from '../../parts/card';
import { Icon } from '../../parts/icons';
import { attempt } from '../../parts/toasts';
import { mayAct } from '../../state';
import { t } from '../../texts';
import { snooze } from './headline';

const lengths = ['15', '30', '60'] as const;

function Snooze({ now }: { now: Now }) {
  if (now.snoozed_until_ms !== null)
    return (
      <div class="quiet-row on">
        <span>{t('now.snoozed', { time: moment(now.snoozed_until_ms, now.at_ms) })}</span>
        {mayAct() && (
          <button type="button" onClick={() => snooze('0')}>
            {t('now.snooze_end')}
          </button>
        )}
      </div>
    );
  if (!mayAct()) return null;
  return (
    <div class="quiet-row" role="group" aria-label={t('now.snooze')}>
      <span class="quiet-name">
        <Icon name="snooze" /> {t('now.snooze')}
      </span>
      <span class="segments">
        {lengths.map((one) => (
          <button
            key={one}
            type="button"
            aria-label={t('now.snooze_for', { length: t('unit.min', { n: one }) })}
            onClick={() => snooze(one)}
          >
            {t('unit.min', { n: one })}
          </button>
        ))}
        <button type="button" onClick={() => snooze('tomorrow')}>
          {t('now.snooze_tomorrow')}
        </button>
      </span>
    </div>
  );
}

function Meeting({ now }: { now: Now }) {
  const change = (on: boolean) => attempt(() => set('meeting', onOff(on)));
  const words = !now.meeting
    ? t('now.meeting')
    : now.meeting_until_ms === null
      ? t('now.meeting_on_open')
      : t('now.meeting_on', { time: moment(now.meeting_until_ms, now.at_ms) });
  return (
    <div class={now.meeting ? 'quiet-row on' : 'quiet-row'}>
      <span class="quiet-name">
        <Icon name="meeting" /> {words}
      </span>
      {mayAct() && (
        <button type="button" onClick={() => change(!now.meeting)}>
          {t(now.meeting ? 'now.meeting_end' : 'now.meeting_start')}
        </button>
      )}
    </div>
  );
}

export function QuietCard({ now }: { now: Now }) {
  return (
    <Card title={t('now.quiet')} class="quiet-card">
      <Snooze now={now} />
      <Meeting now={now} />
      {!now.alerts_on && (
        <div class="quiet-row on">
          <span>{t('now.alerts_off')}</span>
          {mayAct() && (
            <button type="button" onClick={() => attempt(() => set('alerts', onOff(true)))}>
              {t('now.alerts_on')}
            </button>
          )}
        </div>
      )}
      {mayAct() && (
        <div class="quiet-row">
          <span class="quiet-name">
            <Icon name={now.paused ? 'play' : 'pause'} /> {t(now.paused ? 'now.go_on' : 'now.pause')}
          </span>
          <button type="button" onClick={() => attempt(() => set('pause', onOff(!now.paused)))}>
            {t(now.paused ? 'now.go_on' : 'now.pause')}
          </button>
        </div>
      )}
    </Card>
  );
}
