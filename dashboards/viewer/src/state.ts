// What the page knows right now. Written by api/live.ts and start.ts, read by everything that draws.
import { signal } from '@preact/signals';
import type { AlertRow, Calibration, Chair, ChairName, Diag, HubInfo, Now, Pads, Session, Settings } from './api/types';

export type LogKind = 'minutes' | 'spans' | 'sittings' | 'alerts' | 'events' | 'answers';
export type Link = 'connecting' | 'live' | 'away';

export const session = signal<Session | null>(null);
export const hub = signal<HubInfo | null>(null);
export const chairs = signal<ChairName[] | null>(null);
export const chairId = signal<string>('');
export const chair = signal<Chair | null>(null);

export const now = signal<Now | null>(null);
export const pads = signal<Pads | null>(null);
export const settings = signal<Settings | null>(null);
export const diag = signal<Diag | null>(null);
export const calibration = signal<Calibration | null>(null);
export const newestAlert = signal<AlertRow | null>(null);

export const link = signal<Link>('connecting');
export const heardAt = signal<number>(0); // this browser's clock
export const restartedAt = signal<number | null>(null); // of a hub that restarted while the page was open

// Rises when everything has to be read again.
export const generation = signal(0);
// Rises by kind when the log has grown.
export const logged = signal<Record<LogKind, number>>({
  minutes: 0,
  spans: 0,
  sittings: 0,
  alerts: 0,
  events: 0,
  answers: 0,
});

export function sayLogged(kinds: LogKind[]): void {
  const next = { ...logged.value };
  for (const kind of kinds) next[kind] = (next[kind] ?? 0) + 1;
  logged.value = next;
}

export const chairPath = (rest = ''): string => `/api/chairs/${encodeURIComponent(chairId.value)}${rest}`;
// Guests look and change nothing.
export const mayAct = (): boolean => session.value?.access === 'owner';
