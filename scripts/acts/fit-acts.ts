import { type DialogueAct, dialogueActs } from '../../src/domain/run-report.ts';
import { featuresOf, type Part, partsOf, type Reader } from '../../src/simulator/acts/features.ts';
import type { ActModel } from '../../src/simulator/acts/model.ts';
import { withoutQuotes } from '../../src/simulator/without-quotes.ts';

/** A message and the acts that it performs. */
export interface Example {
  readonly text: string;
  readonly acts: readonly DialogueAct[];
}

/** How the fitting is done. */
export interface FitOptions {
  /** What a feature must be worth to be taken; more gives fewer features. */
  readonly price: number;
  /** In how many messages a feature must stand. */
  readonly least: number;
  /** How much more a missed act weighs than one too many. */
  readonly miss: number;
}

/** Messages as lists of parts, each a list of feature numbers. */
interface Data {
  readonly names: readonly string[];
  readonly messages: readonly (readonly Int32Array[])[];
}

function prepare(examples: readonly Example[], reader: Reader, least: number): Data {
  const noticed = examples.map(({ text }) =>
    partsOf(reader.read(withoutQuotes(text))).map((part: Part) => [
      ...new Set(featuresOf(part, reader).map(({ name }) => name)),
    ]),
  );
  const counts = new Map<string, number>();
  for (const parts of noticed) {
    for (const name of new Set(parts.flat())) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts].flatMap(([name, count]) => (count >= least ? [name] : []));
  const numbers = new Map(names.map((name, number) => [name, number]));
  const messages = noticed.map((parts) =>
    parts.map((part) => Int32Array.from(part.flatMap((name) => numbers.get(name) ?? []))),
  );
  return { names, messages };
}

const chance = (score: number) => 1 / (1 + Math.exp(-score));
const sum = (part: Int32Array, weights: Float64Array, bias: number) => {
  let score = bias;
  for (const feature of part) score += weights[feature] as number;
  return score;
};

/**
 * Fits one act: logistic regression with an L1 price, by coordinate descent with a bounded curvature
 * (Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models", 2010), where a message
 * counts by its likeliest part (multiple-instance learning). The chosen features are then fitted once
 * more without the price.
 */
function fitAct(act: DialogueAct, examples: readonly Example[], data: Data, options: FitOptions) {
  const { names, messages } = data;
  const weights = new Float64Array(names.length);
  let bias = -3;
  let taken: Uint8Array | undefined;
  for (const [price, passes] of [
    [options.price, 6],
    [options.price, 6],
    [options.price, 14],
    [0, 12],
    [0, 12],
  ] as const) {
    const best = messages.map((parts) => {
      let chosen = parts[0] ?? new Int32Array();
      for (const part of parts) {
        if (sum(part, weights, bias) > sum(chosen, weights, bias)) chosen = part;
      }
      return chosen;
    });
    const rows: number[][] = names.map(() => []);
    best.forEach((part, row) => {
      for (const feature of part) rows[feature]?.push(row);
    });
    const goal = examples.map(({ acts }) => (acts.includes(act) ? 1 : 0));
    const weigh = goal.map((is) => (is ? options.miss : 1));
    const scores = Float64Array.from(best, (part) => sum(part, weights, bias));
    const rest = Float64Array.from(scores, (score, row) => {
      return (weigh[row] as number) * ((goal[row] as number) - chance(score));
    });
    if (price === 0) taken ??= Uint8Array.from(weights, (weight) => (weight ? 1 : 0));
    const all = examples.map((_, row) => row);
    const step = (members: readonly number[], old: number, cost: number, ridge: number) => {
      let slope = 0;
      let bend = 0;
      for (const row of members) {
        slope += rest[row] as number;
        bend += (weigh[row] as number) / 4;
      }
      const pull = bend * old + slope;
      const next =
        Math.abs(pull) <= cost ? 0 : (pull - Math.sign(pull) * cost) / (bend + ridge || 1);
      if (next !== old) {
        for (const row of members) {
          const score = (scores[row] as number) + next - old;
          scores[row] = score;
          rest[row] = (weigh[row] as number) * ((goal[row] as number) - chance(score));
        }
      }
      return next;
    };
    for (let pass = 0; pass < passes; pass += 1) {
      bias = step(all, bias, 0, 0);
      for (let feature = 0; feature < names.length; feature += 1) {
        const old = weights[feature] as number;
        if (taken ? !taken[feature] : pass % 4 > 0 && old === 0) continue;
        weights[feature] = step(rows[feature] as number[], old, price, 0.3);
      }
    }
  }
  return { weights, bias };
}

/** Learns from labelled messages what speaks for and against each act. */
export function fitActs(
  examples: readonly Example[],
  reader: Reader,
  options: FitOptions,
): ActModel {
  const data = prepare(examples, reader, options.least);
  const fitted = dialogueActs.map((act) => fitAct(act, examples, data, options));
  const weights = new Map<string, readonly number[]>();
  data.names.forEach((name, feature) => {
    const pairs = fitted.flatMap((one, act) => {
      const weight = one.weights[feature] as number;
      return weight ? [act, weight] : [];
    });
    if (pairs.length > 0) weights.set(name, pairs);
  });
  return { reader, biases: fitted.map(({ bias }) => bias), weights };
}
