// By hand until the hub's OpenAPI document is there.
export type Posture = 'empty' | 'object' | 'supported' | 'unsupported_upright' | 'bent_forward' | 'slumped' | 'unknown';
export type Cause = 'unsupported_upright' | 'bent_forward' | 'static_too_long' | 'sitting_too_long' | 'asymmetric';
export type Lean = 'left' | 'right' | 'none';
export interface Session {
  access: 'owner' | 'guest' | 'none';
  password_set: boolean;
  csrf: string;
}
export interface HubInfo {
  version: string;
  started_ms: number;
  now_ms: number;
  clock_set: boolean;
  time_zone: string;
  language: 'en' | 'de';
  languages: string[];
  trouble: string | null;
  mqtt: { enabled: boolean; connected: boolean; host: string; trouble: string | null };
  home_assistant: { discovery: 'device' | 'components' | 'off'; prefix: string };
  log: {
    bytes: number;
    path: string;
    retention_minutes_days: number;
    retention_events_days: number;
    fault: string | null;
  };
  privacy: { tier: string; leaves_the_hub: string[] };
  simulated: string[];
  raw_recording_dir: string | null;
}
export interface ChairName {
  id: string;
  name: string;
}
export interface Chair {
  id: string;
  name: string;
  kit: string;
  driver: string;
  simulated: boolean;
  rate_hz: number;
  has_backrest: boolean;
  armrests: boolean | null;
  pads: { name: string; zone: 'seat' | 'back'; x: number; y: number; range: [number, number] }[];
  profiles: { name: string; kind: 'standard' | 'wheelchair'; calibrated: boolean; made_ms: number | null }[];
}
export interface Now {
  at_ms: number;
  paused: boolean;
  has_data: boolean;
  posture: Posture;
  posture_since_ms: number | null;
  why: string;
  occupied: boolean;
  supported: boolean | null;
  forward: boolean;
  lean: Lean;
  calibrated: boolean;
  calibration_doubt: string | null;
  profile: string;
  session_min: number;
  sitting_today_min: number;
  static_min: number;
  last_break_ms: number | null;
  shifts_per_hour: number;
  shifts_this_hour: number;
  supported_share_pct: number | null;
  next_due: { cause: Cause; in_s: number } | null;
  causes: { cause: Cause; on: boolean; active: boolean; held: string; built_up_min: number; limit_min: number }[];
  alert: AlertRow | null;
  alerts_on: boolean;
  meeting: boolean;
  meeting_until_ms: number | null;
  snoozed_until_ms: number | null;
  fault: string | null;
}
export interface Pads {
  at_ms: number;
  load: (number | null)[];
  counts: (number | null)[];
  centre: [number, number] | null;
  back_centre: [number, number] | null;
  left_right: number | null;
  front_back: number | null;
  back_share: number | null;
  total: number;
}
export interface PadHealth {
  pads: {
    name: string;
    status: string;
    reason: string;
    times: number;
    since_ms: number | null;
    zero: number | null;
    span: number | null;
    noise: number | null;
    drift: number | null;
  }[];
  dropped_frames: number;
  radio: Record<string, number> | null;
}
export interface Day {
  date: string;
  from_ms: number;
  to_ms: number;
  is_today: boolean;
  now_ms: number;
  first_ms: number | null;
  last_ms: number | null;
  spans: { posture: Posture; start_ms: number; end_ms: number; open: boolean; why: string }[];
  resolution_s: number;
  sittings: { start_ms: number; end_ms: number; open: boolean; shifts: number }[];
  breaks: { start_ms: number; end_ms: number }[];
  alerts: AlertRow[];
  holds: {
    cause: Cause;
    held: string;
    start_ms: number;
    end_ms: number;
    open: boolean;
    minutes: number;
    limit_minutes: number;
  }[];
  events: { at_ms: number; kind: string; subject: string; text: string; length_s: number | null }[];
  totals: Totals;
}
export interface Totals {
  sitting_min: number;
  by_posture_min: Record<Posture, number>;
  supported_pct: number | null;
  shifts: number;
  shifts_per_hour: number | null;
  breaks: number;
  longest_still_min: number;
  alerts: Record<Cause, number>;
}
export interface AlertRow {
  id: number;
  cause: Cause;
  raised_ms: number;
  since_ms: number;
  minutes: number;
  is_repeat: boolean;
  text: string;
  remedy: string;
  hint: string | null;
  also_due: Cause[];
  evidence: { name: string; value: number; limit: number | null }[];
  exercise: { id: string; name: string; dose: string; steps: string[]; precaution: string } | null;
  cleared_ms: number | null;
  acted_on: boolean | null;
  delivery: string;
  answer: 'done' | 'skip' | 'hurts' | null;
}
export interface MinuteSeries {
  from_ms: number;
  to_ms: number;
  resolution_s: number;
  at_ms: number[];
  seat_total: (number | null)[];
  seat_total_min: (number | null)[];
  seat_total_max: (number | null)[];
  back_share: (number | null)[];
  left_right: (number | null)[];
  front_back: (number | null)[];
  shifts: (number | null)[];
  posture: (Posture | null)[];
  occupied_s: number[];
}
export interface AlertPage {
  alerts: AlertRow[];
  next_before_id: number | null;
}
export interface Days {
  days: ({ date: string } & Totals)[];
}
export interface Trends {
  shift_goal: string;
  sentence: string;
  why: string;
  shifts_per_hour: number | null;
  floor: number;
  goal: number;
  measures: {
    measure: string;
    unit: string;
    today: number | null;
    week: number | null;
    usual: number | null;
    change: string;
  }[];
}
export interface Coach {
  seated: boolean;
  cause: Cause;
  asked_by_alert: boolean;
  remedy: string;
  now: Exercise | null;
  strength_day: boolean;
  stretches: (Exercise & { done: boolean })[];
  strength: (Exercise & { done: boolean })[];
  retired: { id: string; name: string }[];
  answers: { at_ms: number; exercise: string; name: string; answer: string }[];
  disclaimer: string;
  nothing_left: string;
}
export interface Exercise {
  id: string;
  name: string;
  dose: string;
  steps: string[];
  precaution: string;
  strength: boolean;
  in_chair: boolean;
  standing: boolean;
}
export interface ThresholdRow {
  key: string;
  value: number;
  configured: number;
  default: number;
  unit: string;
  min: number;
  max: number;
  kind: 'study' | 'guidance' | 'engineering_default';
  source: string;
  meaning: string;
  group: string;
}
export interface Recording {
  running: boolean;
  started_ms: number | null;
  seconds: number | null;
  rows: number;
  file: string | null;
  trouble: string | null;
}
export interface Doctor {
  running: boolean;
  examined_ms: number | null;
  findings: {
    severity: 'ok' | 'note' | 'warning' | 'problem';
    name: string;
    chair: string;
    what: string;
    cure: string;
  }[];
}
export interface Settings {
  alerts: boolean;
  paused: boolean;
  meeting: boolean;
  meeting_until: string | null;
  snoozed_until: string | null;
  snooze: string;
  quiet_hours: string;
  language: string;
  profile: string;
  retired_exercises: string[];
  [key: string]: unknown;
}
export interface Diag {
  fault: boolean;
  faults: Record<string, string>;
  database_fault: string | null;
  last_refusal: string | null;
  dropped_frames: number;
  board_temperature_c: number | null;
  database_mb: number | null;
  clock_set: boolean;
  version: string;
}
export interface Calibration {
  step: string;
  waits_for_person: boolean;
  progress_pct: number | null;
  instruction: string;
}
