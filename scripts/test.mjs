// `npm test`: every step, in order; the last line counts.
//   npm test -- types lint           these steps only
//   npm test -- unit tests/i18n      what follows the last step's name is handed to that step
//   npm test -- --strict             what could not be run counts as failed
// Plain JavaScript without imports from npm: it runs before anything is installed.
import { ensureInstalled } from './ensure-installed.mjs';
import { installPackages, missingPackages } from './test/needs.mjs';
import { describeStep, describeTotal, performStep } from './test/perform-step.mjs';
import { steps } from './test/steps.mjs';

ensureInstalled();

const strict = process.argv.includes('--strict');
const words = process.argv.slice(2).filter((word) => word !== '--strict');
const isStep = (word) => steps.some(({ name }) => name === word);
const firstOther = words.findIndex((word) => !isStep(word));
const names = firstOther < 0 ? words : words.slice(0, firstOther);
const more = firstOther < 0 ? [] : words.slice(firstOther);
if (names.length === 0 && more.length > 0) {
  console.error(
    `No step is called ${more[0]}. Steps: ${steps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
const chosen = names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));

// All at once and before the first step: whoever started this can go away.
const missing = missingPackages([...new Set(chosen.flatMap(({ needs }) => needs))]);
const obstacle = missing.length > 0 ? installPackages(missing) : undefined;

const start = Date.now();
const secondsSince = (time) => (Date.now() - time) / 1000;
const lines = [];
const counts = [];
for (const step of chosen) {
  const begun = Date.now();
  console.log(`\n── ${step.name}`);
  const count = await performStep(step, { strict, more: step.name === names.at(-1) ? more : [] });
  counts.push(count);
  lines.push(describeStep(step.name, count, secondsSince(begun)));
}
console.log(`\n${lines.join('\n')}\n`);
if (obstacle) console.log(`${obstacle}\n`);
console.log(`Total time: ${secondsSince(start).toFixed(1)} s`);
// Set, not called: output that is still on its way through a pipe would be cut off.
process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
console.log(describeTotal(counts));
