// A sheet with a heading; the heading names the region.
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Reading } from '../api/reading';
import { said } from '../said';
import { t } from '../texts';

interface CardProps {
  title: string;
  class?: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
  id?: string;
}

export function Card({ title, aside, children, id, class: kind = '' }: CardProps) {
  const name = useId();
  return (
    <section class={`card ${kind}`} aria-labelledby={name} id={id}>
      <div class="card-head">
        <h2 id={name}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

// What is shown while there is nothing to show yet, or when the hub refused to tell.
export function Waiting({ reading }: { reading: Reading<unknown> }) {
  if (reading.error)
    return (
      <p class="notice" role="alert">
        {t('load.failed', { error: said(reading.error) })}{' '}
        <button type="button" class="plain" onClick={reading.again}>
          {t('load.again')}
        </button>
      </p>
    );
  return <p class="empty">{t('load.wait')}</p>;
}

export function Table({ caption, head, rows }: { caption: string; head: string[]; rows: ComponentChildren[][] }) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

// The same as a drawing, for those who would rather read; made when it is opened.
export function AsTable(props: { caption: string; head: string[]; rows: () => ComponentChildren[][] }) {
  const [open, toggle] = useState(false);
  return (
    <details class="as-table" open={open} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>{t('table.show')}</summary>
      {open && <Table caption={props.caption} head={props.head} rows={props.rows()} />}
    </details>
  );
}
