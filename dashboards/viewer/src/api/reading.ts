// A view's data: at once what was read before, then what the hub says now; read again when the log has grown,
// when the hub is back, and when asked.
import { useEffect, useState } from 'preact/hooks';
import { generation, type LogKind, logged } from '../state';
import { NoAnswer, Refusal, read } from './http';

export interface Reading<T> {
  data: T | undefined;
  error: string | null; // null also while the hub is away: the page says that in one place
  busy: boolean;
  again: () => void;
}

const kept = new Map<string, unknown>();
const mostKept = 60;

function keep(path: string, data: unknown): void {
  kept.delete(path);
  kept.set(path, data);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
}

export function forgetReadings(): void {
  kept.clear();
}

export async function readAhead(path: string): Promise<void> {
  if (kept.has(path)) return;
  await read(path).then(
    (data) => keep(path, data),
    () => undefined,
  );
}

interface State {
  path: string | null;
  error: string | null;
  busy: boolean;
}

// What was shown for another path stays until the new one is there, so that nothing jumps.
// `also` is anything else that makes the hub's answer another one.
export function useReading<T>(path: string | null, grows: LogKind[] = [], also: unknown = null): Reading<T> {
  const [state, set] = useState<State>({ path: path && kept.has(path) ? path : null, error: null, busy: false });
  const [asked, ask] = useState(0);
  const grown = grows.reduce((sum, kind) => sum + logged.value[kind], 0);
  const age = generation.value;
  useEffect(() => {
    if (!path) return;
    const stop = new AbortController();
    let later = 0; // too many ask the log: it is asked again
    set((was) => ({ path: kept.has(path) ? path : was.path, error: null, busy: true }));
    read<T>(path, stop.signal).then(
      (data) => {
        keep(path, data);
        set({ path, error: null, busy: false });
      },
      (error: Error) => {
        if (error.name === 'AbortError') return;
        if (error instanceof Refusal && error.status === 503) {
          later = window.setTimeout(() => ask((n) => n + 1), (error.retryAfter ?? 1) * 1000);
          return;
        }
        const sentence = error instanceof NoAnswer ? null : error.message;
        set((was) => ({ path: sentence ? path : was.path, error: sentence, busy: false }));
      },
    );
    return () => {
      clearTimeout(later);
      stop.abort();
    };
  }, [path, age, grown, asked, also]);
  const shown = path && kept.has(path) ? path : state.path;
  return {
    data: shown ? (kept.get(shown) as T | undefined) : undefined,
    error: state.error,
    busy: state.busy,
    again: () => ask((n) => n + 1),
  };
}
