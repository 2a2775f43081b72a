// The hub's own stream of what happens. Says when the hub is away, comes back by itself, and has everything
// read again when it does.
import { batch } from '@preact/signals';
import * as state from '../state';
import { readSession } from './http';
import type { AlertRow, Calibration, Diag, Now, Pads, Settings } from './types';

const patienceMs = 25_000; // "now" comes at least every 10 s
const retryMs = [500, 1000, 2000, 3000];

let source: EventSource | null = null;
let timer = 0;
let watch = 0;
let attempts = 0;
let startedMs: number | null = null;

function heard(): void {
  clearTimeout(watch);
  watch = window.setTimeout(lost, patienceMs);
  state.heardAt.value = Date.now();
  attempts = 0;
}

function lost(): void {
  source?.close();
  source = null;
  clearTimeout(watch);
  clearTimeout(timer);
  state.link.value = 'away';
  timer = window.setTimeout(again, retryMs[Math.min(attempts++, retryMs.length - 1)]);
}

// A hub that restarted has forgotten who was logged in; the stream alone would not tell that from silence.
function again(): void {
  readSession().then((session) => (session.access === 'none' ? stopFollowing() : open()), lost);
}

function greet(hub: { version: string; started_ms: number }): void {
  const again = startedMs !== null;
  const restarted = again && startedMs !== hub.started_ms;
  startedMs = hub.started_ms;
  batch(() => {
    if (restarted) state.restartedAt.value = hub.started_ms;
    if (again) state.generation.value++;
    state.link.value = 'live';
  });
}

function on<T>(name: string, take: (data: T) => void): void {
  source?.addEventListener(name, (event) => {
    heard();
    take(JSON.parse((event as MessageEvent<string>).data) as T);
  });
}

function open(): void {
  source?.close();
  source = new EventSource(`/api/live?chair=${encodeURIComponent(state.chairId.value)}`);
  source.addEventListener('error', lost);
  clearTimeout(watch);
  watch = window.setTimeout(lost, patienceMs);
  on('hub', greet);
  on<Now>('now', (data) => {
    state.now.value = data;
  });
  on<Pads>('pads', (data) => {
    state.pads.value = data;
  });
  on<Settings>('settings', (data) => {
    state.settings.value = data;
  });
  on<Diag>('diag', (data) => {
    state.diag.value = data;
  });
  on<Calibration>('calibration', (data) => {
    state.calibration.value = data;
  });
  on<AlertRow>('alert', (data) => {
    state.newestAlert.value = data;
    state.sayLogged(['alerts']);
  });
  on<{ changed: state.LogKind[] }>('log', (data) => state.sayLogged(data.changed));
}

export function follow(): void {
  clearTimeout(timer);
  attempts = 0;
  open();
}

export function stopFollowing(): void {
  clearTimeout(timer);
  clearTimeout(watch);
  source?.close();
  source = null;
}

// A laptop that slept, or a network that came back, need not wait for the next attempt.
window.addEventListener('online', () => source === null && startedMs !== null && follow());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && source === null && startedMs !== null) follow();
});
