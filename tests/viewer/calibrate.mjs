// The two things that need an empty chair: taking it as zero, and a guided calibration to its end.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open } from './browser.mjs';
import { Broker, Hub, until } from './hub.mjs';
import { shared } from './shared.mjs';

// Long empty, then long supported, so that a slow machine has time for both; and not too fast, because whoever does not
// keep what was measured within two minutes keeps it without being asked.
const day = `
seed 5
weight_kg 78
shifts_per_hour 3
09:00 stand
09:15 sit supported
12:00 stand
12:10 end
`;

test('the empty chair is taken as zero, and a calibration goes on to its end', async () => {
  const broker = await Broker.start();
  const hub = await Hub.make({ broker, day, speed: 15, calibrated: false });
  const page = await open(shared.browser, hub);
  const button = (name) => page.getByRole('button', { name, exact: true });
  const step = (one) => until(one, () => broker.newest('chairhub/desk/calibration')?.step === one, 90_000);
  const calibrations = () => hub.sql("SELECT seat_total FROM calibrations WHERE chair='desk' ORDER BY id");
  await arrive(page, hub, 'chair');

  await button('Take the empty chair as zero').click();
  await until('the zero on MQTT', () => broker.obeyed('tare', /^$/));
  await until('the zero in the log', () => calibrations().length === 1);

  await button('Start').click();
  await step('leave_chair');
  await button('Go on').click();
  await step('sit_supported');
  await until('somebody', async () => (await hub.api('/api/chairs/desk/now')).occupied, 90_000);
  await button('Go on').click();
  await step('sit_upright');
  await button('Keep what was measured').click();
  await until('a calibration in the log', () => calibrations().at(-1)?.seat_total > 0);
  await until('it to be in use', () => broker.newest('chairhub/desk/state')?.calibrated === true);
  await until('its end', () => ['done', 'idle'].includes(broker.newest('chairhub/desk/calibration').step));
  await button('Once more').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
  await hub.end();
  await broker.end();
});
