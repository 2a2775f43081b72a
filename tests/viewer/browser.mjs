// Debian's Chromium, and a page that remembers everything it should not have done.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import { root } from './hub.mjs';

export const pictures = join(root, 'build/viewer/screenshots');
mkdirSync(pictures, { recursive: true });

export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
export const addresses = {
  now: '/',
  day: '/day',
  trends: '/trends',
  coach: '/coach',
  chair: '/chair',
  settings: '/settings',
};

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-save-password-bubble'],
  });

// `faults` are console errors, errors of the script, violations of the CSP, and requests that leave the machine.
export async function open(
  browser,
  hub,
  { size = 'desktop', scheme = 'light', reduced = false, language = 'en-GB' } = {},
) {
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: scheme,
    reducedMotion: reduced ? 'reduce' : 'no-preference',
    locale: language,
    acceptDownloads: true,
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
  });
  const page = await context.newPage();
  page.faults = [];
  page.setDefaultTimeout(30_000); // other programs may need the machine, too
  page.on('console', (message) => {
    if (message.type() === 'error' && !page.mayFail) page.faults.push(message.text());
  });
  page.on('pageerror', (error) => page.faults.push(error.stack));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && host !== new URL(hub.url).host)
      page.faults.push(`a request left the hub: ${request.url()}`);
  });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`),
    );
  });
  page.violations = () => page.evaluate(() => window.violations);
  return page;
}

export async function arrive(page, hub, name) {
  await page.goto(hub.url + addresses[name]);
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.content > .empty'));
}

export async function unreachable(page) {
  // Injected past the CSP, as a browser's extension would be.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.flatMap((one) =>
    one.nodes.map(
      (node) => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1).join(' ')}`,
    ),
  );
}

export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
export const picture = (page, name) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
