import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

/** The same words in several languages, by BCP 47 tag: `en`, `zh`, or closer, `zh-TW`. */
export type Variants = Readonly<Record<LanguageTag, string>>;

/** A reply that an agent keeps ready. */
export interface CannedResponse {
  readonly id: string;
  /** What is typed after the slash, in the form that {@link foldShortcut} gives; unique. */
  readonly shortcut: string;
  /** The agent's own name for it, or one of {@link starterFolders}; empty for none. */
  readonly folder: string;
  /** What it is called in the list, at least in one language. */
  readonly titles: Variants;
  /** What is written, with `{blanks}`, at least in one language. */
  readonly texts: Variants;
}

/** The folders of the starter library; their names stand under `cannedResponses.folders`. */
export const starterFolders = [
  'greetings',
  'asking',
  'checking',
  'delivery',
  'payments',
  'account',
  'problems',
  'privacy',
  'accessibility',
  'closing',
] as const;

/** One of {@link starterFolders}. */
export type StarterFolder = (typeof starterFolders)[number];

/** How much a library holds; lengths in UTF-16 code units. */
export const limits = {
  responses: 2000,
  shortcut: 32,
  folder: 60,
  title: 120,
  text: 5000,
  languages: 20,
} as const;

/** One variant, and the language that it is in. */
export interface Variant {
  readonly language: LanguageTag;
  readonly text: string;
}

/**
 * Chooses a language variant.
 * @param variants the words in several languages; blank ones count as missing
 * @param wanted languages in order of preference: the conversation's, then the agent's
 * @returns the closest one: same tag, then a shorter tag (`zh` for `zh-TW`), then the same
 *   language from elsewhere, then the next wanted language, then English, then any.
 *   Its `language` tells whether it is the one that was wanted. Undefined when all are empty.
 */
export function chooseVariant(
  variants: Variants,
  wanted: readonly LanguageTag[],
): Variant | undefined {
  const there = Object.entries(variants).filter(([, text]) => text.trim() !== '');
  const closest = (language: string): [string, string] | undefined => {
    for (
      let tag = language.toLowerCase();
      tag;
      tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))
    ) {
      const same = there.find(([other]) => other.toLowerCase() === tag);
      if (same) return same;
    }
    return there.find(([other]) => primaryLanguage(other) === primaryLanguage(language));
  };
  for (const language of [...wanted, 'en']) {
    const found = closest(language);
    if (found) return { language: found[0], text: found[1] };
  }
  const any = there[0];
  return any && { language: any[0], text: any[1] };
}

/** The form in which shortcuts are kept and compared: no slash before it, one width, one case. */
export const foldShortcut = (shortcut: string): string =>
  shortcut.normalize('NFKC').trim().replace(/^\/+/, '').toLowerCase();

/** Whether a folded shortcut can be typed after a slash: letters, digits, `-`, `_`; at most 32. */
export const isShortcut = (shortcut: string): boolean =>
  shortcut.length <= limits.shortcut && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(shortcut);

/** Whether a folder is ours, and so has a name in the locale; the agent's own are named already. */
export const isStarterFolder = (folder: string): folder is StarterFolder =>
  (starterFolders as readonly string[]).includes(folder);
