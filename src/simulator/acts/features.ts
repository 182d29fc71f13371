import type { Sentence, Token } from './sentence.ts';

/** Something that was noticed in a part of a sentence: words, and which ones of it they are. */
export interface Feature {
  readonly name: string;
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
}

/** What a language brings to the reading of it. */
export interface Reader {
  read(text: string): readonly Sentence[];
  /** Words joined that belong together, where the script has no spaces. */
  join(part: readonly Token[]): readonly Token[];
  /** The class that a word stands for, the word itself, or a hint at its form. */
  classOf(word: string): string;
  /** What stands between the words of a feature. */
  readonly gap: string;
}

/** A part of a sentence in tokens, with its end: `?` asks, `~` stands in a question, `.` tells. */
export interface Part {
  readonly tokens: readonly Token[];
  readonly end: '?' | '~' | '.';
}

/** Parts of a text: the stretches between commas and full stops. */
export const partsOf = (sentences: readonly Sentence[]): readonly Part[] =>
  sentences.flatMap(({ parts, asks }) =>
    parts.map((tokens, index) => ({
      tokens,
      end: asks ? (index === parts.length - 1 ? '?' : '~') : '.',
    })),
  );

/** Words alone, with the next one or two, and with one left out between; `sign` tells the kinds apart. */
function notice(words: readonly string[], sign: string, gap: string, longest: number): Feature[] {
  const end = words.at(-1) as string;
  const features: Feature[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const add = (name: string, length: number) =>
      // The beginning and the end of a part are no words of it.
      features.push({
        name: sign + name,
        first: Math.max(0, at - 1),
        end: Math.min(words.length - 2, at + length - 1),
      });
    const isWord = at > 0 && at < words.length - 1;
    if (isWord) add(words[at] as string, 1);
    if (isWord && end !== '.') add(`${words[at]}${end}`, 1);
    for (let length = 2; length <= longest && at + length <= words.length; length += 1) {
      add(words.slice(at, at + length).join(gap), length);
    }
    if (at + 2 < words.length) add(`${words[at]}${gap}_${gap}${words[at + 2]}`, 3);
  }
  return features;
}

/** All that is noticed in a part; a name may come more than once. */
export function featuresOf(part: Part, reader: Reader): readonly Feature[] {
  const { gap, classOf } = reader;
  const words = part.tokens.map(({ word }) => word);
  const longest = gap ? 3 : 4;
  const plain = notice(['^', ...words, part.end], '', gap, longest);
  const joined = reader.join(part.tokens);
  // Where each joined word stands among the tokens.
  const starts = joined.map(({ from }) => part.tokens.findIndex((token) => token.from === from));
  starts.push(part.tokens.length);
  const classes = ['^', ...joined.map(({ word }) => classOf(word)), part.end];
  const coarse = notice(classes, '@', ' ', 3).map(({ name, first, end }) => ({
    name,
    first: starts[first] ?? 0,
    end: starts[end] ?? part.tokens.length,
  }));
  const length = Math.min(9, part.tokens.length);
  const whole = { first: 0, end: 0 };
  return [...plain, ...coarse, { name: `#${length}`, ...whole }, { name: part.end, ...whole }];
}
