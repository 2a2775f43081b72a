// Each page, on a desk and on a phone, light and dark: it shows its data, is open to everybody, and stays in its width.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, arrive, open, picture, sideways, sizes, unreachable } from './browser.mjs';
import { shared } from './shared.mjs';

const data = {
  now: '.pads-card .glow',
  day: '.ribbon path.fill-supported',
  trends: '.calendar a',
  coach: '.plan-item svg.exercise',
  chair: '.pads-table .meter',
  settings: '.threshold input',
};

const looks = Object.keys(sizes).flatMap((size) => ['light', 'dark'].map((scheme) => ({ size, scheme })));

async function lookAtAll({ size, scheme }) {
  const page = await open(shared.browser, shared.hub, { size, scheme, reduced: true });
  for (const name of Object.keys(addresses)) {
    await arrive(page, shared.hub, name);
    await page.locator(data[name]).first().waitFor({ state: 'attached' });
    assert.ok((await sideways(page)) <= 0, `${name} scrolls sideways`);
    assert.deepEqual(await unreachable(page), [], name);
    assert.deepEqual(await page.violations(), [], name);
    await picture(page, `${name}-${size}-${scheme}`);
  }
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

test('every page, on a desk and on a phone, light and dark', { concurrency: 2 }, async (all) => {
  await Promise.all(looks.map((look) => all.test(`on a ${look.size}, ${look.scheme}`, () => lookAtAll(look))));
});

test('who asks for less motion sees the exercises stand still, others see them move', async () => {
  for (const reduced of [true, false]) {
    const page = await open(shared.browser, shared.hub, { reduced });
    await arrive(page, shared.hub, 'coach');
    await page.locator('.exercise .turn').first().waitFor({ state: 'attached' });
    const running = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
    assert.equal(running === 0, reduced, `${running} animations run`);
    await page.context().close();
  }
});

test('the colours that somebody chose are kept, and nothing flashes', async () => {
  const page = await open(shared.browser, shared.hub, { scheme: 'light' });
  await arrive(page, shared.hub, 'settings');
  await page.getByRole('button', { name: 'dark', exact: true }).click();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.reload();
  await page.locator('main h1').waitFor();
  assert.equal(await paper(), dark);
  await page.getByRole('button', { name: 'as the device', exact: true }).click();
  assert.notEqual(await paper(), dark);
  await page.context().close();
});
