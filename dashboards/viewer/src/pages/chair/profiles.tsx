// The people who use the chair, and which of them is judged by.
import { set } from '../../actions';
import type { Chair } from '../../api/types';
import { dateOf } from '../../format';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { mayAct, settings } from '../../state';
import { t } from '../../texts';

export function ProfilesCard({ chair }: { chair: Chair }) {
  const used = settings.value?.profile;
  return (
    <Card title={t('chair.profiles')}>
      <p class="quiet-text">{t('chair.profiles_why')}</p>
      <ul class="answer-list">
        {chair.profiles.map((one) => (
          <li key={one.name}>
            <span>
              <strong>{one.name}</strong>
              <br />
              <span class="quiet-text">
                {t(`profile_kind.${one.kind}`)} ·{' '}
                {one.calibrated && one.made_ms !== null
                  ? t('chair.profile_calibrated', { date: dateOf(one.made_ms) })
                  : t('chair.profile_not_calibrated')}
              </span>
            </span>
            {one.name === used ? (
              <span class="tag fine">{t('chair.profile_in_use')}</span>
            ) : (
              mayAct() && (
                <button type="button" onClick={() => attempt(() => set('profile', one.name), t('do.ok'))}>
                  {t('chair.profile_use')}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
