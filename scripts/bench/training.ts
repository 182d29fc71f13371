/**
 * `npm run bench:training`: how long it takes to read a scenario of 400 lines, and to assess a reply:
 * its acts, the verdict on its turn, rules and policy sheet; by the clock, and by the processor's time,
 * which leaves out what others ran meanwhile and counts the compiler and the garbage collector. `-- --json` prints numbers only, with
 * `-- --check` a missed goal ends it with an error. See docs/benchmarks.md.
 */
import { checkRules } from '../../src/simulator/check-rules.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';
import { judgeTurn } from '../../src/simulator/judge-turn.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { makeScenario } from './make-scenario.ts';
import { percentile } from './percentile.ts';
import { formatTable, isMet, type Row } from './print-table.ts';
import { readSentences } from './score-acts.ts';

const lines = 400;
const runs = 200;
const languages = ['en', 'zh'] as const;

/** Milliseconds that a task took. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
}

const timed = (task: () => unknown): Taken => {
  const before = process.cpuUsage();
  const start = performance.now();
  task();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { clock, processor: (user + system) / 1000 };
};

const text = makeScenario(lines);
const { scenario } = parseScenario(text);
const [chat] = scenario?.chats ?? [];
const [beat] = chat?.beats ?? [];
if (!scenario || !chat || !beat) throw new Error('The made-up scenario is broken.');

const assess = (reply: string, language: string) => {
  const acts = detectActs(reply, language);
  judgeTurn(beat, new Set(acts.map(({ act }) => act)), reply);
  const replies = [{ text: reply, acts }];
  checkRules(scenario, [{ chat, replies, turns: [{ reply }] }], language, detectActs);
};

const parsing = Array.from({ length: runs }, () => timed(() => parseScenario(text)));
const assessing = languages.flatMap((language) =>
  readSentences(language, 'learn').map(({ text: reply }) => timed(() => assess(reply, language))),
);

const rowsOf = (name: string, taken: readonly Taken[], goal: number): Row[] => {
  const row = (what: string, by: keyof Taken, share: number): Row => ({
    ...{ name: `${name}, ${what}`, unit: 'ms', goal },
    values: [
      percentile(
        taken.map((one) => one[by]),
        share,
      ),
    ],
  });
  return [
    row('middle', 'clock', 0.5),
    row('98 of 100', 'clock', 0.98),
    row('middle, processor', 'processor', 0.5),
    row('98 of 100, processor', 'processor', 0.98),
  ];
};
const rows = [
  ...rowsOf(`Read ${lines} lines`, parsing, 5),
  ...rowsOf('Assess a reply', assessing, 2),
];

if (process.argv.includes('--json')) {
  const numbers = rows.map(({ name, values: [value], goal, unit }) => ({
    name,
    value,
    unit,
    goal,
  }));
  console.log(JSON.stringify(numbers));
} else {
  console.log(`${runs} readings, ${assessing.length} replies in English and Chinese\n`);
  console.log(formatTable(rows));
}
if (process.argv.includes('--check') && !rows.every(isMet)) process.exitCode = 1;
