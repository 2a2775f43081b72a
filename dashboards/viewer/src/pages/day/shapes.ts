// A day's spans as few shapes: one path for each posture, so that a thousand spans draw like seven.
import type { Day, Posture } from '../../api/types';
import type { Span } from './view';

export const drawn: Posture[] = ['supported', 'unsupported_upright', 'bent_forward', 'slumped', 'object', 'unknown'];

export const scale = (view: Span, width: number) => (ms: number) => ((ms - view.from) / (view.to - view.from)) * width;

export function pathOf(spans: Day['spans'], posture: Posture, view: Span, width: number, top: number, height: number) {
  const x = scale(view, width);
  let path = '';
  for (const span of spans) {
    if (span.posture !== posture || span.end_ms <= view.from || span.start_ms >= view.to) continue;
    const from = Math.max(-2, x(span.start_ms));
    const to = Math.min(width + 2, x(span.end_ms));
    path += `M${from.toFixed(1)} ${top}H${Math.max(to, from + 0.6).toFixed(1)}V${top + height}H${from.toFixed(1)}z`;
  }
  return path;
}

const stepsMin = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240];

// Round times for an axis, with room for a word at each. `offset` is that of the hub's zone at the time.
export function ticks(view: Span, width: number, dayFrom: number): number[] {
  const room = 58;
  const most = Math.max(2, Math.floor(width / room));
  const spanMin = (view.to - view.from) / 60_000;
  const step = (stepsMin.find((one) => spanMin / one <= most) ?? 360) * 60_000;
  const first = dayFrom + Math.ceil((view.from - dayFrom) / step) * step;
  const all: number[] = [];
  for (let ms = first; ms <= view.to; ms += step) all.push(ms);
  return all;
}

export const spanAt = (spans: Day['spans'], ms: number) => spans.find((one) => one.start_ms <= ms && ms < one.end_ms);

const hourMs = 3_600_000;

// From the hour in which the chair came into use to the one in which it was left; an empty chair is no reason to look.
// All of the day when nothing of that was logged.
export function boundsOf(day: Day): Span {
  const used = [
    ...day.spans.filter((one) => one.posture !== 'empty').flatMap((one) => [one.start_ms, one.end_ms]),
    ...day.alerts.map((one) => one.raised_ms),
  ];
  const first = used.length ? Math.min(...used) : day.first_ms;
  const last = used.length ? Math.max(...used) : day.last_ms;
  if (first === null || last === null) return { from: day.from_ms, to: day.to_ms };
  const down = day.from_ms + Math.floor((first - day.from_ms) / hourMs) * hourMs;
  const up = day.from_ms + Math.ceil((last - day.from_ms) / hourMs) * hourMs;
  return { from: Math.max(day.from_ms, down), to: Math.min(day.to_ms, Math.max(up, down + hourMs)) };
}
