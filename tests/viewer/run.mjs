// All tests of the page, in this order, with one browser and one hub. CHAIRHUB_ONLY=name runs those of one file.
import { after, before } from 'node:test';
import { launch } from './browser.mjs';
import { Broker, Hub, running } from './hub.mjs';
import { shared } from './shared.mjs';

before(async () => {
  shared.broker = await Broker.start();
  shared.hub = await Hub.make({ broker: shared.broker });
  shared.browser = await launch();
});
after(async () => {
  await shared.browser?.close();
  for (const one of [...running].reverse()) await one.end();
});

const only = process.env.CHAIRHUB_ONLY;
const files = 'live looks actions calibrate days languages keyboard restart forget login year'.split(' ');
for (const name of files) if (!only || only.split(',').includes(name)) await import(`./${name}.mjs`);
