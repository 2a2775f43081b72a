// One number: what it means, its value, what is allowed, who says so and how much it can lean on that.
import { useEffect, useState } from 'preact/hooks';
import { set } from '../../actions';
import type { ThresholdRow } from '../../api/types';
import { withUnit } from '../../format';
import { sentenceOf } from '../../parts/toasts';
import { mayAct } from '../../state';
import { t } from '../../texts';
import { heldOf, meaningOf } from './thresholds';

function Facts({ row }: { row: ThresholdRow }) {
  return (
    <p class="threshold-facts">
      <span class={`tag kind-${row.kind}`} title={t(`kind.${row.kind}_why`)}>
        {t(`kind.${row.kind}`)}
      </span>
      <span>{row.source === 'none' ? t('settings.no_source') : row.source}</span>
    </p>
  );
}

export function Threshold({ row }: { row: ThresholdRow }) {
  const held = heldOf(row);
  const [typed, type] = useState(String(held));
  const [said, say] = useState<{ good: boolean; text: string } | null>(null);
  useEffect(() => type(String(held)), [held]);
  const name = meaningOf(row);
  const change = async (value: string) => {
    try {
      await set(row.key, value);
      say({ good: true, text: t('settings.saved', { name: row.key, value: withUnit(Number(value), row.unit) }) });
    } catch (error) {
      say({ good: false, text: sentenceOf(error) });
    }
  };
  const id = `threshold-${row.key}`;
  return (
    <li class={held === row.default ? 'threshold' : 'threshold changed'}>
      <div class="threshold-name">
        <label for={id}>{name}</label>
        <Facts row={row} />
      </div>
      <form
        class="threshold-value"
        onSubmit={(event) => {
          event.preventDefault();
          change(typed.replace(',', '.').trim());
        }}
      >
        <span class="inline">
          <input
            id={id}
            inputMode="decimal"
            autocomplete="off"
            value={typed}
            disabled={!mayAct()}
            aria-describedby={`${id}-range`}
            onInput={(event) => type(event.currentTarget.value)}
          />
          <span class="unit">{row.unit === '1' ? '' : row.unit}</span>
          {mayAct() && typed !== String(held) && <button type="submit">{t('do.save')}</button>}
        </span>
        <span class="quiet-text" id={`${id}-range`}>
          {t('settings.range', { min: row.min, max: withUnit(row.max, row.unit) })} ·{' '}
          {t('settings.default', { value: withUnit(row.default, row.unit) })}
          {row.configured !== row.default &&
            ` · ${t('settings.configured', { value: withUnit(row.configured, row.unit) })}`}
        </span>
        {mayAct() && held !== row.configured && (
          <button type="button" class="plain" onClick={() => change(String(row.configured))}>
            {t('settings.reset', { value: withUnit(row.configured, row.unit) })}
          </button>
        )}
        <span class={said?.good === false ? 'refused-text' : 'good-text'} role="status">
          {said?.text}
        </span>
      </form>
    </li>
  );
}
