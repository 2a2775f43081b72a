// What the page is checked against: the keys of the words (from hub/core) and the API's types (from its OpenAPI document).
import { readdir, readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const here = new URL('..', import.meta.url);
const root = new URL('../../', here);

async function keysOfTheWords() {
  const folder = new URL('hub/core/', root);
  const keys = [];
  for (const name of (await readdir(folder)).sort())
    if (/^page_texts_\w+_en\.cpp$/.test(name)) {
      const text = await readFile(new URL(name, folder), 'utf8');
      for (const match of text.matchAll(/PageText\{\s*"([^"]+)"/g)) keys.push(match[1]);
    }
  return keys;
}

async function writeWhenNew(name, text) {
  const file = new URL(name, here);
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before !== text) await writeFile(file, text);
}

export async function generate() {
  const keys = await keysOfTheWords();
  await writeWhenNew('src/keys.gen.ts', `export type Key =\n${keys.map((key) => `  | '${key}'`).join('\n')};\n`);
  const types = astToString(await openapiTS(new URL('hub/web/openapi.json', root), { arrayLength: true }));
  await writeWhenNew('src/api/openapi.gen.ts', types);
}

if (import.meta.url === `file://${process.argv[1]}`) await generate();
