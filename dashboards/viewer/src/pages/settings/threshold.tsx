// One number: what it means, its value, what is allowed, who says so and how much it can lean on that.
import { useEffect, useState } from 'preact/hooks';
import { set } from '../../actions';
import type { ThresholdRow } from '../../api/types';
import { number, unitOf, withUnit } from '../../format';
import { sentenceOf } from '../../parts/toasts';
import { said } from '../../said';
import { mayAct } from '../../state';
import { known, t } from '../../texts';
import { heldOf, meaningOf } from './thresholds';

// A source may point at another number, which people know by what it means.
const sourceOf = (row: ThresholdRow): string =>
  row.source === 'none'
    ? t('settings.no_source')
    : said(row.source).replace(/[a-z]+(_[a-z]+)+/g, (key) => {
        const name = known(`threshold.${key}`);
        return name ? t('settings.quoted', { name }) : key;
      });

function Facts({ row }: { row: ThresholdRow }) {
  return (
    <p class="threshold-facts">
      <span class={`tag kind-${row.kind}`} title={t(`kind.${row.kind}_why`)}>
        {t(`kind.${row.kind}`)}
      </span>
      <span>{sourceOf(row)}</span>
    </p>
  );
}

export function Threshold({ row }: { row: ThresholdRow }) {
  const held = heldOf(row);
  const [typed, type] = useState(String(held));
  const [told, say] = useState<{ good: boolean; text: string } | null>(null);
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
          <span class="unit">{unitOf(row.unit)}</span>
          {mayAct() && typed !== String(held) && <button type="submit">{t('do.save')}</button>}
        </span>
        <span class="quiet-text" id={`${id}-range`}>
          {t('settings.range', { min: number(row.min, 4), max: withUnit(row.max, row.unit) })} ·{' '}
          {t('settings.default', { value: withUnit(row.default, row.unit) })}
          {row.configured !== row.default &&
            ` · ${t('settings.configured', { value: withUnit(row.configured, row.unit) })}`}
        </span>
        {mayAct() && held !== row.configured && (
          <button type="button" class="plain" onClick={() => change(String(row.configured))}>
            {t('settings.reset', { value: withUnit(row.configured, row.unit) })}
          </button>
        )}
        <span class={told?.good === false ? 'refused-text' : 'good-text'} role="status">
          {told?.text}
        </span>
      </form>
    </li>
  );
}
