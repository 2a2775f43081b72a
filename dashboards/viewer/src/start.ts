// From an empty page to a followed chair: who looks, which hub, which chairs, which words.
import { effect } from '@preact/signals';
import { NoAnswer, read, readSession } from './api/http';
import { follow, stopFollowing } from './api/live';
import { forgetReadings } from './api/reading';
import type { Calibration, Chair, ChairName, HubInfo, Settings } from './api/types';
import { readTrendsAhead } from './pages/trends/paths';
import * as state from './state';
import { hasWords, language, speak } from './texts';

const settledMs = 1500; // what is read ahead waits until the page stands
const chairKey = 'chairhub.chair';

function chosenChair(names: ChairName[]): string {
  const asked = new URLSearchParams(location.search).get('chair') ?? localStorage.getItem(chairKey);
  return names.find((one) => one.id === asked)?.id ?? names[0]?.id ?? '';
}

export async function readHub(): Promise<void> {
  state.hub.value = await read<HubInfo>('/api/hub');
}
export async function readChair(): Promise<void> {
  state.chair.value = await read<Chair>(state.chairPath());
}

export async function sitOn(id: string): Promise<void> {
  stopFollowing();
  forgetReadings();
  localStorage.setItem(chairKey, id);
  state.chairId.value = id;
  state.now.value = null;
  state.pads.value = null;
  state.chair.value = null;
  const [chair, settings, calibration] = await Promise.all([
    read<Chair>(state.chairPath()),
    read<Settings>(state.chairPath('/settings')),
    read<Calibration>(state.chairPath('/calibration')),
  ]);
  state.chair.value = chair;
  state.settings.value = settings;
  state.calibration.value = calibration;
  follow();
  setTimeout(readTrendsAhead, settledMs);
}

async function begin(): Promise<void> {
  if (!hasWords()) await speak(navigator.language.startsWith('de') ? 'de' : 'en');
  const session = await readSession();
  if (session.access === 'none') return;
  await readHub();
  const names = await read<ChairName[]>('/api/chairs');
  state.chairs.value = names;
  const id = chosenChair(names);
  await speakAs(state.hub.value?.language ?? 'en');
  if (id) await sitOn(id);
}

async function speakAs(wanted: string): Promise<void> {
  if (wanted !== language.value || !hasWords()) await speak(wanted);
}

// The hub may not be there yet, or not any more: it is asked until it answers.
export async function start(): Promise<void> {
  for (;;) {
    try {
      await begin();
      return;
    } catch (error) {
      if (!(error instanceof NoAnswer)) console.warn(error);
      state.link.value = 'away';
      await new Promise((next) => setTimeout(next, 2000));
    }
  }
}

// The page speaks as the chair does, and knows the hub anew when it comes back.
effect(() => {
  const wanted = state.settings.value?.language;
  if (wanted) speakAs(wanted).catch(() => undefined);
});
effect(() => {
  if (state.generation.value === 0) return;
  readSession()
    .then((session) => (session.access === 'none' ? undefined : Promise.all([readHub(), readChair()])))
    .catch(() => undefined);
});
