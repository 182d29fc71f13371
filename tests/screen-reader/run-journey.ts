import type { Utterance } from './create-orca.ts';
import type { Journey, Step } from './journey.ts';
import type { Heard, Rig } from './rig.ts';

/** What a step said, and what was wrong with it (empty: nothing). */
export interface StepResult {
  readonly step: Step;
  /** As in {@link Step.expect}: live utterances last, with `~ `. */
  readonly words: readonly string[];
  readonly mode: Heard['mode'];
  readonly faults: readonly string[];
}

const live = '~ ';

/**
 * In the order that is compared: answers, then the built-in voice, then live ones, marked. Without blanks
 * at their ends, which nobody hears: where a line of the page breaks, and so who has them, is up to the fonts.
 */
export function orderWords(utterances: readonly Utterance[], anyOrder = false): string[] {
  const only = (wanted: Utterance['kind'], mark: string) =>
    utterances.filter(({ kind }) => kind === wanted).map(({ text }) => mark + text.trim());
  const spoken = utterances
    .filter(({ kind }) => kind !== 'live' && kind !== 'voice')
    .map(({ text }) => text.trim());
  const changed = only('live', live);
  return [...spoken, ...only('voice', '» '), ...(anyOrder ? changed.sort() : changed)];
}

/** What a step got wrong, each in a sentence. */
export function findFaults(step: Step, words: readonly string[], mode: string): string[] {
  const faults: string[] = [];
  if (step.expect) {
    const said = step.expect.filter((word) => !word.startsWith(live));
    const changed = step.expect.filter((word) => word.startsWith(live));
    const wanted = [...said, ...(step.anyOrder ? [...changed].sort() : changed)];
    if (JSON.stringify(wanted) !== JSON.stringify(words)) {
      faults.push(`expected ${JSON.stringify(wanted)}`);
    }
  }
  for (const text of step.includes ?? []) {
    if (!words.some((word) => word.includes(text)))
      faults.push(`nothing says ${JSON.stringify(text)}`);
  }
  for (const text of step.excludes ?? []) {
    if (words.some((word) => word.includes(text)))
      faults.push(`must not say ${JSON.stringify(text)}`);
  }
  if (step.mode && step.mode !== mode)
    faults.push(`expected ${step.mode} mode, Orca is in ${mode}`);
  return faults;
}

/** Whether all that a step expects has been said; whether more was said is judged afterwards. */
export function hasCome(step: Step, words: readonly string[]): boolean {
  const left = [...words];
  const each = (step.expect ?? []).every((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return each && (step.includes ?? []).every((text) => words.some((word) => word.includes(text)));
}

/** A step's result without words that are only looked through: the clock decides some of them. */
export const withoutClock = (result: StepResult): StepResult =>
  result.step.includes && !result.step.expect ? { ...result, words: result.step.includes } : result;

async function act(rig: Rig, step: Step): Promise<void> {
  if (step.evaluate !== undefined) await rig.evaluate(step.evaluate);
  if (step.ready !== undefined) await rig.until(step.ready);
  const keys = typeof step.press === 'string' ? [step.press] : (step.press ?? []);
  for (const [index, key] of keys.entries()) {
    // A key throws away what Orca has not said yet.
    if (index > 0) await rig.rest();
    await rig.press(key);
  }
  if (step.type !== undefined) await rig.type(step.type);
  if (step.insert !== undefined) await rig.insert(step.insert);
  if (step.until !== undefined) await rig.until(step.until);
}

/** Walks a journey's steps on a page that has just been opened; goes on after a fault. */
export async function runJourney(rig: Rig, journey: Journey): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of journey.steps) {
    const faults: string[] = [];
    const known = rig.errors.length;
    try {
      await act(rig, step);
    } catch (error) {
      if (error instanceof Error && error.name === 'RigFailure') throw error;
      faults.push(error instanceof Error ? error.message : String(error));
    }
    const heard = await rig.spoken({
      enough: (utterances) => hasCome(step, orderWords(utterances)),
      listen: step.listen ?? 0,
    });
    const words = orderWords(heard.utterances, step.anyOrder);
    faults.push(...findFaults(step, words, heard.mode));
    faults.push(...rig.errors.slice(known).map((error) => `the page threw ${error}`));
    results.push({ step, words, mode: heard.mode, faults });
  }
  return results;
}
