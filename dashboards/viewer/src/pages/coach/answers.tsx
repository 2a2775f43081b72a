// What was said to exercises, and those that are set aside, with the way back.
import { answer } from '../../actions';
import type { Coach } from '../../api/types';
import { moment } from '../../format';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { hub, mayAct, now } from '../../state';
import { code, t } from '../../texts';

const most = 12;

export function Answered({ coach }: { coach: Coach }) {
  const today = now.value?.at_ms ?? hub.value?.now_ms ?? 0;
  return (
    <Card title={t('coach.answers')}>
      {coach.answers.length === 0 && <p class="quiet-text">{t('coach.answers_none')}</p>}
      <ul class="answer-list">
        {coach.answers.slice(0, most).map((one) => (
          <li key={`${one.at_ms} ${one.exercise}`}>
            <span class="quiet-text">{moment(one.at_ms, today)}</span>
            <span>{one.name}</span>
            <span class={`tag ${one.answer}`}>{code('answer', one.answer)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Retired({ coach }: { coach: Coach }) {
  return (
    <Card title={t('coach.retired')}>
      {coach.retired.length === 0 && <p class="quiet-text">{t('coach.retired_none')}</p>}
      <ul class="answer-list">
        {coach.retired.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            {mayAct() && (
              <button type="button" onClick={() => attempt(() => answer('restore', one.id), t('exercise.restored'))}>
                {t('exercise.restore')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
