// The alerts of a day: as a list, and one with its evidence and what happened next.
import { useEffect, useRef } from 'preact/hooks';
import type { AlertRow, Day } from '../../api/types';
import { ExerciseDrawing } from '../../drawings/exercise';
import { clock, length } from '../../format';
import { Card } from '../../parts/card';
import { Evidence } from '../../parts/evidence';
import { Icon } from '../../parts/icons';
import { said } from '../../said';
import { now } from '../../state';
import { code, t } from '../../texts';

// An alert that nothing has ended yet, or whose end nobody saw.
function goesOn(alert: AlertRow, day: Day): boolean {
  const cause = now.value?.causes.find((one) => one.cause === alert.cause);
  const newest = day.alerts.filter((one) => one.cause === alert.cause).pop();
  return day.is_today && newest === alert && (cause?.active ?? false);
}

function whatNext(alert: AlertRow, day: Day): string {
  if (alert.cleared_ms === null) return t(goesOn(alert, day) ? 'day.still_on' : 'day.unknown_end');
  const values = { time: clock(alert.cleared_ms), length: length(alert.cleared_ms - alert.raised_ms) };
  if (alert.acted_on === null) return t('day.ended_unknown', values);
  return t(alert.acted_on ? 'day.acted_on' : 'day.not_acted_on', values);
}

export function AlertList({ day, choose }: { day: Day; choose: (id: number) => void }) {
  return (
    <Card title={t('day.alerts')}>
      {day.alerts.length === 0 ? (
        <p class="quiet-text">{t('day.no_alerts')}</p>
      ) : (
        <ul class="alert-list">
          {day.alerts.map((one) => (
            <li key={one.id}>
              <button type="button" class="row-button" onClick={() => choose(one.id)}>
                <span class={`alert-dot ${one.cause}`}>
                  <Icon name="bell" size={16} />
                </span>
                <span class="alert-time">{clock(one.raised_ms)}</span>
                <span class="alert-words">
                  <strong>{t(`cause.${one.cause}`)}</strong>
                  {one.is_repeat && <em>{t('day.repeat')}</em>}
                  <span class="quiet-text">{whatNext(one, day)}</span>
                </span>
                <Icon name="right" size={18} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Exercised({ alert }: { alert: AlertRow }) {
  if (!alert.exercise) return null;
  const { id } = alert.exercise;
  const name = said(alert.exercise.name);
  return (
    <div class="exercised">
      <ExerciseDrawing id={id} name={name} />
      <p>
        {alert.answer
          ? t('day.exercise_answer', { name, answer: code('answer', alert.answer) })
          : t('day.exercise_none', { name })}
      </p>
    </div>
  );
}

export function AlertDetail({ alert, day, back }: { alert: AlertRow; day: Day; back: () => void }) {
  const place = useRef<HTMLButtonElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), [alert.id]);
  const at = day.alerts.findIndex((one) => one.id === alert.id);
  return (
    <Card
      title={t('day.alert_at', { time: clock(alert.raised_ms), cause: t(`cause.${alert.cause}`) })}
      class="alert-detail"
      aside={
        <button type="button" class="plain" ref={place} onClick={back}>
          {t('day.back_to_list')} ({at + 1}/{day.alerts.length})
        </button>
      }
    >
      <p class="remedy">{said(alert.text)}</p>
      <p>{said(alert.remedy)}</p>
      {alert.hint && (
        <p class="remark">
          <strong>{t('day.hint')}:</strong> {said(alert.hint)}
        </p>
      )}
      <h3>{t('alert.numbers')}</h3>
      <Evidence evidence={alert.evidence} />
      <h3>{t('day.what_next')}</h3>
      <p>{whatNext(alert, day)}</p>
      <Exercised alert={alert} />
    </Card>
  );
}
