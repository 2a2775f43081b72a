// Every number that a judgement depends on, by group, to be found by its words.
import { useState } from 'preact/hooks';
import { useReading } from '../../api/reading';
import type { ThresholdRow } from '../../api/types';
import { Card, Waiting } from '../../parts/card';
import { said } from '../../said';
import { chairPath, settings } from '../../state';
import { code, known, t } from '../../texts';
import { Threshold } from './threshold';

export const meaningOf = (row: ThresholdRow): string => known(`threshold.${row.key}`) ?? row.meaning;

// What the hub holds now; the table was read when the page was opened.
export const heldOf = (row: ThresholdRow): number => {
  const live = settings.value?.[row.key];
  return typeof live === 'number' ? live : row.value;
};

// What people look for first stands first; the rest as the hub orders it.
const first = ['limits', 'alert_policy', 'movement'];
const rank = (group: string): number => (first.includes(group) ? first.indexOf(group) : first.length);

function matches(row: ThresholdRow, words: string, changedOnly: boolean): boolean {
  if (changedOnly && heldOf(row) === row.default) return false;
  const text = `${row.key} ${meaningOf(row)} ${said(row.source)} ${row.group}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Group({ group, rows, opened }: { group: string; rows: ThresholdRow[]; opened: boolean }) {
  const [open, toggle] = useState(opened);
  return (
    <details class="threshold-group" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{code('group', group)}</summary>
      {open && (
        <ul class="thresholds">
          {rows.map((one) => (
            <Threshold key={one.key} row={one} />
          ))}
        </ul>
      )}
    </details>
  );
}

export function Thresholds() {
  const reading = useReading<ThresholdRow[]>(chairPath('/thresholds'));
  const [words, find] = useState('');
  const [changedOnly, only] = useState(false);
  const all = reading.data ?? [];
  const found = all.filter((one) => matches(one, words, changedOnly));
  const groups = [...new Set(found.map((one) => one.group))].sort((a, b) => rank(a) - rank(b));
  const searching = words !== '' || changedOnly;
  return (
    <Card title={t('settings.thresholds')} id="thresholds">
      <p class="quiet-text">{t('settings.thresholds_why')}</p>
      <div class="inline finder">
        <label class="inline">
          {t('settings.find')}
          <input type="search" value={words} onInput={(event) => find(event.currentTarget.value)} />
        </label>
        <label class="inline">
          <input type="checkbox" checked={changedOnly} onChange={(event) => only(event.currentTarget.checked)} />
          {t('settings.changed_only')}
        </label>
        <span class="quiet-text" role="status">
          {t('settings.found', { n: found.length, all: all.length })}
        </span>
      </div>
      {!reading.data && <Waiting reading={reading} />}
      {groups.map((group, i) => (
        <Group
          key={`${group} ${searching}`}
          group={group}
          rows={found.filter((one) => one.group === group)}
          opened={searching || i === 0}
        />
      ))}
    </Card>
  );
}
