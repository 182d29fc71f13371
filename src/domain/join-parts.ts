import type { Translate } from '../shared/translate.ts';

/** Joins what is there into one sentence; what ends like a sentence gets no comma after it. */
export const joinParts = (parts: readonly string[], t: Translate): string =>
  parts.filter(Boolean).reduce((sentence, part) => {
    if (!sentence) return part;
    const comma = t('app.comma');
    if (!/[.!?…。！？]$/u.test(sentence)) return sentence + comma + part;
    return sentence + (comma.endsWith(' ') ? ' ' : '') + part;
  }, '');
