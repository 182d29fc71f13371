import { parseCsv } from '../shared/parse-csv.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { limits } from './canned-response.ts';
import { languageTag } from './canned-response-schema.ts';
import type { FileEntry } from './file-entry.ts';
import { unguardCell } from './file-format.ts';
import type { ImportError } from './import-error.ts';

type Column =
  | { readonly part: 'shortcut' | 'folder' }
  | { readonly part: 'title' | 'text'; readonly language: string };

/** `title`, `text:en`, in Chinese too, as somebody may write who makes the table by hand. */
const columnNames: Readonly<Record<string, Column['part']>> = {
  shortcut: 'shortcut',
  快捷词: 'shortcut',
  folder: 'folder',
  文件夹: 'folder',
  title: 'title',
  标题: 'title',
  text: 'text',
  正文: 'text',
};

const readColumn = (name: string, language: string): Column | undefined => {
  const [part = '', tag = ''] = name.normalize('NFKC').trim().split(':', 2);
  const column = new Map(Object.entries(columnNames)).get(part.trim().toLowerCase());
  if (!column) return undefined;
  if (column === 'shortcut' || column === 'folder') return { part: column };
  if (tag && !languageTag.test(tag.trim())) return undefined;
  return { part: column, language: tag.trim() || language };
};

/**
 * Reads the entries of a table: a first line with `shortcut` and `text` (or `text:en`,
 * `text:zh`…), and as wished `title` and `folder`; columns by other names are passed over.
 * @param language the one of columns that name none
 */
export function readCsvEntries(
  text: string,
  language: string,
): Result<readonly FileEntry[], ImportError> {
  const parsed = parseCsv(text);
  if (!parsed.ok) return parsed;
  const [header, ...rows] = parsed.value;
  // Two columns a language, and room for those of others; more is no table that somebody made.
  if (header && header.cells.length > 200) return err({ kind: 'wrong-kind' });
  const columns = (header?.cells ?? []).map((name) => readColumn(name, language));
  const has = (part: Column['part']): boolean => columns.some((column) => column?.part === part);
  if (!has('shortcut') && !has('text')) return err({ kind: 'wrong-kind' });
  if (!has('shortcut')) return err({ kind: 'missing-column', column: 'shortcut' });
  if (!has('text')) return err({ kind: 'missing-column', column: 'text' });
  if (rows.length > limits.responses) {
    return err({ kind: 'too-many', count: rows.length, limit: limits.responses });
  }
  const entries: FileEntry[] = [];
  for (const { line, cells } of rows) {
    const extra = cells.findIndex((cell, at) => at >= columns.length && cell.trim() !== '');
    if (extra >= 0) return err({ kind: 'too-many-cells', line, column: extra + 1 });
    const written = { shortcut: '', folder: '' };
    const titles = new Map<string, string>();
    const texts = new Map<string, string>();
    // By cells, not by columns: a header of a million columns must not cost that for every row.
    for (const [at, raw] of cells.entries()) {
      const column = columns[at];
      const cell = unguardCell(raw);
      if (!column || cell.trim() === '') continue;
      if (column.part === 'title') titles.set(column.language, cell);
      else if (column.part === 'text') texts.set(column.language, cell);
      else if (column.part === 'shortcut') written.shortcut = cell;
      else written.folder = cell;
    }
    entries.push({
      place: { in: 'line', number: line },
      response: {
        ...written,
        titles: Object.fromEntries(titles),
        texts: Object.fromEntries(texts),
      },
    });
  }
  return ok(entries);
}
