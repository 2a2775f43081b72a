// Deleting needs the chair's name, and then really deletes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrive, open } from './browser.mjs';
import { until } from './hub.mjs';
import { shared } from './shared.mjs';

test('what is deleted is gone from the log', async () => {
  const page = await open(shared.browser, shared.hub);
  await arrive(page, shared.hub, 'settings');
  const card = page.locator('#forget');
  const go = card.getByRole('button', { name: 'Delete for good' });
  await card.getByText('everything of this chair').click();
  assert.ok(await go.isDisabled());
  await card.locator('.confirm input').fill('des');
  assert.ok(await go.isDisabled());
  assert.ok(shared.hub.sql("SELECT id FROM sittings WHERE chair='desk'").length > 0);
  await card.locator('.confirm input').fill('desk');
  await go.click();
  await page.getByText('It is deleted.').waitFor();
  await until('an empty log', () => shared.hub.sql("SELECT key FROM settings WHERE chair='desk'").length === 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
