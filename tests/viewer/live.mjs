// What happens on the chair appears on the page by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open } from './browser.mjs';
import { Hub, until } from './hub.mjs';
import { shared } from './shared.mjs';

test('the pads glow and the centre of pressure moves while somebody sits', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'now');
  await page.locator('.posture-words', { hasText: 'Leaning back' }).waitFor();
  const centre = page.locator('.centre-dot').first();
  await centre.waitFor();
  const seen = new Set();
  await until('three places of the centre', async () => {
    seen.add(await centre.getAttribute('cx'));
    return seen.size >= 3;
  });
  const glow = await page
    .locator('.pads-card .glow')
    .evaluateAll((all) => all.map((one) => Number(one.getAttribute('opacity'))));
  assert.ok(Math.max(...glow) > 0.2, `nothing glows: ${glow}`);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('another posture is shown and told to a screen reader', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'now');
  const before = await page.locator('.posture-words').innerText();
  await until('another posture', async () => (await page.locator('.posture-words').innerText()) !== before, 60_000);
  const said = (await page.locator('[aria-live="polite"].unseen').innerText()).trim();
  assert.ok((await page.locator('.posture-words').innerText()).startsWith(said));
  await page.context().close();
});

test('an alert comes with its remedy, its numbers and an exercise', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'now');
  // At once, for at this speed it is over in seconds.
  const card = await page.waitForFunction(
    () => {
      const one = document.querySelector('.alert-card');
      return (
        one && {
          remedy: one.querySelector('.remedy')?.innerText ?? '',
          numbers: one.querySelectorAll('.evidence dd').length,
          exercise: one.querySelector('.offer h3')?.innerText ?? '',
        }
      );
    },
    null,
    { timeout: 90_000 },
  );
  const { remedy, numbers, exercise } = await card.jsonValue();
  assert.ok(remedy.length > 20);
  assert.ok(numbers >= 1);
  assert.ok(exercise.length > 5);
  await page.context().close();
});

test('of several chairs one is chosen, and stays chosen', async () => {
  const lab = '[[chair]]\nid = "lab"\nname = "Lab"\nkit = { driver = "simulated", scenario = "./day.scenario", speed = 60 }';
  const hub = await Hub.make({ chairs: lab, calibrated: false });
  const page = await open(shared.browser, hub);
  await arrive(page, hub, 'chair');
  await page.locator('h1', { hasText: 'Desk' }).waitFor();
  await page.locator('.sidebar').getByRole('combobox').selectOption('lab');
  await page.locator('h1', { hasText: 'Lab' }).waitFor();
  await page.reload();
  await page.locator('h1', { hasText: 'Lab' }).waitFor();
  await page.getByRole('link', { name: 'Now' }).first().click();
  await page.getByRole('button', { name: 'I am in a meeting' }).click();
  await until('a meeting of that chair alone', async () => (await hub.api('/api/chairs/lab/settings')).meeting);
  assert.equal((await hub.api('/api/chairs/desk/settings')).meeting, false);
  assert.deepEqual(page.faults, []);
  await page.context().close();
  await hub.end();
});
