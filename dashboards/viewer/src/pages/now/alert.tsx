// The alert that holds, as an idea rather than an alarm: what would help, and something that fits.
import type { AlertRow, Now } from '../../api/types';
import { clock, dayOf } from '../../format';
import { Evidence } from '../../parts/evidence';
import { ExerciseOffer } from '../../parts/exercise_offer';
import { Link } from '../../router';
import { said } from '../../said';
import { t } from '../../texts';

export function AlertNow({ alert, now }: { alert: AlertRow; now: Now }) {
  return (
    <section class="card alert-card" aria-labelledby="alert-now">
      <div class="card-head">
        <h2 id="alert-now">
          {t('now.alert')}: {t(`cause.${alert.cause}`)}
        </h2>
        <span class="quiet-text">{t('now.alert_at', { time: clock(alert.raised_ms) })}</span>
      </div>
      <p class="remedy">{said(alert.remedy)}</p>
      <p>{said(alert.text)}</p>
      {alert.hint && <p class="remark">{said(alert.hint)}</p>}
      {alert.also_due.length > 0 && (
        <p class="quiet-text">
          {t('now.also_due', { causes: alert.also_due.map((one) => t(`cause.${one}`)).join(', ') })}
        </p>
      )}
      <div class="alert-body">
        {alert.exercise && <ExerciseOffer exercise={alert.exercise} answered={alert.answer} compact />}
        <div class="alert-side">
          <h3>{t('alert.numbers')}</h3>
          <Evidence evidence={alert.evidence} />
          <p>
            <Link to={`/day/${dayOf(now.at_ms)}?alert=${alert.id}`}>{t('now.alert_day')}</Link>
          </p>
        </div>
      </div>
    </section>
  );
}
