// A hub that is open to others: nothing without the password, guests look and change nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open, sideways, unreachable } from './browser.mjs';
import { Hub, passwordLine, until } from './hub.mjs';
import { shared } from './shared.mjs';

const password = 'a cup of tea at four';

async function enter(page, word) {
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Log in' }).click();
}

test('without guests: the password first, then everything, then out again', async () => {
  const hub = await Hub.make({ web: passwordLine(password) });
  const page = await open(shared.browser, hub, { size: 'phone' });
  page.mayFail = true; // refusals are answers of 401, which the browser's console shows
  await page.goto(`${hub.url}/`);
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  assert.deepEqual(await unreachable(page), []);
  assert.ok((await sideways(page)) <= 0);
  await enter(page, 'not this one, surely');
  await page.getByText('That password does not open it.').waitFor();
  await enter(page, password);
  await page.locator('.posture-words').waitFor();
  await page.getByRole('button', { name: 'I am in a meeting' }).click();
  await until('the meeting in the log', () => hub.setting('meeting') !== null);
  await page.reload();
  await page.locator('.posture-words').waitFor();
  await hub.stop(); // a hub that restarts has forgotten who was logged in
  await hub.start();
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  await enter(page, password);
  await page.locator('.posture-words').waitFor();
  await page.locator('.topbar').getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('heading', { name: 'Log in' }).waitFor();
  assert.deepEqual(await page.violations(), []);
  await page.context().close();
  await hub.end();
});

test('guests see every page and no action', async () => {
  const hub = await Hub.make({ web: `${passwordLine(password)}guest = "read"\n` });
  const page = await open(shared.browser, hub);
  await arrive(page, hub, 'now');
  await page.getByText('You are looking as a guest').waitFor();
  assert.equal(await page.getByRole('button', { name: /Snooze|meeting|Pause/ }).count(), 0);
  await arrive(page, hub, 'coach');
  assert.equal(await page.getByRole('button', { name: 'Done' }).count(), 0);
  await arrive(page, hub, 'chair');
  assert.equal(await page.getByRole('button', { name: /Start|Once more|Record|zero/ }).count(), 0);
  await arrive(page, hub, 'settings');
  assert.ok(await page.locator('#threshold-static_warn_min').isDisabled());
  assert.equal(await page.getByText('Delete for good').count(), 0);
  assert.deepEqual(page.faults, []);
  page.mayFail = true;
  await page.getByRole('link', { name: 'Log in to change things' }).first().click();
  await enter(page, password);
  await page.getByRole('button', { name: 'I am in a meeting' }).waitFor();
  await page.context().close();
  await hub.end();
});
