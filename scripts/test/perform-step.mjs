// One step of `npm test`, and what is said of it afterwards.
import { missingPackages } from './needs.mjs';

const nothing = { passed: 0, failed: 0, skipped: 0, notRun: 0 };

/**
 * Runs a step if what it needs is there.
 * @param {{name: string, needs: string[], run: Function}} step
 * @param {{strict: boolean, more: string[]}} how strict: what is not run has failed
 * @returns {Promise<{passed: number, failed: number, skipped: number, notRun: number, note?: string}>}
 */
export async function performStep(step, { strict, more }, missing = missingPackages) {
  const absent = missing(step.needs);
  if (absent.length > 0) {
    const count = strict ? { ...nothing, failed: 1 } : { ...nothing, notRun: 1 };
    return { ...count, note: `not run without ${absent.join(', ')}` };
  }
  const count = { ...nothing, ...(await step.run(more)) };
  if (count.passed + count.failed === 0)
    return { ...count, failed: 1, note: 'no tests were found' };
  if (!strict || count.skipped === 0) return count;
  const note = `${count.skipped} were skipped`;
  return { ...count, failed: count.failed + count.skipped, skipped: 0, note };
}

const mark = ({ passed, failed }) => (failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'not run');

/** A line of the table: what came of a step, how long it took, and what there is to say. */
export function describeStep(name, count, seconds) {
  const numbers = `${String(count.passed).padStart(5)} passed, ${count.failed} failed`;
  const note = count.note ? ` – ${count.note}` : '';
  return `${mark(count).padEnd(8)}${name.padEnd(15)}${numbers}, ${seconds.toFixed(1)} s${note}`;
}

/** The last line: what all steps come to. Steps that were not run are no tests, and are said as such. */
export function describeTotal(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const [skipped, notRun] = [sum('skipped'), sum('notRun')];
  return [
    `${sum('passed')} passed, ${sum('failed')} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(notRun > 0 ? [`${notRun} ${notRun === 1 ? 'step' : 'steps'} not run`] : []),
  ].join(', ');
}
