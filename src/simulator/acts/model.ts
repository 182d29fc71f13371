import { type DialogueAct, dialogueActs } from '../../domain/run-report.ts';
import { type Feature, featuresOf, type Part, type Reader } from './features.ts';

/** A weight is kept as a whole number of these. */
export const weightStep = 0.4;

/** What speaks for and against each act, learnt from labelled sentences (docs/acts.md). */
export interface ActModel {
  readonly reader: Reader;
  /** Where each act begins, by its place in `dialogueActs`. */
  readonly biases: readonly number[];
  /** What a feature adds: pairs of an act's place and a weight, one after the other. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

const letterA = 97;
const letterOf = (number: number) => String.fromCharCode(letterA + number);

/**
 * Reads what `writeModel` has written, four lines: the biases; the features in order, parted by `|`, each with
 * the number of letters that it shares with the one before; for each feature its acts, by a letter;
 * for each of these a weight, digits and capitals above zero, small letters below.
 */
export function readModel(text: string, reader: Reader): ActModel {
  const [biases = '', names = '', acts = '', sizes = ''] = text.split('\n');
  const actsOf = acts.split(' ');
  const weights = new Map<string, readonly number[]>();
  let name = '';
  let next = 0;
  names.split('|').forEach((own, index) => {
    name = name.slice(0, Number.parseInt(own[0] ?? '0', 36)) + own.slice(1);
    const pairs = [...(actsOf[index] ?? '')].flatMap((act) => {
      const size = sizes[next] ?? '0';
      next += 1;
      const isBelow = size >= 'a';
      const steps = isBelow ? letterA - 1 - size.charCodeAt(0) : Number.parseInt(size, 36);
      return [act.charCodeAt(0) - letterA, steps * weightStep];
    });
    weights.set(name, pairs);
  });
  return { reader, biases: biases.split(' ').map(Number), weights };
}

const shared = (one: string, other: string): number => {
  let length = 0;
  while (length < 35 && length < one.length && one[length] === other[length]) length += 1;
  return length;
};

/** The reverse of `readModel`; weights are rounded, and features without any are left out. */
export function writeModel({ biases, weights }: Omit<ActModel, 'reader'>): string {
  const whole = (weight: number) => Math.round(weight / weightStep);
  const sizeOf = (size: number) =>
    size < 0 ? letterOf(Math.min(25, -size - 1)) : Math.min(35, size).toString(36).toUpperCase();
  const rows = [...weights].sort(([one], [other]) => (one < other ? -1 : 1));
  const [names, acts]: [string[], string[]] = [[], []];
  let sizes = '';
  let last = '';
  for (const [name, pairs] of rows) {
    let own = '';
    for (let at = 0; at < pairs.length; at += 2) {
      const size = whole(pairs[at + 1] as number);
      if (!size) continue;
      own += letterOf(pairs[at] as number);
      sizes += sizeOf(size);
    }
    if (!own) continue;
    const length = shared(name, last);
    names.push(length.toString(36) + name.slice(length));
    acts.push(own);
    last = name;
  }
  return [
    biases.map((bias) => bias.toFixed(2)).join(' '),
    names.join('|'),
    acts.join(' '),
    sizes,
  ].join('\n');
}

/** An act that a part performs: how surely, and by which of its tokens. */
export interface Sign {
  readonly act: DialogueAct;
  /** Above 0; the more, the surer. */
  readonly score: number;
  readonly first: number;
  /** The one after the last. */
  readonly end: number;
}

/** The tokens that speak loudest for an act, side by side. */
function loudest(part: Part, voices: readonly (readonly [Feature, number])[]) {
  const credit = part.tokens.map(() => 0);
  for (const [{ first, end }, weight] of voices) {
    for (let at = first; at < end; at += 1) credit[at] = (credit[at] ?? 0) + weight / (end - first);
  }
  const most = Math.max(...credit);
  if (!(most > 0)) return { first: 0, end: part.tokens.length };
  let first = credit.indexOf(most);
  let end = first + 1;
  const isLoud = (at: number) => (credit[at] ?? 0) >= most * 0.3;
  while (isLoud(first - 1)) first -= 1;
  while (isLoud(end)) end += 1;
  return { first, end };
}

type Known = readonly [feature: Feature, pairs: readonly number[]];

const knownIn = (part: Part, { reader, weights }: ActModel): readonly Known[] => {
  const known = new Map<string, Known>();
  for (const feature of featuresOf(part, reader)) {
    const pairs = weights.get(feature.name);
    if (pairs && !known.has(feature.name)) known.set(feature.name, [feature, pairs]);
  }
  return [...known.values()];
};

const addUp = (known: readonly Known[], biases: readonly number[]): readonly number[] => {
  const scores = [...biases];
  for (const [, pairs] of known) {
    for (let at = 0; at < pairs.length; at += 2) {
      const act = pairs[at] as number;
      scores[act] = (scores[act] as number) + (pairs[at + 1] as number);
    }
  }
  return scores;
};

/** What speaks for each act in a part, in the order of `dialogueActs`; above 0 it is performed. */
export const scoresIn = (part: Part, model: ActModel): readonly number[] =>
  addUp(knownIn(part, model), model.biases);

/**
 * The acts that a part of a sentence performs.
 * @param least what an act must score at least
 */
export function signsIn(part: Part, model: ActModel, least = 0): readonly Sign[] {
  const known = knownIn(part, model);
  return addUp(known, model.biases).flatMap((score, index) => {
    const act = dialogueActs[index];
    if (!act || score <= least) return [];
    const voices = known.flatMap(([feature, pairs]) => {
      for (let at = 0; at < pairs.length; at += 2) {
        const weight = pairs[at + 1] as number;
        if (pairs[at] === index && weight > 0) return [[feature, weight] as const];
      }
      return [];
    });
    return [{ act, score, ...loudest(part, voices) }];
  });
}
