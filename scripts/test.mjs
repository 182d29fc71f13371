// `npm test`: every step, in order; the last line counts.
//   npm test -- types lint           these steps only
//   npm test -- unit tests/i18n      what follows the last step's name is handed to that step
//   npm test -- --strict             what could not be run counts as failed
// Plain JavaScript without imports from npm: it runs before anything is installed.
import { ensureInstalled } from './ensure-installed.mjs';
import { installPackages, missingPackages } from './test/needs.mjs';
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

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Runs a step, or says why it cannot be run. */
async function perform(step) {
  const missing = missingPackages(step.needs);
  const obstacle = missing.length === 0 ? undefined : installPackages(missing);
  if (obstacle) {
    const count = { passed: 0, failed: strict ? 1 : 0, skipped: strict ? 0 : 1 };
    return { ...count, note: `not run. ${obstacle}` };
  }
  const count = await step.run(step.name === names.at(-1) ? more : []);
  const none = count.passed + count.failed === 0;
  if (none) return { ...count, failed: 1, note: 'no tests were found' };
  if (strict && count.skipped > 0) {
    const note = `${count.skipped} were skipped`;
    return { passed: count.passed, failed: count.failed + count.skipped, skipped: 0, note };
  }
  return count;
}

const start = Date.now();
const lines = [];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of chosen) {
  const begun = Date.now();
  console.log(`\n── ${step.name}`);
  const count = await perform(step);
  for (const key of ['passed', 'failed', 'skipped']) total[key] += count[key];
  const mark = count.failed > 0 ? 'FAILED' : count.passed > 0 ? 'passed' : 'not run';
  const numbers = `${String(count.passed).padStart(5)} passed, ${count.failed} failed`;
  const note = count.note ? ` – ${count.note}` : '';
  lines.push(`${mark.padEnd(8)}${step.name.padEnd(15)}${numbers}, ${seconds(begun)}${note}`);
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`Total time: ${seconds(start)}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
// Set, not called: output that is still on its way through a pipe would be cut off.
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
