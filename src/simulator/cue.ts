import type { DialogueAct } from '../domain/run-report.ts';

/**
 * Words that show an act. `ask`: counts only in a sentence that asks for something.
 * `plain`: a "not" before it does not undo it (a refusal is made of one).
 * `told`: does not count in what is asked ("Is it in Leeds?").
 */
export interface Cue {
  readonly act: DialogueAct;
  readonly words: RegExp;
  readonly ask?: true;
  readonly plain?: true;
  readonly told?: true;
}
