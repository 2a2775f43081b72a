// The day as a ribbon: postures by colour and pattern, sittings below, alerts on top, hours at the bottom.
import { useState } from 'preact/hooks';
import type { AlertRow, Day } from '../../api/types';
import { clock, clockWithSeconds, length, number } from '../../format';
import { Icon } from '../../parts/icons';
import { useWidth } from '../../parts/width';
import { said } from '../../said';
import { t } from '../../texts';
import { drawn, pathOf, scale, spanAt, ticks } from './shapes';
import { keyed, type Span, useGestures, type View } from './view';

const top = 36;
const tall = 64;
const sittingsTop = top + tall + 8;
const axis = sittingsTop + 30;
const full = axis + 20;

function Postures({ day, view, width }: { day: Day; view: Span; width: number }) {
  return (
    <>
      <rect class="ribbon-ground" x="0" y={top} width={width} height={tall} />
      {drawn.map((posture) => {
        const d = pathOf(day.spans, posture, view, width, top, tall);
        return (
          d && (
            <g key={posture}>
              <path class={`fill-${posture}`} d={d} />
              <path fill={`url(#p-${posture})`} d={d} />
            </g>
          )
        );
      })}
    </>
  );
}

function Sittings({ day, view, width }: { day: Day; view: Span; width: number }) {
  const x = scale(view, width);
  return (
    <g>
      {day.sittings.map((one) => (
        <rect
          key={one.start_ms}
          class="sitting"
          x={Math.max(-4, x(one.start_ms))}
          y={sittingsTop}
          width={Math.max(2, Math.min(width + 4, x(one.end_ms)) - Math.max(-4, x(one.start_ms)))}
          height="7"
          rx="3.5"
        />
      ))}
      {day.breaks.map((one) => {
        const [from, to] = [Math.max(0, x(one.start_ms)), Math.min(width, x(one.end_ms))];
        if (to < 0 || from > width) return null;
        return (
          <g key={one.start_ms} class="break">
            <path d={`M${from + 2} ${sittingsTop + 3.5}H${Math.max(from + 2, to - 2)}`} />
            {to - from > 58 && (
              <text x={(from + to) / 2} y={sittingsTop + 19} text-anchor="middle">
                {length(one.end_ms - one.start_ms)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Axis({ day, view, width }: { day: Day; view: Span; width: number }) {
  const x = scale(view, width);
  return (
    <g class="axis">
      {ticks(view, width, day.from_ms).map((ms) => (
        <g key={ms}>
          <path d={`M${x(ms)} ${top}V${axis}`} />
          {x(ms) > 16 && x(ms) < width - 16 && (
            <text x={x(ms)} y={axis + 14} text-anchor="middle">
              {clock(ms)}
            </text>
          )}
        </g>
      ))}
      {day.is_today && <path class="now-line" d={`M${x(day.now_ms)} ${top - 6}V${axis}`} />}
    </g>
  );
}

interface RibbonProps {
  day: Day;
  view: View;
  chosen: number | null;
  choose: (alert: AlertRow) => void;
}

function Marks({ day, view, width, chosen, choose }: RibbonProps & { width: number }) {
  const x = scale(view.view, width);
  return (
    <>
      {day.alerts
        .filter((one) => one.raised_ms >= view.view.from && one.raised_ms <= view.view.to)
        .map((one) => (
          <button
            key={one.id}
            type="button"
            class={`alert-mark ${one.cause}`}
            aria-pressed={chosen === one.id}
            aria-label={t('day.alert_at', { time: clock(one.raised_ms), cause: t(`cause.${one.cause}`) })}
            title={said(one.text)}
            style={{ left: `${Math.min(width - 14, Math.max(14, x(one.raised_ms)))}px` }}
            onClick={() => choose(one)}
          >
            <Icon name="bell" size={16} />
          </button>
        ))}
    </>
  );
}

function sayAt(day: Day, ms: number): string {
  const span = spanAt(day.spans, ms);
  if (!span) return clockWithSeconds(ms);
  const words = t('day.span', {
    posture: t(`posture.${span.posture}`),
    from: clock(span.start_ms),
    to: span.open ? t('day.open') : clock(span.end_ms),
    length: length(span.end_ms - span.start_ms),
  });
  return span.why ? `${words} · ${said(span.why)}` : words;
}

export function Ribbon(props: RibbonProps) {
  const { day, view } = props;
  const [frame, width] = useWidth<HTMLDivElement>();
  const gestures = useGestures(view, width || 1);
  const [pointed, point] = useState<number | null>(null);
  const follow = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    point(view.view.from + ((event.clientX - box.left) / box.width) * (view.view.to - view.view.from));
  };
  return (
    <div class="ribbon-frame" ref={frame}>
      <div
        class="ribbon"
        ref={gestures}
        tabIndex={0}
        role="group"
        aria-label={t('day.ribbon_text', { from: clock(view.view.from), to: clock(view.view.to) })}
        onKeyDown={(event) => keyed(event, view)}
        onDblClick={() => view.zoom(0.4)}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => point(null)}
      >
        {width > 0 && (
          <svg width={width} height={full} viewBox={`0 0 ${width} ${full}`} aria-hidden="true">
            <Postures day={day} view={view.view} width={width} />
            <Axis day={day} view={view.view} width={width} />
            <Sittings day={day} view={view.view} width={width} />
            {pointed !== null && (
              <path class="pointer-line" d={`M${scale(view.view, width)(pointed)} ${top}V${axis}`} />
            )}
          </svg>
        )}
        {width > 0 && <Marks {...props} width={width} />}
      </div>
      <p class="readout">
        {pointed === null ? (
          <>
            <span class="for-mouse">{t('day.help')}</span>
            <span class="for-touch">{t('day.help_touch')}</span>
          </>
        ) : (
          sayAt(day, pointed)
        )}
      </p>
      {day.resolution_s > 0 && (
        <p class="quiet-text">{t('day.joined', { length: t('unit.s', { n: number(day.resolution_s) }) })}</p>
      )}
    </div>
  );
}
