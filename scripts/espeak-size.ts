import { readdirSync } from 'node:fs';

/** What is fetched of eSpeak NG for a language, and how much it may weigh. */
export interface EspeakWeight {
  readonly title: string;
  /** Addresses within the build; none where the build lacks a piece. */
  readonly files: readonly string[];
  /** Bytes in brotli at most. */
  readonly limit: number;
}

const pieces: readonly (readonly [title: string, limit: number, ...names: RegExp[]])[] = [
  ['eSpeak NG for English', 600_000, /^espeak-worker-[\w-]+\.js$/, /^espeak-english-[\w-]+\.bin$/],
  ['and for Mandarin', 400_000, /^espeak-mandarin-[\w-]+\.bin$/],
];

/**
 * The heavy pieces of a build that the limit for pieces does not hold for, with their own limits.
 * @throws if a piece is not there, or is there twice: then its weight would go unseen
 */
export function listEspeak(folder: string): EspeakWeight[] {
  const names = readdirSync(`${folder}/assets`);
  return pieces.map(([title, limit, ...wanted]) => ({
    title,
    limit,
    files: wanted.map((pattern) => {
      const [found, ...more] = names.filter((name) => pattern.test(name));
      if (!found || more.length > 0) throw new Error(`Not one file in assets/ is ${pattern}.`);
      return `assets/${found}`;
    }),
  }));
}
