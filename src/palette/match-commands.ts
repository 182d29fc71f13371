import { pinyinInitials } from '../shared/pinyin-initials.ts';

/** A command as far as it can be found. */
export interface Findable {
  readonly label: string;
  readonly slash: string | undefined;
}

const simplify = (text: string): string => text.normalize('NFKC').toLowerCase();

/** 0 begins with it, 1 a word begins with it, 2 holds it, by pinyin initials 3; -1 not at all. */
const rank = ({ label, slash }: Findable, query: string): number => {
  const name = simplify(label);
  if (name.startsWith(query) || slash?.startsWith(query)) return 0;
  if (name.includes(` ${query}`)) return 1;
  if (name.includes(query)) return 2;
  const letters = query.replaceAll(/\s/g, '');
  return letters && pinyinInitials(label).includes(letters) ? 3 : -1;
};

/**
 * The commands that fit, best first, else in the order in which they came.
 * @param query any part of the name, of the typed `/word`, or pinyin initials; empty fits all
 */
export function matchCommands<T extends Findable>(
  commands: readonly T[],
  query: string,
): readonly T[] {
  const words = simplify(query).trim().replace(/^\//, '');
  if (!words) return commands;
  return commands
    .map((command) => ({ command, rank: rank(command, words) }))
    .filter((found) => found.rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}
