import { type DialogueAct, dialogueActs } from '../../src/domain/run-report.ts';
import { partsOf } from '../../src/simulator/acts/features.ts';
import { type ActModel, scoresIn } from '../../src/simulator/acts/model.ts';
import { withoutQuotes } from '../../src/simulator/without-quotes.ts';

/** What each act of each text scores at most in one of its parts. */
const scoresOf = (texts: readonly string[], model: ActModel): readonly (readonly number[])[] =>
  texts.map((text) => {
    const parts = partsOf(model.reader.read(withoutQuotes(text))).map((part) =>
      scoresIn(part, model),
    );
    return dialogueActs.map((_, act) => Math.max(-99, ...parts.map((scores) => scores[act] ?? 0)));
  });

/**
 * Rounding takes away many small weights. Moves each act's bias so that it is found as often in the
 * texts as it was before the rounding.
 * @param lean added to the bias of an act that is named, and `all` to every one: above 0 more is found,
 * below 0 less
 */
export function settleBiases(
  exact: ActModel,
  rounded: ActModel,
  texts: readonly string[],
  lean: Readonly<Partial<Record<DialogueAct | 'all', number>>>,
): ActModel {
  const [before, after] = [scoresOf(texts, exact), scoresOf(texts, rounded)];
  const biases = dialogueActs.map((name, act) => {
    const count = before.filter((scores) => (scores[act] ?? 0) > 0).length;
    const ranked = after.map((scores) => scores[act] ?? 0).sort((one, other) => other - one);
    const edge = ((ranked[count - 1] ?? 0) + (ranked[count] ?? 0)) / 2;
    return (rounded.biases[act] ?? 0) - edge + (lean.all ?? 0) + (lean[name] ?? 0);
  });
  return { ...rounded, biases };
}
