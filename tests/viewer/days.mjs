// The day: its ribbon moves under mouse, fingers and keys; an alert opens with its evidence and its minutes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open } from './browser.mjs';
import { until } from './hub.mjs';
import { shared } from './shared.mjs';

const inView = async (page) =>
  (await page.locator('.ribbon').getAttribute('aria-label'))
    .match(/\d\d:\d\d/g)
    .slice(0, 2)
    .join(' ');
const changes = async (page, what, act) => {
  const before = await inView(page);
  await act();
  await until(what, async () => (await inView(page)) !== before, 4000);
};

test('the ribbon zooms and moves by buttons, keys, wheel and drag', async () => {
  await until(
    'a part of a day',
    async () => {
      const { first_ms: first, last_ms: last } = await shared.hub.api('/api/chairs/desk/day');
      return last - first > 45 * 60_000;
    },
    90_000,
  );
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'day');
  await changes(page, 'a closer look', () => page.getByRole('button', { name: 'Closer' }).click());
  await page.locator('.ribbon').focus();
  await changes(page, 'a key that zooms', () => page.keyboard.press('+'));
  await changes(page, 'a key that moves', () => page.keyboard.press('ArrowLeft'));
  const box = await page.locator('.ribbon').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 70];
  await changes(page, 'a drag', async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 200, y, { steps: 4 });
    await page.mouse.up();
  });
  await changes(page, 'the wheel', async () => {
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 240);
    await page.keyboard.up('Control');
  });
  await page.locator('.ribbon').focus();
  await page.keyboard.press('0');
  assert.ok(await page.getByRole('button', { name: 'Whole day' }).isDisabled());
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('two fingers zoom', async () => {
  const page = await open(shared.browser, shared.hub, { size: 'phone' });
  await arrive(page, shared.hub, 'day');
  await page.locator('.ribbon > svg').waitFor();
  await page.locator('.ribbon').scrollIntoViewIfNeeded();
  const box = await page.locator('.ribbon').boundingBox();
  const session = await page.context().newCDPSession(page);
  const fingers = (gap) => [
    { x: box.x + box.width / 2 - gap, y: box.y + 70, id: 1 },
    { x: box.x + box.width / 2 + gap, y: box.y + 70, id: 2 },
  ];
  await changes(page, 'a pinch', async () => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
    for (const gap of [35, 55, 80, 110])
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(gap) });
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  });
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('an alert opens with its numbers, what happened next and the minutes around it', async () => {
  await until('an alert', async () => (await shared.hub.api('/api/chairs/desk/day')).alerts.length > 0, 90_000);
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'day');
  await page.locator('.alert-mark').first().click();
  const detail = page.locator('.alert-detail');
  await detail.locator('.evidence dd').first().waitFor();
  assert.match(page.url(), /alert=\d+/);
  const next = await detail.locator('h3:text-is("What happened next") + p').innerText();
  assert.match(next, /^(You changed something|It went on|It has not ended|It ended|Its end)/);
  await page.locator('.minutes-card canvas').first().waitFor();
  await page.reload();
  await detail.waitFor();
  await detail.getByRole('button').first().click();
  await page.locator('.alert-list').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('other days are one click away, also those without a log', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'day');
  const title = await page.locator('h1').innerText();
  await page.getByRole('link', { name: 'Previous day' }).click();
  await page.getByText('Nothing was logged on this day.').waitFor();
  assert.notEqual(await page.locator('h1').innerText(), title);
  await page.goBack();
  await page.locator('.ribbon').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
