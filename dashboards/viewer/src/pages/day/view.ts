// Which part of the day is in view, and how mouse, fingers and keys change it. Knows times and pixels, nothing else.
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Span {
  from: number;
  to: number;
}

const narrowestMs = 4 * 60_000;

export function within(view: Span, bounds: Span): Span {
  const width = Math.min(Math.max(view.to - view.from, narrowestMs), bounds.to - bounds.from);
  const from = Math.min(Math.max(view.from, bounds.from), bounds.to - width);
  return { from, to: from + width };
}

export const zoomed = (view: Span, factor: number, at: number): Span => ({
  from: at - (at - view.from) * factor,
  to: at + (view.to - at) * factor,
});

export const panned = (view: Span, part: number): Span => {
  const by = (view.to - view.from) * part;
  return { from: view.from + by, to: view.to + by };
};

export interface View {
  view: Span;
  whole: boolean;
  show: (next: Span) => void;
  zoom: (factor: number) => void;
  pan: (part: number) => void;
  reset: () => void;
}

export function useView(bounds: Span, key: string): View {
  const [state, set] = useState<{ key: string; view: Span | null }>({ key, view: null });
  const asked = state.key === key ? state.view : null;
  const view = asked ? within(asked, bounds) : bounds;
  const show = (next: Span) => set({ key, view: within(next, bounds) });
  return {
    view,
    whole: view.from <= bounds.from && view.to >= bounds.to,
    show,
    zoom: (factor) => show(zoomed(view, factor, (view.from + view.to) / 2)),
    pan: (part) => show(panned(view, part)),
    reset: () => set({ key, view: null }),
  };
}

export function keyed(event: KeyboardEvent, view: View): void {
  const moves: Record<string, () => void> = {
    ArrowLeft: () => view.pan(-0.2),
    ArrowRight: () => view.pan(0.2),
    '+': () => view.zoom(0.6),
    '=': () => view.zoom(0.6),
    '-': () => view.zoom(1 / 0.6),
    '0': () => view.reset(),
    Home: () => view.pan(-100),
    End: () => view.pan(100),
  };
  const move = moves[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  move();
}

// Drag to pan, two fingers to zoom, Ctrl and wheel to zoom, a sideways wheel to pan.
export function useGestures(view: View, width: number) {
  const element = useRef<HTMLDivElement>(null);
  const latest = useRef({ view, width });
  latest.current = { view, width };
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const fingers = new Map<number, number>();
    const timeAt = (clientX: number): number => {
      const { view, width } = latest.current;
      const part = (clientX - target.getBoundingClientRect().left) / width;
      return view.view.from + part * (view.view.to - view.view.from);
    };
    const wheel = (event: WheelEvent) => {
      const { view } = latest.current;
      const zooms = event.ctrlKey || event.metaKey;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!zooms && !sideways) return;
      event.preventDefault();
      if (zooms) view.show(zoomed(view.view, Math.exp(event.deltaY * 0.004), timeAt(event.clientX)));
      else view.pan(event.deltaX / latest.current.width);
    };
    const down = (event: PointerEvent) => {
      if (event.button === 0) fingers.set(event.pointerId, event.clientX);
    };
    const move = (event: PointerEvent) => {
      const before = fingers.get(event.pointerId);
      if (before === undefined) return;
      const { view, width } = latest.current;
      if (fingers.size === 1) {
        if (Math.abs(event.clientX - before) > 3 && !target.hasPointerCapture(event.pointerId))
          target.setPointerCapture(event.pointerId);
        view.pan(-(event.clientX - before) / width);
      } else {
        const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1] ?? before;
        const factor = Math.abs(before - other) / Math.max(8, Math.abs(event.clientX - other));
        view.show(zoomed(view.view, factor, timeAt((event.clientX + other) / 2)));
      }
      fingers.set(event.pointerId, event.clientX);
    };
    const up = (event: PointerEvent) => fingers.delete(event.pointerId);
    target.addEventListener('wheel', wheel, { passive: false });
    target.addEventListener('pointerdown', down);
    target.addEventListener('pointermove', move);
    for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) target.addEventListener(name, up);
    return () => {
      target.removeEventListener('wheel', wheel);
      target.removeEventListener('pointerdown', down);
      target.removeEventListener('pointermove', move);
      for (const name of ['pointerup', 'pointercancel', 'pointerleave'] as const) target.removeEventListener(name, up);
    };
  }, []);
  return element;
}
