// What somebody does on the page ends in the log and on MQTT. What the hub refuses is said in its own words.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, arrive, open, sideways, sizes } from './browser.mjs';
import { until } from './hub.mjs';
import { shared } from './shared.mjs';

const told = (what, look) =>
  until(`${what} on MQTT`, () => {
    const settings = shared.broker.newest('chairhub/desk/settings');
    return settings && look(settings);
  });
// What is as in the configuration again has no row of its own.
const kept = (key, look) => until(`${key} in the log`, () => look(shared.hub.setting(key)));
const asConfigured = (key) => kept(key, (value) => value === null);

// What somebody does and no setting shows is told once, and is a row of the log.
const obeyed = async (command, value = /^$/) => {
  await until(`${command} on MQTT`, () => shared.broker.obeyed(command, value));
  await until(`${command} in the log`, () =>
    shared.hub
      .sql(`SELECT text FROM events WHERE chair='desk' AND kind='command' AND subject='${command}'`)
      .some((one) => one.text.match(value)),
  );
};

async function on(name, story) {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, name);
  await story(page);
  assert.deepEqual(page.faults, []);
  assert.deepEqual(await page.violations(), []);
  await page.context().close();
}
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('a snooze, and its end', () =>
  on('now', async (page) => {
    await button(page, 'Snooze for 30 min').click();
    await told('a snooze', (one) => one.snooze === '30 minutes');
    await kept('snoozed_until', (value) => Number(value) > 0);
    await button(page, 'End the snooze').click();
    await told('its end', (one) => one.snooze === 'off');
    await kept('snoozed_until', (value) => !value);
  }));

test('a meeting, and its end', () =>
  on('now', async (page) => {
    await button(page, 'I am in a meeting').click();
    await told('a meeting', (one) => one.meeting === true);
    await kept('meeting', (value) => value === 'on' || value === '1' || value === 'true');
    await button(page, 'The meeting is over').click();
    await told('its end', (one) => one.meeting === false);
    await asConfigured('meeting');
  }));

test('a pause, which says that nothing is judged, and going on', () =>
  on('now', async (page) => {
    await button(page, 'Pause').click();
    await told('a pause', (one) => one.paused === true);
    await obeyed('pause', /^on$/);
    await page.getByText('Paused: nothing is judged').waitFor();
    await button(page, 'Go on').first().click();
    await told('its end', (one) => one.paused === false);
    await page.locator('.posture-picture').waitFor();
  }));

test('alerts and a cause, off and on', () =>
  on('settings', async (page) => {
    for (const [name, key] of [
      ['Tell me at all', 'alerts'],
      ['Bent forward', 'bent_forward'],
      ['Leaning to one side', 'asymmetric'],
    ]) {
      const control = page.getByRole('switch', { name });
      const before = (await control.getAttribute('aria-checked')) === 'true';
      await control.click();
      await told(key, (one) => one[key] === !before);
      await obeyed(key, before ? /^off$/ : /^on$/);
      await until('the switch', async () => (await control.getAttribute('aria-checked')) === String(!before));
      await control.click();
      await told(key, (one) => one[key] === before);
    }
    for (const key of ['alerts', 'cause.bent_forward', 'cause.asymmetric']) await asConfigured(key);
  }));

test('quiet hours', () =>
  on('settings', async (page) => {
    await page.locator('.quiet-hours input').first().fill('21:30');
    await page.locator('.quiet-hours input').last().fill('06:45');
    await page.locator('.quiet-hours').getByRole('button', { name: 'Save' }).click();
    await told('quiet hours', (one) => one.quiet_hours === '21:30-06:45');
    await kept('quiet_hours', (value) => value === '21:30-06:45');
    await button(page, 'No quiet hours').click();
    await asConfigured('quiet_hours');
  }));

test('a number, within its range and beyond it', () =>
  on('settings', async (page) => {
    const field = page.locator('#threshold-static_warn_min');
    const item = page.locator('li.threshold', { has: field });
    await field.fill('20');
    await item.getByRole('button', { name: 'Save' }).click();
    await item.getByText('static_warn_min is now 20 min').waitFor();
    await told('the number', (one) => one.static_warn_min === 20);
    await kept('static_warn_min', (value) => Number(value) === 20);
    page.mayFail = true; // a refusal is an answer of 400, which the browser's console shows
    await field.fill('2000');
    await item.getByRole('button', { name: 'Save' }).click();
    const said = await item.locator('.refused-text').innerText();
    assert.match(said, /8 to 30 min/);
    assert.equal(shared.hub.setting('static_warn_min'), '20');
    await button(item, 'Back to 15 min').click();
    await told('the number again', (one) => one.static_warn_min === 15);
  }));

test('every number has its source, its kind and its range', () =>
  on('settings', async (page) => {
    const { length } = await shared.hub.api('/api/chairs/desk/thresholds');
    await page.locator('.finder input[type=search]').fill(' ');
    await until('all of them', async () => (await page.locator('li.threshold').count()) === length);
    assert.equal(await page.locator('.threshold-facts .tag').count(), length);
    await page.locator('.finder input[type=search]').fill('Waongenngarm 2020');
    await until('a few', async () => (await page.locator('li.threshold').count()) < 6);
  }));

