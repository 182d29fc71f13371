import { chineseClasses } from './chinese-classes.ts';
import type { Reader } from './features.ts';
import { readChinese } from './read-chinese.ts';
import { readClasses } from './read-classes.ts';
import type { Token } from './sentence.ts';

/** How Chinese is read. */
export function createChineseReader(): Reader {
  const classes = readClasses(chineseClasses);
  const longest = Math.max(...[...classes.keys()].map(({ length }) => length));
  const join = (part: readonly Token[]): readonly Token[] => {
    const joined: Token[] = [];
    for (let at = 0; at < part.length; ) {
      let length = Math.min(longest, part.length - at);
      const word = () =>
        part
          .slice(at, at + length)
          .map((token) => token.word)
          .join('');
      while (length > 1 && !classes.has(word())) length -= 1;
      const { from } = part[at] as Token;
      joined.push({ word: word(), from, to: (part[at + length - 1] as Token).to });
      at += length;
    }
    return joined;
  };
  return { read: readChinese, join, classOf: (word) => classes.get(word) ?? word, gap: '' };
}
