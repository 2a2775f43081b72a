// The language of page, alerts and coach. Each is offered in its own words.
import { set } from '../../actions';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { hub, mayAct, settings } from '../../state';
import { code, t } from '../../texts';
import { choose, type Theme, theme } from '../../theme';

const themes: Theme[] = ['auto', 'light', 'dark'];

export function LanguageCard() {
  const held = settings.value?.language;
  return (
    <Card title={t('settings.language')} id="language">
      <p class="quiet-text">{t('settings.language_why')}</p>
      <div class="segments" role="group" aria-label={t('settings.language')}>
        {(hub.value?.languages ?? []).map((one) => (
          <button
            key={one}
            type="button"
            lang={one}
            aria-pressed={one === held}
            disabled={!mayAct()}
            onClick={() => attempt(() => set('language', one))}
          >
            {code('settings', `language_${one}`)}
          </button>
        ))}
      </div>
      <h3>{t('theme.label')}</h3>
      <div class="segments" role="group" aria-label={t('theme.label')}>
        {themes.map((one) => (
          <button key={one} type="button" aria-pressed={one === theme.value} onClick={() => choose(one)}>
            {t(`theme.${one}`)}
          </button>
        ))}
      </div>
    </Card>
  );
}
