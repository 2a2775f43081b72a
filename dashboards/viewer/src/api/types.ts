// What the hub answers, by the names that pages use. The shapes come from the hub's own document when the page is built.
import type { components } from './openapi.gen';

type Schemas = components['schemas'];

export type Posture = Schemas['Posture'];
export type Cause = Schemas['Cause'];
export type Session = Schemas['Session'];
export type HubInfo = Schemas['Hub'];
export type ChairName = Schemas['ChairName'];
export type Chair = Schemas['Chair'];
export type Now = Schemas['Now'];
export type Pads = Schemas['Pads'];
export type PadHealth = Schemas['PadHealth'];
export type Day = Schemas['Day'];
export type Totals = Schemas['Totals'];
export type AlertRow = Schemas['Alert'];
export type MinuteSeries = Schemas['MinuteSeries'];
export type Days = Schemas['Days'];
export type Trends = Schemas['Trends'];
export type Exercise = Schemas['Exercise'];
export type PlannedExercise = Schemas['PlannedExercise'];
export type Coach = Schemas['Coach'];
export type ThresholdRow = Schemas['Threshold'];
// As over MQTT, a switch for each cause and a number for each threshold among them.
export type Settings = Schemas['Settings'] & Record<Cause, boolean> & { [threshold: string]: unknown };
export type Diag = Schemas['Diag'] & { last_refusal?: string | null; board_temperature_c?: number | null };
export type Calibration = Schemas['Calibration'];
export type Recording = Schemas['Recording'];
export type Doctor = Schemas['Doctor'];
