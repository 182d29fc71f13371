import { englishClasses, englishPlain } from './english-classes.ts';
import type { Reader } from './features.ts';
import { readClasses } from './read-classes.ts';
import { readEnglish } from './read-english.ts';

/** How English is read. */
export function createEnglishReader(): Reader {
  const classes = readClasses(englishClasses);
  const plain = new Set(englishPlain.split(/\s+/));
  return {
    read: readEnglish,
    join: (part) => part,
    classOf: (word) => {
      const known = classes.get(word);
      if (known || plain.has(word) || /^[A-Z0$]/.test(word)) return known ?? word;
      return `*${/..(ed|ing|ly)$/.exec(word)?.[1] ?? ''}`;
    },
    gap: ' ',
  };
}
