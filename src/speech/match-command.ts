import { editDistance } from './edit-distance.ts';

/** A command and what may be said for it. */
export interface SpokenCommand<Id extends string = string> {
  readonly id: Id;
  /** Each of two words or more: a single word is too easily heard in a sentence. */
  readonly phrases: readonly string[];
}

/** What was heard, by one recogniser or by two. */
export interface HeardForCommand {
  /** What a recogniser understood that knows only the commands; undefined if there is none. */
  readonly closed?: string;
  /** What a recogniser understood that knows the whole language: its readings, likeliest first. */
  readonly open: readonly string[];
}

/** How far the open recogniser may be from what the closed one took for a command (measured). */
const agreesWithin = 0.4;
/** Without a closed recogniser what was heard must be the phrase, but for a letter or two. */
const aloneWithin = 0.2;

/** Small letters, no marks, one space between words; none between Chinese characters. */
export const plainPhrase = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s']/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();

/** Whether a phrase is long enough to be a command: two words, or four Chinese characters. */
export const isLongEnough = (phrase: string): boolean => {
  const plain = plainPhrase(phrase);
  return plain.split(' ').length >= 2 || (plain.match(/\p{Script=Han}/gu)?.length ?? 0) >= 4;
};

/**
 * The command that was spoken, or undefined for an ordinary sentence.
 * A recogniser that knows nothing but the commands hears a command in nine of ten ordinary sentences.
 * So what it heard counts only where one that knows the whole language heard nearly the same.
 */
export function matchCommand<Id extends string>(
  heard: HeardForCommand,
  commands: readonly SpokenCommand<Id>[],
): Id | undefined {
  const open = heard.open.map(plainPhrase).filter((text) => text !== '');
  const closed = heard.closed === undefined ? undefined : plainPhrase(heard.closed);
  const candidates = commands.flatMap(({ id, phrases }) =>
    phrases
      .filter(isLongEnough)
      .map(plainPhrase)
      .filter((phrase) => closed === undefined || phrase === closed)
      .map((phrase) => ({
        id,
        distance: Math.min(1, ...open.map((text) => editDistance(phrase, text))),
      })),
  );
  const within = closed === undefined ? aloneWithin : agreesWithin;
  const [best, second] = candidates
    .filter(({ distance }) => distance <= within)
    .sort((a, b) => a.distance - b.distance);
  // Two commands that fit equally well: neither was said.
  if (!best || (second && second.id !== best.id && second.distance === best.distance)) {
    return undefined;
  }
  return best.id;
}
