import { err, ok, type Result } from './result.ts';

/** A row and the line of the file, from 1, on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Quotes that do not close, or words after a closing quote; line and column from 1. */
export interface CsvError {
  readonly kind: 'bad-quotes';
  readonly line: number;
  readonly column: number;
}

/** What separates the cells: what `sep=` says, else what the first line has most of. */
const findSeparator = (text: string): string => {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (separator: string): number => first.split(separator).length;
  return [';', '\t'].reduce((most, next) => (count(next) > count(most) ? next : most), ',');
};

/**
 * Reads CSV (RFC 4180) as spreadsheets write it: separated by commas, semicolons or tabs, with or
 * without a byte order mark and Excel's `sep=` line, any kind of line end, line breaks in quotes.
 * Rows in which nothing stands are left out.
 */
export function parseCsv(file: string): Result<readonly CsvRow[], CsvError> {
  const text = file.replace(/^\ufeff/, '');
  const told = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i.exec(text);
  const separator = told?.[1] ?? findSeparator(text);
  const rows: CsvRow[] = [];
  const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
  let at = told ? told[0].length : 0;
  let line = told ? 2 : 1;
  let lineStart = at;
  /** Moves past a line end, if one is here. */
  const newLine = (): boolean => {
    if (text[at] !== '\r' && text[at] !== '\n') return false;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    lineStart = at;
    return true;
  };
  while (at < text.length) {
    const startLine = line;
    const cells: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        const opened = { kind: 'bad-quotes', line, column: at - lineStart + 1 } as const;
        let cell = '';
        at += 1;
        for (;;) {
          if (at >= text.length) return err(opened);
          if (text[at] === '"' && text[at + 1] !== '"') break;
          if (text[at] === '"') {
            cell += '"';
            at += 2;
          } else if (newLine()) {
            cell += '\n';
          } else {
            cell += text[at];
            at += 1;
          }
        }
        at += 1;
        cells.push(cell);
        if (at < text.length && text[at] !== separator && !/[\r\n]/.test(text[at] ?? '')) {
          return err({ kind: 'bad-quotes', line, column: at - lineStart + 1 });
        }
      } else {
        plain.lastIndex = at;
        const cell = plain.exec(text)?.[0] ?? '';
        cells.push(cell);
        at += cell.length;
      }
      if (text[at] !== separator) break;
      at += 1;
    }
    newLine();
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: startLine, cells });
  }
  return ok(rows);
}
