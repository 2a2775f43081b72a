// A year of log: what each page takes from the click to its data.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { addresses, arrive, open, picture, sideways } from './browser.mjs';
import { Hub, yearOfLog } from './hub.mjs';
import { shared } from './shared.mjs';

const patienceMs = 300;
const rounds = 5; // the best counts, because this machine does other things, too; all are told
const data = {
  now: '.pads-card .glow',
  day: '.ribbon-frame, .content > .empty',
  trends: '.calendar .level-4, .calendar .level-5',
  coach: '.plan-item',
  chair: '.pads-table .meter',
  settings: 'li.threshold',
};

// In the page itself, so that what the test needs to talk to the browser does not count.
const clickToData = (page, link, selector) =>
  page.evaluate(
    ([link, selector]) =>
      new Promise((done) => {
        const begin = performance.now();
        document.querySelector(link).click();
        const look = () => {
          const seen = [...document.querySelectorAll(selector)].length > 0;
          if (seen || performance.now() - begin > 5000) done(performance.now() - begin);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    [link, selector],
  );

test('each page shows its data within 300 ms of the click', {
  skip: !existsSync(yearOfLog) && 'there is no year of log',
}, async () => {
  const hub = await Hub.make({ database: yearOfLog, speed: 10 });
  const took = {};
  const note = (name, ms) => {
    took[name] = [...(took[name] ?? []), Math.round(ms)];
  };
  for (let round = 0; round < rounds; ++round) {
    const page = await open(shared.browser, hub);
    await arrive(page, hub, 'coach');
    for (const name of ['now', 'trends', 'settings', 'chair', 'coach', 'day']) {
      note(name, await clickToData(page, `nav a[href="${addresses[name]}"]`, data[name]));
    }
    await page.goto(`${hub.url}/trends`);
    await page.locator(data.trends).first().waitFor();
    const day = await clickToData(page, '.calendar a[data-day="2026-02-25"]', '.ribbon path.fill-supported');
    note('a day of the calendar', day);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
  console.log('ms from the click to the data, with a year of log:', JSON.stringify(took));
  for (const [name, ms] of Object.entries(took))
    assert.ok(Math.min(...ms) <= patienceMs, `${name} took ${ms.join(', ')} ms`);

  for (const [size, scheme] of [
    ['desktop', 'light'],
    ['phone', 'dark'],
  ]) {
    const page = await open(shared.browser, hub, { size, scheme, reduced: true });
    await arrive(page, hub, 'trends');
    await page.getByRole('button', { name: 'a year' }).click();
    await page.locator('.charts .bar').first().waitFor();
    await page.getByText('The last 7 days are as the weeks before').waitFor(); // this year is one like the other
    await picture(page, `year-trends-${size}-${scheme}`);
    await page.goto(`${hub.url}/day/2026-02-25`);
    await page.locator('.minutes-card canvas').first().waitFor();
    assert.ok((await sideways(page)) <= 0, 'a day scrolls sideways');
    await picture(page, `year-day-${size}-${scheme}`);
    await page.context().close();
  }
  await hub.end();
});