test('the language, of the page too', () =>
  on('settings', async (page) => {
    await button(page, 'Deutsch').click();
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    await told('the language', (one) => one.language === 'de');
    await kept('language', (value) => value === 'de');
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    await page.getByRole('link', { name: 'Jetzt' }).first().click();
    await page.getByText('Was als Nächstes kommt').waitFor();
    await page.setViewportSize(sizes.phone); // German words are long
    for (const name of Object.keys(addresses)) {
      await arrive(page, shared.hub, name);
      assert.ok((await sideways(page)) <= 0, `${name} scrolls sideways in German`);
    }
    await page.setViewportSize(sizes.desktop);
    await page.getByRole('link', { name: 'Einstellungen' }).first().click();
    await button(page, 'English').click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await asConfigured('language');
  }));

test('an exercise that was done, one left out, one that hurts, and the way back', () =>
  on('coach', async (page) => {
    const answered = (answer) => shared.hub.sql(`SELECT exercise FROM exercise_answers WHERE answer='${answer}'`);
    await page.locator('.coach-now').getByRole('button', { name: 'Not now' }).click();
    await until('a skip in the log', () => answered('skip').length === 1);
    await obeyed('exercise', /skip$/);
    const item = page.locator('.plan-item', { has: button(page, 'Done') }).first();
    await button(item, 'Done').click();
    await until('done in the log', () => answered('done').length === 1);
    await obeyed('exercise', /done$/);
    await page.locator('.plan-item.done').first().waitFor();
    await page.locator('.plan-item').last().getByRole('button', { name: 'It hurts' }).click();
    await until('hurts in the log', () => answered('hurts').length === 1);
    const [{ exercise }] = answered('hurts');
    await obeyed('exercise', new RegExp(`^${exercise} hurts$`));
    await told('the retired one', (one) => one.retired_exercises.includes(exercise));
    await button(page, 'Undo').click();
    await obeyed('restore_exercise', new RegExp(`^${exercise}$`));
    await told('its return', (one) => !one.retired_exercises.includes(exercise));
    await kept('retired_exercises', (value) => !value?.includes(exercise));
  }));

test('another profile', () =>
  on('chair', async (page) => {
    await button(page, 'Use').click();
    await told('ben', (one) => one.profile === 'ben');
    await kept('profile', (value) => value === 'ben');
    await button(page, 'Use').click();
    await told('anna', (one) => one.profile === 'anna');
    await asConfigured('profile');
  }));

test('a zero is refused while somebody sits, in the words of the hub', () =>
  on('chair', async (page) => {
    await until('somebody sits', async () => (await shared.hub.api('/api/chairs/desk/now')).occupied, 60_000);
    page.mayFail = true;
    await button(page, 'Take the empty chair as zero').click();
    await page.locator('.toast.refused').waitFor();
    assert.match(await page.locator('.toast.refused').innerText(), /Not done: .{10,}/);
  }));

test('a guided calibration begins, goes on and is cancelled', () =>
  on('chair', async (page) => {
    const step = () => shared.broker.newest('chairhub/desk/calibration')?.step;
    await button(page, 'Once more').click();
    await page.locator('.stages .here').waitFor();
    await until('its first step on MQTT', () => step() === 'leave_chair');
    assert.ok((await page.locator('.instruction').innerText()).length > 10);
    await button(page, 'Go on').click();
    await until('the next step', () => step() !== 'leave_chair');
    if (await button(page, 'Cancel').isVisible()) await button(page, 'Cancel').click();
    await until('its end', () => ['idle', 'failed'].includes(step()));
    await button(page, 'Once more').waitFor();
  }));

test('a recording of raw readings, to be taken along', () =>
  on('chair', async (page) => {
    await page.locator('input[type=number]').fill('3600');
    await button(page, 'Record').click();
    await page.getByText(/Recording since/).waitFor();
    await until('rows', async () => (await shared.hub.api('/api/chairs/desk/recording')).rows > 20);
    await button(page, 'Stop').click();
    const link = page.getByRole('link', { name: 'Download' });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const [head, first] = readFileSync(await download.path(), 'utf8').split('\n');
    assert.match(head, /^t_ms,/);
    assert.equal(first.split(',').length, head.split(',').length);
  }));

test('the doctor has a look', () =>
  on('chair', async (page) => {
    await button(page, 'Have a look').click();
    await page.locator('.findings, details').getByText(/./).first().waitFor();
    await until('findings', async () => (await shared.hub.api('/api/doctor')).findings?.length > 3, 30_000);
    await page.getByText(/^Fine: \d+/).waitFor({ timeout: 20_000 });
  }));

test('the log can be taken along as CSV, JSON and SQLite', () =>
  on('settings', async (page) => {
    const take = async (name) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      return download.path();
    };
    await page.locator('#export select').last().selectOption('0');
    assert.match(readFileSync(await take('CSV'), 'utf8'), /^start,end,/);
    JSON.parse(readFileSync(await take('JSON'), 'utf8'));
    const copy = await take('The whole log as one SQLite file');
    const sittings = execFileSync('sqlite3', [copy, 'SELECT count(*) FROM sittings'], { encoding: 'utf8' });
    assert.ok(Number(sittings) >= 1);
  }));

test('where data goes is said', () =>
  on('settings', async (page) => {
    await page.getByText(`Connected to 127.0.0.1`).waitFor();
    assert.ok((await page.locator('#privacy li').count()) >= 1);
    await page
      .locator('#log')
      .getByText(/MB in .*chairhub\.db/)
      .waitFor();
    await page.getByText(/Minutes are kept for \d+ days/).waitFor();
    await page.getByText(/Everything else for [\d,]+ days/).waitFor();
  }));
