import type { DictationTarget } from '../speech/dictation/create-dictation.ts';

/** What was dictated since it was last told. */
export interface Written {
  /** The same place for words, of which this takes note. */
  into(target: DictationTarget): DictationTarget;
  /** The words so far, without what was taken back; then there are none. */
  take(): string;
}

/** Makes a memory for one microphone. */
export function rememberWritten(): Written {
  let words = '';
  return {
    into: (target) => ({
      ...target,
      insert: (text) => {
        target.insert(text);
        words += text;
      },
      exchange: (old, text) => {
        const isDone = target.exchange(old, text);
        if (isDone && words.endsWith(old)) words = words.slice(0, -old.length) + text;
        return isDone;
      },
    }),
    take: () => {
      const taken = words.trim();
      words = '';
      return taken;
    },
  };
}
