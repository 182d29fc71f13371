import type { RunReport } from '../../src/domain/run-report.ts';
import {
  createEngine,
  type Engine,
  type EngineEvent,
  type EngineOptions,
} from '../../src/simulator/create-engine.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { judge } from './judge.ts';

/** A customer with two beats, and one for anger. */
export const script = `scenario: t
title en: Test
title zh: 测试
languages: en, zh
nudge en: Hello?
nudge zh: 在吗？
again en: What? | Sorry?
again zh: 什么？
leaves en: I give up.
leaves zh: 算了。
# chat: Lin
customer en: Lina
customer zh: 林女士
patience: 40
facts: order=30021
## open
says en: Where is my parcel?
says zh: 我的包裹呢？
want: apologise
anyof: ask_order_number, verify_identity
within: 30 s
all: go details, patience +10
some: stay, patience -3
none: stay, patience -10
silent: stay, patience -15
angry: go boss
hint en: Say sorry.
model en: Sorry, what is your order number?
## details
says en: It is {order}.
says en: And quick.
says zh: {order}
want: offer_resolution
all: end solved
none: stay, patience -16
## boss
says en: Your manager, please.
says zh: 叫你们领导来
anyof: escalate
all: go details
`;

/** A run with its clock, and what has happened so far. */
export interface Run {
  readonly engine: Engine;
  readonly clock: FakeClock;
  readonly events: (EngineEvent & { at: number })[];
  readonly said: () => string[];
  readonly left: () => boolean;
  readonly report: () => RunReport;
}

/** The id of the first conversation. */
export const id = 'r1';
/** Starts a run. */
export const run = (text = script, options: Partial<EngineOptions> = {}): Run => {
  const clock = createFakeClock();
  const start = clock.now();
  const events: (EngineEvent & { at: number })[] = [];
  const { scenario } = parseScenario(text);
  if (!scenario) throw new Error('The script is broken.');
  const engine = createEngine({
    scenario,
    language: 'en',
    seed: 3,
    clock,
    judge: () => judge,
    timing: () => 1,
    prefix: 'r',
    emit: (event) => events.push({ ...event, at: clock.now() - start }),
    ...options,
  });
  engine.start();
  return {
    engine,
    clock,
    events,
    said: () => events.flatMap((event) => (event.type === 'said' ? [event.text] : [])),
    left: () => events.some(({ type }) => type === 'left'),
    report: () => {
      engine.close(id);
      engine.finish();
      const last = events.findLast((event) => event.type === 'finished');
      if (last?.type !== 'finished') throw new Error('There is no report.');
      return last.report;
    },
  };
};
/** Starts a run and takes its first customer. */
export const opened = async (text?: string, options?: Partial<EngineOptions>): Promise<Run> => {
  const made = run(text, options);
  await made.clock.advance(1000);
  made.engine.accept(id);
  return made;
};
