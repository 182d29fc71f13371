import type { Translate } from '../shared/translate.ts';

const emojiRun =
  /(\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F\u200D\p{Extended_Pictographic}]*?)(?:\s*\1){1,}/gu;

/**
 * Says a run of one emoji once with its number (A58): "😀😀😀" becomes "😀, times 3".
 * Only for what is spoken; what is shown stays as it was written.
 */
export function collapseEmoji(text: string, t: Translate): string {
  return text.replace(emojiRun, (run, emoji: string) => {
    const count = run.replaceAll(/\s/gu, '').length / emoji.length;
    return t('spoken.times', { emoji, count });
  });
}
