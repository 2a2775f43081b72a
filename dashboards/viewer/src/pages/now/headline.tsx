// The posture in words and as a picture, since when, and why it is judged so.
import { command, onOff, set } from '../../actions';
import type { Now } from '../../api/types';
import { PosturePicture } from '../../drawings/posture';
import { clock, length, sentence } from '../../format';
import { attempt } from '../../parts/toasts';
import { Link } from '../../router';
import { said } from '../../said';
import { chair, mayAct } from '../../state';
import { t } from '../../texts';

function Remarks({ now }: { now: Now }) {
  return (
    <>
      {!chair.value?.has_backrest && <p class="remark">{t('now.no_backrest')}</p>}
      {!now.calibrated && (
        <p class="remark">
          {t('now.not_calibrated')} <Link to="/chair">{t('now.calibrate')}</Link>
        </p>
      )}
      {now.calibration_doubt && <p class="remark">{t('now.doubt', { why: said(now.calibration_doubt) })}</p>}
      {now.fault && (
        <p class="remark">
          <Link to="/chair">{t('now.fault', { why: said(now.fault) })}</Link>
        </p>
      )}
    </>
  );
}

function Paused() {
  return (
    <section class="headline">
      <div>
        <p class="posture-words">{t('now.paused')}</p>
        {mayAct() && (
          <button type="button" class="main-button" onClick={() => attempt(() => set('pause', onOff(false)))}>
            {t('now.go_on')}
          </button>
        )}
      </div>
    </section>
  );
}

export function Headline({ now }: { now: Now }) {
  if (now.paused) return <Paused />;
  if (!now.has_data)
    return (
      <section class="headline">
        <p class="posture-words">{t('now.no_data')}</p>
        <Remarks now={now} />
      </section>
    );
  const words = t(`now.you_are.${now.posture}`);
  return (
    <section class="headline" aria-label={t('nav.now')}>
      <PosturePicture posture={now.posture} label={words} />
      <div>
        <p class="posture-words">
          {words}
          {now.lean !== 'none' && <small>, {t('now.lean', { side: t(`lean.${now.lean}`) })}</small>}
        </p>
        {now.posture_since_ms !== null && (
          <p class="since">
            {t('now.since', { time: clock(now.posture_since_ms), length: length(now.at_ms - now.posture_since_ms) })}
          </p>
        )}
        {now.why && (
          <p class="why">
            <span>{t('now.why')}</span> {sentence(said(now.why))}
          </p>
        )}
        <Remarks now={now} />
      </div>
    </section>
  );
}

export const snooze = (value: string): Promise<boolean> => attempt(() => command('snooze', value));
