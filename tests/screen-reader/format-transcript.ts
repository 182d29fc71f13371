import type { Step } from './journey.ts';
import type { StepResult } from './run-journey.ts';

const quote = (text: string) => JSON.stringify(text);

function describeActions(step: Step): string {
  const keys = typeof step.press === 'string' ? [step.press] : (step.press ?? []);
  const actions = [
    ...(step.evaluate === undefined ? [] : ['the world acts']),
    ...(keys.length > 0 ? [`press ${keys.join(', ')}`] : []),
    ...(step.type === undefined ? [] : [`type ${quote(step.type)}`]),
    ...(step.insert === undefined ? [] : [`put in ${quote(step.insert)}`]),
  ];
  return actions.join('; ') || 'listen';
}

/**
 * A journey as text to be read aloud in the mind: each step, what was done, each utterance on a
 * line of its own (`~` before those of a live region), and `!` before what was wrong.
 */
export function formatTranscript(title: string, results: readonly StepResult[]): string {
  const blocks = results.map(({ step, words, mode, faults }) =>
    [
      `# ${step.note}`,
      `> ${describeActions(step)}${mode === '' ? '' : ` [${mode}]`}`,
      ...(words.length === 0 ? ['  (silence)'] : []),
      ...words.map((word) => `  ${word.replaceAll('\n', '⏎')}`),
      ...faults.map((fault) => `  ! ${fault}`),
    ].join('\n'),
  );
  return `${title}\n${'='.repeat(title.length)}\n${blocks.join('\n\n')}\n`;
}
