// The hub goes and comes back: the page says so, keeps what it has, and is right again by itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open, picture } from './browser.mjs';
import { until } from './hub.mjs';
import { shared } from './shared.mjs';

test('a page that is open while the hub restarts says so and recovers', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'now');
  await page.locator('.posture-words').waitFor();
  page.mayFail = true; // the browser's console tells of refused connections
  await shared.hub.stop();
  await page.getByText('The hub is not answering; trying again…').waitFor();
  assert.ok(await page.locator('.frame.away').count());
  assert.ok(await page.locator('.posture-words').isVisible(), 'what was known is kept');
  await picture(page, 'away');
  await page.getByRole('button', { name: 'Snooze for 15 min' }).click();
  await page.getByText('Not done: the hub does not answer.').waitFor();

  await shared.hub.start();
  await page.getByText('The hub has restarted').waitFor();
  assert.equal(await page.locator('.frame.away').count(), 0);
  page.mayFail = false;
  const first = await page
    .locator('.centre-dot')
    .first()
    .getAttribute('cx')
    .catch(() => null);
  await until(
    'fresh readings',
    async () =>
      (await page
        .locator('.centre-dot')
        .first()
        .getAttribute('cx')
        .catch(() => null)) !== first,
    60_000,
  );
  await page.getByRole('link', { name: 'Day' }).first().click();
  await page.locator('.ribbon').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a page that is opened before the hub is there waits for it', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'day');
  page.mayFail = true;
  await shared.hub.stop('SIGKILL');
  await page.getByText('The hub is not answering; trying again…').waitFor();
  await page.getByRole('link', { name: 'Trends' }).first().click();
  await page.locator('h1', { hasText: 'Trends' }).waitFor();
  await shared.hub.start();
  await page.locator('.calendar').waitFor({ timeout: 20_000 });
  assert.equal(page.faults.length, 0, page.faults.join('\n'));
  await page.context().close();
});
