// One day: the ribbon, and beside it what happened, what it came to, and what was held back.
import { useEffect } from 'preact/hooks';
import { readAhead, useReading } from '../../api/reading';
import type { Day } from '../../api/types';
import { addDays, dayLong, dayMedium } from '../../format';
import { AsTable, Card, Waiting } from '../../parts/card';
import { Icon } from '../../parts/icons';
import { Legend } from '../../parts/legend';
import { go, Link, place } from '../../router';
import { chairPath } from '../../state';
import { t } from '../../texts';
import { AlertDetail, AlertList } from './alerts';
import { Events, Holds } from './holds';
import { Minutes } from './minutes';
import { Ribbon } from './ribbon';
import { spanRows } from './rows';
import { boundsOf } from './shapes';
import { Totals } from './totals';
import { useView, type View } from './view';

export const dayPath = (date: string): string => chairPath(date ? `/day?date=${date}` : '/day');

function Dates({ date, isToday }: { date: string; isToday: boolean }) {
  return (
    <div class="dates">
      <Link
        to={`/day/${addDays(date, -1)}`}
        stay
        class="button round"
        aria-label={t('day.previous')}
        title={t('day.previous')}
      >
        <Icon name="left" />
      </Link>
      <label>
        <span class="unseen">{t('day.date')}</span>
        <input
          type="date"
          value={date}
          onChange={(event) => event.currentTarget.value && go(`/day/${event.currentTarget.value}`, { stay: true })}
        />
      </label>
      {isToday ? (
        <span class="button round disabled" aria-hidden="true">
          <Icon name="right" />
        </span>
      ) : (
        <Link
          to={`/day/${addDays(date, 1)}`}
          stay
          class="button round"
          aria-label={t('day.next')}
          title={t('day.next')}
        >
          <Icon name="right" />
        </Link>
      )}
      {!isToday && (
        <Link to="/day" stay class="button">
          {t('day.today')}
        </Link>
      )}
    </div>
  );
}

function Zoom({ view }: { view: View }) {
  return (
    <div class="zoom">
      <button
        type="button"
        class="round"
        aria-label={t('day.earlier')}
        onClick={() => view.pan(-0.4)}
        disabled={view.whole}
      >
        <Icon name="left" />
      </button>
      <button
        type="button"
        class="round"
        aria-label={t('day.zoom_out')}
        onClick={() => view.zoom(2)}
        disabled={view.whole}
      >
        <Icon name="minus" />
      </button>
      <button type="button" class="round" aria-label={t('day.zoom_in')} onClick={() => view.zoom(0.5)}>
        <Icon name="plus" />
      </button>
      <button
        type="button"
        class="round"
        aria-label={t('day.later')}
        onClick={() => view.pan(0.4)}
        disabled={view.whole}
      >
        <Icon name="right" />
      </button>
      <button type="button" onClick={view.reset} disabled={view.whole}>
        {t('day.whole')}
      </button>
    </div>
  );
}

function Filled({ day }: { day: Day }) {
  const bounds = boundsOf(day);
  const view = useView(bounds, day.date);
  const chosenId = Number(place.value.query.get('alert')) || null;
  const chosen = day.alerts.find((one) => one.id === chosenId) ?? null;
  const choose = (id: number | null) =>
    go(`/day/${day.date}${id ? `?alert=${id}` : ''}`, { replace: true, stay: true });
  return (
    <div class="day">
      <Card title={t('day.ribbon')} class="ribbon-card" aside={<Zoom view={view} />}>
        <Ribbon day={day} view={view} chosen={chosenId} choose={(one) => choose(one.id)} />
        <Legend postures={day.totals.by_posture_min} />
        <AsTable
          caption={t('day.ribbon')}
          head={[t('day.posture'), t('day.from'), t('day.to'), t('day.length')]}
          rows={() => spanRows(day)}
        />
      </Card>
      <div class="day-main">
        {chosen ? (
          <AlertDetail alert={chosen} day={day} back={() => choose(null)} />
        ) : (
          <AlertList day={day} choose={choose} />
        )}
        <Minutes
          title={t(chosen ? 'day.minutes' : 'day.minutes_view')}
          span={chosen ? { from: chosen.since_ms - 15 * 60_000, to: chosen.raised_ms + 30 * 60_000 } : view.view}
          mark={chosen?.raised_ms ?? null}
        />
        <Holds day={day} />
        <Events day={day} />
      </div>
      <Totals totals={day.totals} />
    </div>
  );
}

export function DayPage() {
  const date = place.value.rest;
  const reading = useReading<Day>(dayPath(date), ['spans', 'sittings', 'alerts', 'events', 'answers']);
  const day = reading.data;
  const shown = date || day?.date || '';
  useEffect(() => {
    if (shown) readAhead(dayPath(addDays(shown, -1)));
  }, [shown]);
  return (
    <>
      <div class="page-head">
        <h1>
          {shown ? dayLong(shown) : t('day.title')}
          {day?.is_today && day.date === shown && <small>{t('value.today')}</small>}
        </h1>
        {shown && <Dates date={shown} isToday={day?.date === shown && day.is_today} />}
      </div>
      {!day || reading.error ? (
        <Waiting reading={reading} />
      ) : day.first_ms === null && day.spans.length === 0 ? (
        <p class="empty">{t('day.empty')}</p>
      ) : (
        <div aria-busy={reading.busy && day.date !== shown}>
          <Filled key={dayMedium(day.date)} day={day} />
        </div>
      )}
    </>
  );
}
