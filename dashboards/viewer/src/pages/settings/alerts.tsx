// Whether alerts are told at all, which causes may, and when it is quiet.
import { useEffect, useState } from 'preact/hooks';
import { onOff, set } from '../../actions';
import type { Cause } from '../../api/types';
import { Card } from '../../parts/card';
import { Switch } from '../../parts/switch';
import { attempt } from '../../parts/toasts';
import { mayAct, settings } from '../../state';
import { t } from '../../texts';

const causes: Cause[] = ['sitting_too_long', 'bent_forward', 'static_too_long', 'unsupported_upright', 'asymmetric'];
const usual = ['22:00', '07:00'] as const;

function QuietHours() {
  const held = settings.value?.quiet_hours ?? 'off';
  const [heldFrom, heldTo] = held === 'off' ? usual : (held.split('-') as [string, string]);
  const [from, typeFrom] = useState<string>(heldFrom);
  const [to, typeTo] = useState<string>(heldTo);
  useEffect(() => {
    typeFrom(heldFrom);
    typeTo(heldTo);
  }, [held]);
  const save = (event: Event) => {
    event.preventDefault();
    attempt(() => set('quiet_hours', `${from}-${to}`), t('do.ok'));
  };
  return (
    <form class="quiet-hours" onSubmit={save}>
      <h3>{t('settings.quiet')}</h3>
      <p class="quiet-text">{t('settings.quiet_on')}</p>
      <div class="inline">
        <label class="inline">
          {t('settings.quiet_from')}
          <input
            type="time"
            required
            value={from}
            disabled={!mayAct()}
            onInput={(event) => typeFrom(event.currentTarget.value)}
          />
        </label>
        <label class="inline">
          {t('settings.quiet_to')}
          <input
            type="time"
            required
            value={to}
            disabled={!mayAct()}
            onInput={(event) => typeTo(event.currentTarget.value)}
          />
        </label>
        {mayAct() && <button type="submit">{t('do.save')}</button>}
        {mayAct() && held !== 'off' && (
          <button type="button" class="plain" onClick={() => attempt(() => set('quiet_hours', 'off'), t('do.ok'))}>
            {t('settings.quiet_off')}
          </button>
        )}
      </div>
      <p class="quiet-text" data-quiet={held}>
        {held === 'off' ? t('settings.quiet_off') : held.replace('-', '–')}
      </p>
    </form>
  );
}

export function AlertsCard() {
  const held = settings.value;
  if (!held) return null;
  return (
    <Card title={t('settings.alerts')} id="alerts">
      <Switch
        label={t('settings.alerts_all')}
        on={held.alerts}
        disabled={!mayAct()}
        change={(on) => attempt(() => set('alerts', onOff(on)))}
      />
      <h3>{t('settings.causes')}</h3>
      {causes.map((one) => (
        <Switch
          key={one}
          label={t(`cause.${one}`)}
          on={held[one] === true}
          disabled={!mayAct()}
          change={(on) => attempt(() => set(one, onOff(on)))}
        />
      ))}
      <QuietHours />
    </Card>
  );
}
