// Today's stretches and strength; each opens to its steps.
import type { Coach, Exercise } from '../../api/types';
import { ExerciseDrawing } from '../../drawings/exercise';
import { Card } from '../../parts/card';
import { Answers, Steps } from '../../parts/exercise_offer';
import { t } from '../../texts';

type Planned = Exercise & { done: boolean };

const where = (one: Exercise): string =>
  [
    one.in_chair && t('coach.in_chair'),
    one.standing && t('coach.standing'),
    !one.in_chair && !one.standing && t('coach.lying'),
  ]
    .filter(Boolean)
    .join(', ');

function Item({ exercise }: { exercise: Planned }) {
  return (
    <li class={exercise.done ? 'plan-item done' : 'plan-item'}>
      <ExerciseDrawing id={exercise.id} name={exercise.name} />
      <div>
        <h4>{exercise.name}</h4>
        <p class="quiet-text">{where(exercise)}</p>
        <p class="dose">{exercise.dose}</p>
        {exercise.done ? (
          <p class="tick">{t('coach.done_today')}</p>
        ) : (
          <Answers id={exercise.id} name={exercise.name} />
        )}
        <details>
          <summary>{t('coach.show')}</summary>
          <Steps exercise={exercise} />
        </details>
      </div>
    </li>
  );
}

export function Plan({ coach }: { coach: Coach }) {
  const all = [...coach.stretches, ...coach.strength];
  const done = all.filter((one) => one.done).length;
  return (
    <Card
      title={t('coach.plan')}
      aside={<span class="quiet-text">{t('coach.of_done', { done, all: all.length })}</span>}
    >
      <h3>{t('coach.stretches')}</h3>
      <ul class="plan">
        {coach.stretches.map((one) => (
          <Item key={one.id} exercise={one} />
        ))}
      </ul>
      <h3>{t('coach.strength')}</h3>
      {coach.strength_day ? (
        <ul class="plan">
          {coach.strength.map((one) => (
            <Item key={one.id} exercise={one} />
          ))}
        </ul>
      ) : (
        <p class="quiet-text">{t('coach.rest_day')}</p>
      )}
    </Card>
  );
}
