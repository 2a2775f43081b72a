// The last seven days against the weeks before, in plain words first, also when nothing changed.
import type { Trends } from '../../api/types';
import { hours, minutes, number, percent } from '../../format';
import { Card, Table } from '../../parts/card';
import { said } from '../../said';
import { code, t } from '../../texts';

const say: Record<string, (value: number) => string> = {
  shifts_per_hour: (n) => number(n, 1),
  longest_still_min: minutes,
  breaks: (n) => number(n, 1),
  supported_pct: percent,
  sitting_h: (h) => hours(h * 60),
};
const shown = (measure: string, value: number | null): string =>
  value === null ? '–' : (say[measure] ?? ((n) => number(n, 1)))(value);

function inWords({ measures }: Trends): string {
  const changed = measures.filter((one) => one.change === 'more' || one.change === 'less');
  if (changed.length > 0)
    return t('trends.changed', {
      list: changed
        .map((one) =>
          t('trends.changed_item', { measure: code('measure', one.measure), change: code('change', one.change) }),
        )
        .join('; '),
    });
  return t(measures.every((one) => one.change === 'not_enough_days') ? 'trends.too_few' : 'trends.same');
}

export function Week({ trends }: { trends: Trends }) {
  return (
    <Card title={t('trends.week')} class="week-card">
      <p class="week-words">{inWords(trends)}</p>
      <p>
        {said(trends.sentence)} <span class="quiet-text">{said(trends.why)}</span>
      </p>
      <Table
        caption={t('trends.week')}
        head={[t('trends.measure'), t('trends.today'), t('trends.week_short'), t('trends.usual'), t('trends.change')]}
        rows={trends.measures.map((one) => [
          code('measure', one.measure),
          shown(one.measure, one.today),
          <strong key="week">{shown(one.measure, one.week)}</strong>,
          shown(one.measure, one.usual),
          <span key="change" class={`change ${one.change}`}>
            {code('change', one.change)}
          </span>,
        ])}
      />
    </Card>
  );
}
