import { type Field, findFields } from './placeholder.ts';

/** A text with what is known filled in, and the blanks that are left. */
export interface Expanded {
  readonly text: string;
  readonly fields: readonly Field[];
}

/** What can be filled in: by blank name in lower case; empty means not known. */
export type KnownValues = Readonly<Record<string, string | undefined>>;

/** Names that Chinese agents write for the two values that the desk knows. */
const sameAs: Readonly<Record<string, string>> = {
  客户: 'customer',
  顾客: 'customer',
  客服: 'agent',
  坐席: 'agent',
};

/**
 * A value comes from a stranger (the customer's name): it must not bring in a blank of its own,
 * a line break, or characters that turn the direction of what follows.
 */
const clean = (value: string): string =>
  value
    .replace(/[{}｛｝\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();

/**
 * Fills `{customer}`, `{agent}` and any other blank whose value is known.
 * @param text the words of a canned response
 * @param known values by blank name; `{客户}` and `{客服}` stand for `customer` and `agent`
 * @returns the text and the blanks that are left, with their places in it
 */
export function expand(text: string, known: KnownValues): Expanded {
  let filled = '';
  let from = 0;
  for (const field of findFields(text)) {
    const name = Object.hasOwn(sameAs, field.name) ? sameAs[field.name] : field.name;
    const value = name !== undefined && Object.hasOwn(known, name) ? clean(known[name] ?? '') : '';
    if (!value) continue;
    filled += text.slice(from, field.start) + value;
    from = field.end;
  }
  filled += text.slice(from);
  return { text: filled, fields: findFields(filled) };
}
