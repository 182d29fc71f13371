import type { Translate } from '../shared/translate.ts';

/** Joins what is there into one sentence; what ends like a sentence gets no comma after it. */
export const joinParts = (parts: readonly string[], t: Translate): string =>
  parts.filter(Boolean).reduce((sentence, part) => {
    if (!sentence) return part;
    if (/[。！？]$/u.test(sentence)) return sentence + part;
    return sentence + (/[.!?…]$/u.test(sentence) ? ' ' : t('app.comma')) + part;
  }, '');
