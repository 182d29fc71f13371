import type { Translate } from '../shared/translate.ts';

/** A pictograph with all that joins it, or a flag, that stands there at least twice in a row. */
const run =
  /((?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*))(?:\s*\1)+/gu;

/** Gives what is spoken for a text: a run of one emoji becomes "😀, times 3" (A58). */
export const collapseEmoji = (text: string, t: Translate): string =>
  text.replace(run, (all, emoji: string) =>
    t('announce.emojiTimes', { emoji, times: all.replace(/\s/gu, '').length / emoji.length }),
  );
