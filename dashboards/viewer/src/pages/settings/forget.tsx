// Deleting for good. What is deleted has to be named and typed; nothing else stands between.
import { useState } from 'preact/hooks';
import { read, sendJson } from '../../api/http';
import { forgetReadings } from '../../api/reading';
import type { Day } from '../../api/types';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { chairId, chairPath, generation, mayAct } from '../../state';
import { t } from '../../texts';

// The hub knows where its days begin and end.
const bounds = (date: string): Promise<Day> => read<Day>(chairPath(`/day?date=${date}`));

export function ForgetCard() {
  const [all, choose] = useState(false);
  const [from, typeFrom] = useState('');
  const [to, typeTo] = useState('');
  const [typed, type] = useState('');
  if (!mayAct()) return null;
  const id = chairId.value;
  const ready = typed === id && (all || (from !== '' && to !== ''));
  const forget = async (event: Event) => {
    event.preventDefault();
    const done = await attempt(async () => {
      const range = all
        ? { from_ms: null, to_ms: null }
        : { from_ms: (await bounds(from)).from_ms, to_ms: (await bounds(to)).to_ms };
      await sendJson(chairPath('/forget'), { ...range, confirm: typed });
    }, t('settings.forgotten'));
    if (!done) return;
    type('');
    forgetReadings();
    generation.value++;
  };
  return (
    <Card title={t('settings.forget')} id="forget" class="forget">
      <p class="quiet-text">{t('settings.forget_why')}</p>
      <form onSubmit={forget}>
        <label class="inline">
          <input type="radio" name="forget" checked={!all} onChange={() => choose(false)} />
          {t('settings.forget_range')}
        </label>
        <div class="inline indented">
          <label class="inline">
            {t('settings.forget_from')}
            <input type="date" value={from} disabled={all} onInput={(event) => typeFrom(event.currentTarget.value)} />
          </label>
          <label class="inline">
            {t('settings.forget_to')}
            <input type="date" value={to} disabled={all} onInput={(event) => typeTo(event.currentTarget.value)} />
          </label>
        </div>
        <label class="inline">
          <input type="radio" name="forget" checked={all} onChange={() => choose(true)} />
          {t('settings.forget_all')}
        </label>
        <label class="confirm">
          {t('settings.forget_confirm', { id })}
          <input
            value={typed}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="danger" disabled={!ready}>
          {t('settings.forget_go')}
        </button>
      </form>
    </Card>
  );
}
