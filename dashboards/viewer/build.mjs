// dist/: the page as the hub serves it. Hashed names, a .gz beside each text, and never more than the budget.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { generate } from './scripts/generate.mjs';

const budget = 120_000; // bytes of script and style, gzipped
const here = new URL('.', import.meta.url);
const dist = new URL('dist/', here);

function hashed(name, text) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return name.replace(/(\.\w+)$/, `-${hash}$1`);
}

async function bundle() {
  const result = await build({
    entryPoints: { app: 'src/main.tsx', early: 'src/early.ts' },
    absWorkingDir: here.pathname,
    bundle: true,
    minify: true,
    write: false,
    outdir: 'dist',
    target: ['es2021', 'chrome100', 'firefox100', 'safari15.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const out = {};
  for (const file of result.outputFiles) out[file.path.split('/').pop()] = file.text;
  return out;
}

async function main() {
  await generate();
  const texts = await bundle();
  const names = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, hashed(name, text)]));
  const html = (await readFile(new URL('index.html', here), 'utf8'))
    .replace('{{css}}', names['app.css'])
    .replace('{{early}}', names['early.js'])
    .replace('{{js}}', names['app.js']);

  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  let size = 0;
  const put = async (name, content) => {
    await writeFile(new URL(name, dist), content);
    if (!/\.(js|css|html|svg|webmanifest)$/.test(name)) return;
    const packed = gzipSync(content, { level: 9 });
    await writeFile(new URL(`${name}.gz`, dist), packed);
    if (/\.(js|css)$/.test(name)) size += packed.length;
  };
  for (const [name, text] of Object.entries(texts)) await put(names[name], text);
  await put('index.html', html);
  const publicFolder = new URL('public/', here);
  for (const name of await readdir(publicFolder)) await put(name, await readFile(new URL(name, publicFolder)));

  console.log(`dist: script and style are ${(size / 1000).toFixed(1)} kB gzipped; ${budget / 1000} kB are allowed`);
  if (size > budget) {
    console.error('The page has outgrown its budget: leave something out, or find what brought it in.');
    process.exit(1);
  }
}

await main();
