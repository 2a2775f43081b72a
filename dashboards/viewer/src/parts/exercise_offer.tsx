// An exercise with its drawing, dose, steps and precaution, and the three answers to it.
import { answer } from '../actions';
import type { AlertRow, Exercise } from '../api/types';
import { ExerciseDrawing } from '../drawings/exercise';
import { said } from '../said';
import { mayAct } from '../state';
import { t } from '../texts';
import { attempt, toast } from './toasts';

type Offered = NonNullable<AlertRow['exercise']> | Exercise;

async function say(word: 'done' | 'skip' | 'hurts', id: string): Promise<void> {
  const back = {
    label: t('do.undo'),
    act: () => attempt(() => answer('restore', id), t('exercise.restored')),
  };
  if (await attempt(() => answer(word, id)))
    toast(t(`exercise.said.${word}`), true, word === 'hurts' ? back : undefined);
}

export function Answers({ id, name }: { id: string; name: string }) {
  if (!mayAct()) return null;
  return (
    <div class="answers" role="group" aria-label={name}>
      <button type="button" class="main-button" onClick={() => say('done', id)}>
        {t('exercise.done')}
      </button>
      <button type="button" onClick={() => say('skip', id)}>
        {t('exercise.skip')}
      </button>
      <button type="button" class="plain" onClick={() => say('hurts', id)}>
        {t('exercise.hurts')}
      </button>
    </div>
  );
}

export function Steps({ exercise }: { exercise: Offered }) {
  return (
    <>
      <ol class="steps">
        {exercise.steps.map((step) => (
          <li key={step}>{said(step)}</li>
        ))}
      </ol>
      <p class="precaution">
        <strong>{t('coach.precaution')}:</strong> {said(exercise.precaution)}
      </p>
    </>
  );
}

interface OfferProps {
  exercise: Offered;
  answered?: string | null;
  aside?: string;
  compact?: boolean; // the steps only when asked for
}

export function ExerciseOffer({ exercise, answered = null, aside, compact = false }: OfferProps) {
  return (
    <div class={compact ? 'offer compact' : 'offer'}>
      <ExerciseDrawing id={exercise.id} name={said(exercise.name)} />
      <div>
        <h3>{said(exercise.name)}</h3>
        {aside && <p class="quiet-text">{aside}</p>}
        <p class="dose">{said(exercise.dose)}</p>
        {!compact && <Steps exercise={exercise} />}
        {answered ? (
          <p class="quiet-text">{t(`answer.${answered as 'done' | 'skip' | 'hurts'}`)}</p>
        ) : (
          <Answers id={exercise.id} name={said(exercise.name)} />
        )}
        {compact && (
          <details>
            <summary>{t('alert.steps')}</summary>
            <Steps exercise={exercise} />
          </details>
        )}
      </div>
    </div>
  );
}
