// Everything without a mouse: one can go everywhere, see where one is, and do what there is to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, arrive, open } from './browser.mjs';
import { until } from './hub.mjs';
import { shared } from './shared.mjs';

const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    return {
      name: one.getAttribute('aria-label') ?? one.innerText ?? '',
      kind: `${one.tagName}.${one.className}`,
      outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      inPage: one !== document.body,
      seen: box.width > 0 && box.height > 0,
    };
  });

test('the first Tab offers to skip to the content', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'now');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).name, 'Skip to the content');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.context().close();
});

test('each stop of Tab can be seen, on every page', async () => {
  const page = await open(shared.browser, shared.hub);
  for (const name of Object.keys(addresses)) {
    await arrive(page, shared.hub, name);
    for (let stop = 0; stop < 25; ++stop) {
      await page.keyboard.press('Tab');
      const one = await focused(page);
      if (!one.inPage) break;
      assert.ok(
        one.outlined && one.seen,
        `${name}, stop ${stop}: ${one.kind} "${one.name}" cannot be seen to have the focus`,
      );
    }
  }
  await page.context().close();
});

test('a page, a snooze and a day are reached by keys alone', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'settings');
  const tabTo = async (name) => {
    for (let stop = 0; stop < 60; ++stop) {
      if ((await focused(page)).name.trim() === name) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab never comes to "${name}"`);
  };
  await tabTo('Now');
  await page.keyboard.press('Enter');
  await page.locator('.posture-words').waitFor();
  await tabTo('Snooze for 15 min');
  await page.keyboard.press('Enter');
  await until('the snooze', () => shared.broker.newest('chairhub/desk/settings').snooze === '15 minutes');
  await tabTo('End the snooze');
  await page.keyboard.press('Enter');
  await until('its end', () => shared.broker.newest('chairhub/desk/settings').snooze === 'off');

  await arrive(page, shared.hub, 'trends');
  await page.locator('.calendar a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/day\/2026-03-01/);
  await page.context().close();
});
