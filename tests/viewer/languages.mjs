// Every sentence on every page is in the chosen language, wherever in the hub it was made and in whatever language it
// was logged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addresses, arrive, open, picture } from './browser.mjs';
import { Hub, until } from './hub.mjs';
import { shared } from './shared.mjs';

// Small words that a language cannot do without and the other does not know. Two of them in a line are a sentence.
const smallWords = {
  en: /\b(the|and|of|to|with|is|are|this|that|your|you|not|for|from|has|have|what|when|it|as|than|been|does|no)\b/gi,
  de: /\b(der|die|das|und|von|mit|ist|sind|dein|deine|du|nicht|für|aus|hat|haben|wenn|es|als|wird|ein|eine|kein|zu)\b/gi,
};
// Names of things: what somebody types, files, and who wrote a study.
const namesOnly = (line) => line.replace(/\S*[/\\_=@]\S*|\([^)]*\d{4}[^)]*\)|\bsudo [^,;]*/g, ' ');

// What can be read, and what is read to those who cannot see.
const readable = (page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const told = [...document.querySelectorAll('[aria-label], [title], svg title, svg desc')].flatMap((one) => [
      one.getAttribute('aria-label'),
      one.getAttribute('title'),
      one instanceof SVGElement ? one.textContent : null,
    ]);
    return [...document.body.innerText.split('\n'), ...told.filter(Boolean)];
  });

async function foreign(page, other, where) {
  return (await readable(page))
    .map((line) => line.trim())
    .filter((line) => (namesOnly(line).match(smallWords[other]) ?? []).length >= 2)
    .map((line) => `${where}: ${line}`);
}

// The sentences of the other language as the hub has them, for those without small words.
async function sentencesOf(hub, other, own) {
  const [theirs, ours] = await Promise.all([other, own].map((one) => hub.api(`/api/texts/${one}`)));
  const known = Object.keys(theirs).filter((key) => !key.startsWith('said.') && theirs[key] !== ours[key]);
  const plain = [...known.map((key) => theirs[key]), ...Object.keys(ours).filter((key) => key.startsWith('said.'))];
  return plain
    .map((one) => one.replace(/^said\./, ''))
    .flatMap((one) => one.split(/\{\w+\}/))
    .map((one) => one.trim())
    .filter((one) => one.split(/\s+/).length > 3);
}

async function speak(page, hub, language) {
  await arrive(page, hub, 'settings');
  await page.getByRole('button', { name: { de: 'Deutsch', en: 'English' }[language], exact: true }).click();
  await until(language, async () => (await page.locator('html').getAttribute('lang')) === language);
}

// Whatever opens is opened: an alert with its numbers, what the doctor finds, every threshold.
const more = {
  day: async (page) => {
    await page.locator('.alert-mark').first().click();
    await page.locator('.alert-detail .evidence dd').first().waitFor();
  },
  chair: async (page) => {
    await page.locator('.card').last().getByRole('button').first().click();
    await page.locator('.findings li').first().waitFor();
  },
  settings: async (page, hub) => {
    await page.locator('.finder input[type=search]').fill(' ');
    const { length } = await hub.api('/api/chairs/desk/thresholds');
    await until('every threshold', async () => (await page.locator('li.threshold').count()) === length);
  },
};

async function walk(page, hub, own, other) {
  const sentences = await sentencesOf(hub, other, own);
  const faults = [];
  for (const name of Object.keys(addresses)) {
    await arrive(page, hub, name);
    await more[name]?.(page, hub);
    faults.push(...(await foreign(page, other, name)));
    const lines = await readable(page);
    const told = lines.filter((line) => sentences.some((one) => line.includes(one)));
    faults.push(...told.map((line) => `${name}: ${line}`));
    await picture(page, `${name}-${own}`);
  }
  return [...new Set(faults)];
}

test('in German no page has an English sentence, and in English none a German one', async () => {
  const hub = await Hub.make(); // of its own: others need not speak German meanwhile
  const alerts = async () => (await hub.api('/api/chairs/desk/day')).alerts.length;
  const page = await open(shared.browser, hub);
  await until('an alert that was told in English', async () => (await alerts()) > 0, 120_000);
  await speak(page, hub, 'de');
  const before = await alerts();
  assert.deepEqual(await walk(page, hub, 'de', 'en'), []);
  await until('an alert that was told in German', async () => (await alerts()) > before, 120_000);
  await speak(page, hub, 'en');
  assert.deepEqual(await walk(page, hub, 'en', 'de'), []);
  assert.deepEqual(page.faults, []);
  await page.context().close();
  await hub.end();
});
