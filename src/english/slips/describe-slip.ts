import type { MessageKey, Translate } from '../../shared/translate.ts';
import type { Slip } from './find-slips.ts';

/** Why it is a slip, in the agent's language; `t` has to know the section `slips`. */
export const explainSlip = (slip: Slip, t: Translate): string =>
  t(`slips.${slip.rule}` as MessageKey);

/**
 * A slip in a sentence that can be heard: what stands there, what to write, and why.
 * @param explain knows the section `slips`, where `t` does not
 */
export const describeSlip = (slip: Slip, t: Translate, explain = t): string => {
  const values = { words: slip.words.trim(), why: explainSlip(slip, explain) };
  const better = slip.better.trim();
  return better ? t('advice.slip', { ...values, better }) : t('advice.slipDrop', values);
};
