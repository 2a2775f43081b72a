// Short words after something was done, with a way to take it back where there is one.
import { signal } from '@preact/signals';
import { NoAnswer } from '../api/http';
import { said } from '../said';
import { t } from '../texts';

interface Toast {
  id: number;
  text: string;
  good: boolean;
  undo?: { label: string; act: () => void };
}

const toasts = signal<Toast[]>([]);
let last = 0;
const shownMs = 7000;

const away = (id: number) => {
  toasts.value = toasts.value.filter((one) => one.id !== id);
};

export function toast(text: string, good = true, undo?: Toast['undo']): void {
  const id = ++last;
  toasts.value = [...toasts.value.slice(-2), { id, text, good, ...(undo ? { undo } : {}) }];
  setTimeout(() => away(id), undo ? 3 * shownMs : shownMs);
}

export const sentenceOf = (error: unknown): string =>
  error instanceof NoAnswer ? t('do.no_answer') : t('do.refused', { error: said((error as Error).message) });

// Does it and says how it went; true when the hub obeyed.
export async function attempt(what: () => Promise<unknown>, done?: string, undo?: Toast['undo']): Promise<boolean> {
  try {
    await what();
    if (done) toast(done, true, undo);
    return true;
  } catch (error) {
    toast(sentenceOf(error), false);
    return false;
  }
}

export function Toasts() {
  return (
    <div class="toasts" role="status">
      {toasts.value.map((one) => (
        <p key={one.id} class={one.good ? 'toast' : 'toast refused'}>
          <span>{one.text}</span>
          {one.undo && (
            <button
              type="button"
              class="plain"
              onClick={() => {
                one.undo?.act();
                away(one.id);
              }}
            >
              {one.undo.label}
            </button>
          )}
          <button type="button" class="plain" aria-label={t('do.close')} onClick={() => away(one.id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
