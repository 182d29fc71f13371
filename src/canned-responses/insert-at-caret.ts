import { type Field, findFields } from './placeholder.ts';
import type { ShortcutTrigger } from './shortcut-at-caret.ts';

/** A draft after something was put in; places in UTF-16 code units. */
export interface Inserted {
  readonly text: string;
  /** Just after what was put in. */
  readonly caret: number;
  /** All blanks of the draft; the agent is taken to the first of the new ones. */
  readonly fields: readonly Field[];
  /** The first blank of what was put in, to be selected; undefined when it has none. */
  readonly firstNew: Field | undefined;
}

/** Scripts and punctuation that are written without spaces between. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff01-\uff60]/u;
const opens = /[\s([{<'"“‘/@#$£€¥-]/u;
const closes = /[\s)\]}>'"”’…,.!?;:/%-]/u;

/** Whether a space belongs between two characters that come to stand side by side. */
const needsSpace = (left: string, right: string): boolean => {
  if (!left || !right) return false;
  if (unspaced.test(left) || unspaced.test(right)) return false;
  // A blank's braces are words, not punctuation.
  return (
    (left === '{' || !opens.test(left)) && (right === '}' || right === '{' || !closes.test(right))
  );
};

/** The nearest place that does not tear a surrogate pair, and is inside the text. */
const place = (text: string, at: number): number => {
  const inside = Math.min(Math.max(0, Math.trunc(at) || 0), text.length);
  const code = text.charCodeAt(inside);
  const before = text.charCodeAt(inside - 1);
  const torn = code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return torn ? inside + 1 : inside;
};

/**
 * Puts a snippet into a draft, after what is selected: a draft is never replaced. Between words a
 * space is added where one belongs; none beside Chinese or Japanese.
 * @param draft what the agent has written
 * @param selectionStart, selectionEnd the selection; both the same for a bare caret
 * @param snippet an expanded response
 * @param trigger the `/shortcut` that asked for it, which goes; nothing else does
 */
export function insertAtCaret(
  draft: string,
  selectionStart: number,
  selectionEnd: number,
  snippet: { readonly text: string },
  trigger?: ShortcutTrigger,
): Inserted {
  const at = place(draft, Math.max(selectionStart, selectionEnd));
  const asked =
    trigger && /^[/／]/.test(draft.slice(trigger.start, trigger.end)) ? trigger : undefined;
  const left = draft.slice(0, asked ? asked.start : at);
  const right = draft.slice(asked ? asked.end : at);
  const words = snippet.text;
  const before = needsSpace([...left].at(-1) ?? '', [...words][0] ?? '') ? ' ' : '';
  const after = needsSpace([...words].at(-1) ?? '', [...right][0] ?? '') ? ' ' : '';
  const start = left.length + before.length;
  const caret = start + words.length;
  const text = left + before + words + after + right;
  const fields = findFields(text);
  const firstNew = fields.find((field) => field.start >= start && field.end <= caret);
  return { text, caret, fields, firstNew };
}
