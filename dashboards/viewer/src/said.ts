// What the hub says in its own sentences, or did say in another language when it was logged, in the language of the page.
// The sentences come with the words of the page (hub/core/phrases.h); one that is not known stays as it is.
import { language, words } from './texts';

interface Phrase {
  pattern: RegExp;
  names: string[];
  meant: string;
  sure: number; // how many letters of it are given: the surest fits first
}

const prefix = 'said.';
const places = /\{(\w+)\}/g;
const remembered = 2000;
const deepest = 4;

let from: Record<string, string> = {};
let phrases: Phrase[] = [];
let known = new Map<string, string>();

const escaped = (text: string): string => text.replace(/[.*+?^$()[\]|\\]/g, '\\$&');

function phraseOf(said: string, meant: string): Phrase {
  const pattern = said.split(places).map((part, i) => (i % 2 ? '(.+?)' : escaped(part)));
  const names = [...said.matchAll(places)].map((one) => one[1]!);
  return { pattern: new RegExp(`^${pattern.join('')}$`, 's'), names, meant, sure: said.replace(places, '').length };
}

function learn(): void {
  from = words.value;
  phrases = [];
  known = new Map();
  for (const [key, meant] of Object.entries(from)) {
    if (!key.startsWith(prefix)) continue;
    const said = key.slice(prefix.length);
    if (said.includes('{')) phrases.push(phraseOf(said, meant));
    else known.set(said, meant);
  }
  phrases.sort((a, b) => b.sure - a.sure);
}

// 7.5 or 7,5
const numberIn = (text: string): string =>
  text.replace(/^([+-]?\d+)[.,](\d+)$/, `$1${language.value === 'de' ? ',' : '.'}$2`);

function meaning(text: string, depth: number): string {
  const before = known.get(text);
  if (before !== undefined || depth === deepest) return before ?? text;
  for (const { pattern, names, meant } of phrases) {
    const found = pattern.exec(text);
    if (!found) continue;
    const value = (name: string) => meaning(found[names.indexOf(name) + 1]!, depth + 1);
    return meant.replace(places, (_, name: string) => value(name));
  }
  return numberIn(text);
}

export function said(text: string): string {
  if (from !== words.value) learn();
  if (known.size > remembered) learn();
  const meant = meaning(text, 0);
  known.set(text, meant);
  return meant;
}
