// A row of bars with lines to hold them against. Pointing or touching tells a bar's value; a table tells all.
import { useState } from 'preact/hooks';
import { go } from '../router';
import { t } from '../texts';
import { AsTable } from './card';
import { useWidth } from './width';

export interface BarItem {
  key: string;
  label: string;
  short: string;
  value: number | null;
  to: string | null;
}

interface BarsProps {
  title: string;
  what: string; // the head of the table's first column
  items: BarItem[];
  say: (value: number) => string;
  lines?: number[];
  least?: number; // the axis reaches at least up to here
  height?: number;
}

const axisHeight = 20;
const gutter = 44; // for the axis' words

export function niceTop(most: number): number {
  const base = 10 ** Math.floor(Math.log10(Math.max(most, 0.001)));
  return ([1, 2, 3, 4, 5, 6, 8, 10].find((step) => step * base >= most) ?? 10) * base;
}

export function Bars({ title, what, items, say, lines = [], least = 0, height = 130 }: BarsProps) {
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, point] = useState<number | null>(null);
  const top = niceTop(Math.max(least, ...items.map((one) => one.value ?? 0), ...lines));
  const y = (value: number) => height - (value / top) * (height - 16);
  const step = Math.max(0, width - gutter) / Math.max(1, items.length);
  const gap = Math.min(6, step * 0.25);
  const every = Math.ceil(72 / Math.max(1, step));
  const indexAt = (event: PointerEvent | MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(items.length - 1, Math.max(0, Math.floor((event.clientX - box.left - gutter) / step)));
  };
  const one = pointed === null ? undefined : items[pointed];
  return (
    <div class="bars-frame">
      <div class="bars" ref={frame}>
        {width > 0 && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the calendar below leads to the same days by keys
          <svg
            width={width}
            height={height + axisHeight}
            role="img"
            aria-label={title}
            onPointerMove={(event) => point(indexAt(event))}
            onPointerDown={(event) => point(indexAt(event))}
            onPointerLeave={() => point(null)}
            onClick={(event) => {
              const to = items[indexAt(event)]?.to;
              if (to && event.detail > 0) go(to);
            }}
          >
            <path class="bar-base" d={`M${gutter} ${height + 0.5}H${width}`} />
            {[top / 2, top].map((tick) => (
              <g key={tick} class="bar-grid">
                <path d={`M${gutter} ${y(tick)}H${width}`} />
                <text x={gutter - 6} y={y(tick) + 4} text-anchor="end">
                  {say(tick)}
                </text>
              </g>
            ))}
            {items.map((item, i) =>
              item.value === null ? null : (
                <rect
                  key={item.key}
                  class={i === pointed ? 'bar pointed' : 'bar'}
                  x={gutter + i * step + gap / 2}
                  y={y(item.value)}
                  width={Math.max(1, step - gap)}
                  height={Math.max(1, height - y(item.value))}
                  rx={Math.min(3, step / 4)}
                />
              ),
            )}
            {lines.map((line) => (
              <g key={line} class="bar-line">
                <path d={`M${gutter} ${y(line)}H${width}`} />
                <text x={width - 2} y={y(line) - 4} text-anchor="end">
                  {line}
                </text>
              </g>
            ))}
            {items.map((item, i) =>
              i % every === 0 && gutter + i * step + 40 < width ? (
                <text key={item.key} class="bar-label" x={gutter + i * step + gap / 2} y={height + 15}>
                  {item.short}
                </text>
              ) : null,
            )}
          </svg>
        )}
      </div>
      <p class="readout" aria-hidden="true">
        {one ? `${one.label}: ${one.value === null ? t('trends.no_sitting') : say(one.value)}` : '\u00a0'}
      </p>
      <AsTable
        caption={title}
        head={[what, title]}
        rows={() => items.map((item) => [item.label, item.value === null ? t('trends.no_sitting') : say(item.value)])}
      />
    </div>
  );
}
