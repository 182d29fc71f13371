import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** How long a message is, in bytes of UTF-8, give or take. */
const length = 75;
const tolerance = 6;

/** Of each language. */
const count = 280;

/** In the order of their hashes, each of which is made once. */
const shuffle = (texts: readonly string[]): readonly string[] =>
  texts
    .map((text) => ({ text, hash: createHash('sha256').update(text).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ text }) => text);

/** The first column names dialogue acts. */
const readSentences = (name: 'en' | 'zh'): readonly string[] => {
  const path = new URL(`../../tests/simulator/sentences/${name}.learn.tsv`, import.meta.url);
  const lines = readFileSync(path, 'utf8').split('\n');
  return [...new Set(lines.map((line) => line.split('\t')[1] ?? ''))];
};

/**
 * The same sentences each time, in no order that a compressor could use: those of about 75 bytes,
 * which are 75 English letters or 25 Chinese characters.
 */
export function readCorpus(name: 'en' | 'zh'): readonly string[] {
  const fitting = readSentences(name).filter(
    (text) => Math.abs(Buffer.byteLength(text) - length) <= tolerance,
  );
  const found = shuffle(fitting).slice(0, count);
  if (found.length < count) throw new Error(`Only ${found.length} sentences in ${name}.`);
  return found;
}

/** Chinese of 75 characters: as many sentences in one message as it takes. */
export function readLongChinese(): readonly string[] {
  const messages: string[] = [];
  let text = '';
  for (const sentence of shuffle(readSentences('zh'))) {
    if (text.length + sentence.length > length + tolerance) continue;
    text += sentence;
    if (text.length < length - tolerance) continue;
    messages.push(text);
    text = '';
    if (messages.length === count / 2) return messages;
  }
  throw new Error('There are too few Chinese sentences.');
}

/** One of each list in turn, until the shortest has ended. */
export const mix = (lists: readonly (readonly string[])[]): readonly string[] =>
  Array.from({ length: Math.min(...lists.map((list) => list.length)) }, (_, index) =>
    lists.map((list) => list[index] ?? ''),
  ).flat();
