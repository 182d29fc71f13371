/** A shortcut that is being typed; places in UTF-16 code units. */
export interface ShortcutTrigger {
  /** What stands between the slash and the caret; may be empty. */
  readonly query: string;
  /** The slash. */
  readonly start: number;
  /** The caret. */
  readonly end: number;
}

const typed = /([/／])([\p{L}\p{M}\p{N}_-]{0,32})$/u;
const lineOrSpace = /(?:^|\s)$/u;
/** Punctuation after which Chinese goes on without a space. */
const chinesePause = /[，。！？；：、…—（「『《“‘）」』》”’～]$/u;
const hanzi = /\p{Script=Han}$/u;

/**
 * The `/shortcut` that ends at the caret, if there is one. It begins a line, or follows white
 * space or Chinese punctuation. A full-width `／` may follow a Chinese character directly, as
 * long as Latin letters come after it: `男／女` is no shortcut, and neither are `http://`, `a/b`
 * and `1/2`.
 */
export function shortcutAtCaret(draft: string, caret: number): ShortcutTrigger | undefined {
  if (!(caret >= 0 && caret <= draft.length)) return undefined;
  const line = draft.slice(Math.max(0, caret - 80), caret);
  const match = typed.exec(line);
  if (!match) return undefined;
  const [whole, slash, query = ''] = match;
  const start = caret - whole.length;
  const before = draft.slice(Math.max(0, start - 2), start);
  const allowed =
    lineOrSpace.test(before) ||
    chinesePause.test(before) ||
    (slash === '／' && hanzi.test(before) && /^[\w-]*$/.test(query));
  return allowed ? { query, start, end: caret } : undefined;
}
