import { createRandom, type Random } from '../../src/shared/random.ts';

/** What goes wrong on the wire between the desk and the server. */
export const wireFaults = [
  'cut',
  'reset',
  'hole',
  'half-hole',
  'refuse',
  'stall',
  'slow',
  'halves',
  'ghost',
] as const;

/**
 * What dies, a process each, without a word. `tab-left` is the other way round: the agent goes on in
 * another tab, and the first stays open, signed in, behind it.
 */
export const deaths = ['server', 'tab-closed', 'tab-crashed', 'tab-left', 'browser'] as const;

/** One of {@link wireFaults}. */
export type WireFault = (typeof wireFaults)[number];
/** One of {@link deaths}. */
export type Death = (typeof deaths)[number];

/** Something that goes wrong, milliseconds after the storm began. */
export type Fault =
  | { readonly at: number; readonly kind: WireFault; readonly lasts: number }
  | { readonly at: number; readonly kind: Death };

/** All that a storm is, of one number: the same number is the same plan. */
export interface StormPlan {
  readonly seed: number;
  /** By time; a fault of the wire ends the one before. */
  readonly faults: readonly Fault[];
  /** When the agent and the customer write, milliseconds after the storm began. */
  readonly agent: readonly number[];
  readonly customer: readonly number[];
}

/** How many messages each side writes, and for how long it storms, in milliseconds. */
export const messageCount = 50;
export const stormLength = 10_000;

/** From shortest to longest, in milliseconds. A hole is noticed after eight seconds of silence. */
const lengths: Readonly<Record<WireFault, readonly [number, number]>> = {
  cut: [100, 2500],
  reset: [0, 200],
  hole: [500, 9500],
  'half-hole': [500, 9500],
  refuse: [300, 2500],
  stall: [300, 5500],
  slow: [800, 4000],
  halves: [800, 4000],
  ghost: [200, 3000],
};

const between = (random: Random, [least, most]: readonly [number, number]): number =>
  Math.round(least + random() * (most - least));

const pick = <T>(random: Random, things: readonly T[]): T =>
  things[Math.floor(random() * things.length)] as T;

const moments = (random: Random): number[] =>
  Array.from({ length: messageCount }, () => Math.round(random() * stormLength)).sort(
    (a, b) => a - b,
  );

/** Draws a storm: weather on the wire one after the other, and on top of it one to three deaths. */
export function planStorm(seed: number): StormPlan {
  const random = createRandom(seed);
  const faults: Fault[] = [];
  for (let at = between(random, [200, 1500]); at < stormLength; ) {
    const kind = pick(random, wireFaults);
    const lasts = between(random, lengths[kind]);
    faults.push({ at, kind, lasts });
    at += lasts + between(random, [50, 2500]);
  }
  const left = [...deaths];
  for (let count = between(random, [1, 3]); count > 0; count -= 1) {
    const kind = pick(random, left);
    left.splice(left.indexOf(kind), 1);
    faults.push({ at: between(random, [500, stormLength]), kind });
  }
  faults.sort((a, b) => a.at - b.at);
  return { seed, faults, agent: moments(random), customer: moments(random) };
}

/** A plan on one line, as it is printed beside a seed that failed. */
export const describePlan = ({ seed, faults }: StormPlan): string =>
  `seed ${seed}: ${faults
    .map((fault) => `${fault.at} ${fault.kind}${'lasts' in fault ? ` for ${fault.lasts}` : ''}`)
    .join(', ')}`;
