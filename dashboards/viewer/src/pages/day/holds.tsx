// What was due and what kept it from being told; and what else happened on the day.
import type { Day } from '../../api/types';
import { clock, length, number } from '../../format';
import { Card } from '../../parts/card';
import { said } from '../../said';
import { code, t } from '../../texts';

export function Holds({ day }: { day: Day }) {
  return (
    <Card title={t('day.holds')}>
      <p class="quiet-text">{t(day.holds.length ? 'day.holds_why' : 'day.no_holds')}</p>
      <ul class="holds">
        {day.holds.map((one, i) => (
          <li key={`${one.start_ms} ${i}`}>
            <span class="hold-time">
              {clock(one.start_ms)}–{one.open ? t('day.open') : clock(one.end_ms)}
            </span>
            <span>
              <strong>{t(`cause.${one.cause}`)}</strong>: {code('held', one.held)}
              <span class="quiet-text">
                {' '}
                {t('day.hold_built', { minutes: number(one.minutes), limit: number(one.limit_minutes) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

// "ok -> open_wire: its wire is open": codes, and a reason.
function padChange(text: string): string {
  const [codes = '', ...reason] = text.split(': ');
  const change = codes
    .split(' -> ')
    .map((one) => code('pad_status', one))
    .join(' → ');
  return reason.length ? `${change}: ${said(reason.join(': '))}` : change;
}

function words({ kind, subject, text }: Day['events'][number]): string[] {
  if (kind === 'pad_status') return [subject, padChange(text)];
  if (kind === 'calibration') return [code('calibration', subject), said(text)];
  return [subject, said(text)];
}

export function Events({ day }: { day: Day }) {
  const events = day.events;
  if (events.length === 0) return null;
  return (
    <Card title={t('day.events')}>
      <ul class="holds">
        {events.map((one, i) => (
          <li key={`${one.at_ms} ${i}`}>
            <span class="hold-time">{clock(one.at_ms)}</span>
            <span>
              <strong>{code('event', one.kind)}</strong>{' '}
              {[...words(one), one.length_s !== null && length(one.length_s * 1000)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
