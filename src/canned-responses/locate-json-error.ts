/** A place in a file, both from 1; the column counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const space = /[ \t\r\n]*/y;
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON does not allow them in strings
  /[[\]{}:,]|true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;

type Wanted =
  | 'value'
  | 'value or end'
  | 'key'
  | 'key or end'
  | 'colon'
  | 'comma or end'
  | 'nothing';

/** What may stand next after a token, or undefined where the token may not stand. */
const next = (wanted: Wanted, found: string, open: string[]): Wanted | undefined => {
  const inside = (): Wanted => (open.length === 0 ? 'nothing' : 'comma or end');
  const closes = open.at(-1) === '{' ? '}' : ']';
  if (found === '}' || found === ']') {
    if (open.length === 0 || found !== closes || !wanted.endsWith('or end')) return undefined;
    open.pop();
    return inside();
  }
  if (wanted === 'colon') return found === ':' ? 'value' : undefined;
  if (wanted === 'comma or end') {
    if (found !== ',') return undefined;
    return closes === '}' ? 'key' : 'value';
  }
  if (wanted === 'nothing' || found === ':' || found === ',') return undefined;
  if (wanted.startsWith('key')) return found.startsWith('"') ? 'colon' : undefined;
  if (found !== '{' && found !== '[') return inside();
  open.push(found);
  return found === '{' ? 'key or end' : 'value or end';
};

/**
 * Finds where a text stops being JSON (RFC 8259). Browsers word their own messages differently and
 * some give no place. Keeps its own stack, so that depth does no harm.
 * @param text what `JSON.parse` refused
 */
export function locateJsonError(text: string): Place {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    token.lastIndex = at;
    const found = at < text.length ? token.exec(text)?.[0] : undefined;
    const then: Wanted | undefined = found === undefined ? undefined : next(wanted, found, open);
    if (found === undefined || then === undefined) break;
    wanted = then;
    at += found.length;
  }
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
