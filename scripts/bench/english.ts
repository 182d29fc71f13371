/**
 * `npm run bench:english`: how many of its examples each rule of the English desk finds and leaves
 * alone, how often correct sentences are called in question, and how long a reply takes.
 * See docs/benchmarks.md.
 */
import { findSlips, slipRules } from '../../src/english/slips/find-slips.ts';
import { correctSentences, slipExamples } from '../../tests/english/read-table.ts';
import { formatTable } from './print-table.ts';

const goal = 2;
const examples = slipExamples();
const correct = correctSentences();
const finds = (rule: string, sentence: string) =>
  findSlips(sentence).some((slip) => slip.rule === rule);

for (const id of new Set(slipRules.map((rule) => rule.id))) {
  const own = examples.filter(({ rule }) => rule === id);
  const hits = own.filter(({ isHit }) => isHit);
  const others = own.filter(({ isHit }) => !isHit);
  const found = hits.filter(({ sentence }) => finds(id, sentence)).length;
  const left = others.filter(({ sentence }) => !finds(id, sentence)).length;
  console.log(
    `${id.padEnd(24)} found ${found}/${hits.length}  left alone ${left}/${others.length}`,
  );
}

const alarms = correct.filter((sentence) => findSlips(sentence).length > 0);
for (const sentence of alarms) {
  console.log(`called in question: ${sentence} (${findSlips(sentence)[0]?.rule})`);
}
const start = performance.now();
for (const sentence of correct) findSlips(sentence);
const each = (performance.now() - start) / correct.length;

console.log(
  `\n${formatTable([
    {
      name: `false alarms on ${correct.length} sentences`,
      values: [(alarms.length / correct.length) * 100],
      unit: '%',
      goal,
    },
    { name: 'time for a sentence', values: [each], unit: 'ms', goal: 2 },
  ])}`,
);
process.exitCode = alarms.length / correct.length > goal / 100 ? 1 : 0;
