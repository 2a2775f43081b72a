// The guided calibration: what to do next, how far it is, and what the chair feels meanwhile.
import { useEffect, useRef } from 'preact/hooks';
import { command } from '../../actions';
import type { Chair } from '../../api/types';
import { PosturePicture } from '../../drawings/posture';
import { number } from '../../format';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { said } from '../../said';
import { readChair } from '../../start';
import { calibration, mayAct, pads } from '../../state';
import { code, t } from '../../texts';

const stages: {
  steps: string[];
  posture: 'empty' | 'supported' | 'unsupported_upright' | 'bent_forward';
  optional?: true;
}[] = [
  { steps: ['leave_chair', 'measuring_empty'], posture: 'empty' },
  { steps: ['sit_supported', 'measuring_supported'], posture: 'supported' },
  { steps: ['sit_upright', 'measuring_upright'], posture: 'unsupported_upright', optional: true },
  { steps: ['bend_forward', 'measuring_forward'], posture: 'bent_forward', optional: true },
];

const ask = (word: 'start' | 'next' | 'cancel') => attempt(() => command('calibrate', word));

function Progress({ pct }: { pct: number | null }) {
  if (pct === null) return null;
  return (
    <>
      <progress max={100} value={pct} aria-label={t('chair.progress', { n: number(pct) })} />
      <p class="quiet-text">{t('chair.progress', { n: number(pct) })}</p>
    </>
  );
}

function Stages({ at }: { at: number }) {
  return (
    <ol class="stages">
      {stages.map((one, i) => (
        <li
          key={one.posture}
          class={i < at ? 'past' : i === at ? 'here' : ''}
          aria-current={i === at ? 'step' : undefined}
        >
          <PosturePicture posture={one.posture} label={code('step', one.steps[0]!)} />
          <span>{code('step', one.steps[0]!)}</span>
          {one.optional && <small>{t('chair.calibrate_optional')}</small>}
        </li>
      ))}
    </ol>
  );
}

function Running({ at }: { at: number }) {
  const now = calibration.value!;
  return (
    <>
      <Stages at={at} />
      <p class="instruction" aria-live="assertive">
        {said(now.instruction ?? '')}
      </p>
      <Progress pct={now.waits_for_person ? null : (now.progress_pct ?? 0)} />
      <p class="quiet-text">
        {t('chair.total_now')}: {number(pads.value?.total ?? 0, 2)}
      </p>
      {mayAct() && (
        <p class="inline">
          {now.waits_for_person && (
            <button type="button" class="main-button" onClick={() => ask('next')}>
              {t('chair.calibrate_next')}
            </button>
          )}
          <button type="button" onClick={() => ask('cancel')}>
            {t(at >= 2 ? 'chair.calibrate_keep' : 'chair.calibrate_cancel')}
          </button>
        </p>
      )}
    </>
  );
}

export function CalibrationCard({ chair }: { chair: Chair }) {
  const now = calibration.value;
  const step = now?.step ?? 'idle';
  const at = stages.findIndex((one) => one.steps.includes(step));
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step && (step === 'done' || step === 'idle' || step === 'sit_upright'))
      readChair().catch(() => undefined);
    before.current = step;
  }, [step]);
  const again = chair.profiles.some((one) => one.calibrated);
  return (
    <Card title={t('chair.calibration')} class="calibration-card">
      {at >= 0 ? (
        <Running at={at} />
      ) : (
        <>
          {(step === 'done' || step === 'failed') && (
            <p class={`instruction ${step}`}>{said(now?.instruction ?? '')}</p>
          )}
          <p>{t('chair.calibration_why')}</p>
          {mayAct() && (
            <button type="button" class="main-button" onClick={() => ask('start')}>
              {t(again ? 'chair.calibrate_again' : 'chair.calibrate_start')}
            </button>
          )}
        </>
      )}
    </Card>
  );
}
