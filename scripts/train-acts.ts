/**
 * `npm run train:acts`: learns from the learn halves of tests/simulator/sentences what speaks for each
 * act, and writes it to src/simulator/acts. The same sentences give the same files. See docs/acts.md.
 */
import { writeFileSync } from 'node:fs';
import { createChineseReader } from '../src/simulator/acts/chinese-reader.ts';
import { createEnglishReader } from '../src/simulator/acts/english-reader.ts';
import { readModel, writeModel } from '../src/simulator/acts/model.ts';
import { fitActs } from './acts/fit-acts.ts';
import { settleBiases } from './acts/settle-biases.ts';
import { readSentences } from './bench/score-acts.ts';

const tasks = [
  {
    language: 'en',
    name: 'english',
    reader: createEnglishReader(),
    all: -0.3,
    lean: { give_information: 0.5 },
  },
  {
    language: 'zh',
    name: 'chinese',
    reader: createChineseReader(),
    all: 0,
    lean: { give_information: 1 },
  },
] as const;

for (const { language, name, reader, all, lean } of tasks) {
  const examples = readSentences(language, 'learn');
  const exact = fitActs(examples, reader, { price: 2.8, least: 3, miss: 1 });
  const rounded = readModel(writeModel(exact), reader);
  const texts = examples.map(({ text }) => text);
  const settled = settleBiases(exact, rounded, texts, { all, ...lean });
  const file = new URL(`../src/simulator/acts/${name}-model.ts`, import.meta.url);
  const text = JSON.stringify(writeModel(settled))
    .slice(1, -1)
    .replaceAll('\\n', '\n')
    .replaceAll('\\"', '"');
  writeFileSync(
    file,
    `/** Learnt by scripts/train-acts.ts; how it is written tells model.ts. */\nexport const ${name}Model = \`${text}\`;\n`,
  );
  console.log(`${name}: ${examples.length} messages, ${settled.weights.size} features`);
}
