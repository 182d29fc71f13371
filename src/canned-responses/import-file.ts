import { err, ok, type Result } from '../shared/result.ts';
import { type CannedResponse, limits } from './canned-response.ts';
import { decodeFile } from './decode-file.ts';
import type { FileEntry } from './file-entry.ts';
import { maximumFileSize } from './file-format.ts';
import type { FilePlace, ImportError, ResponseField } from './import-error.ts';
import { checkResponse, type LibraryError } from './library.ts';
import { readCsvEntries } from './read-csv-entries.ts';
import { readJsonEntries } from './read-json-entries.ts';

/** What an import needs from outside. */
export interface ImportOptions {
  /** Makes ids for what is imported. */
  readonly createId: () => string;
  /** The language of columns that name none: the agent's. */
  readonly language: string;
}

const wrongField = (error: LibraryError): ResponseField => {
  switch (error.kind) {
    case 'too-long':
      return error.field;
    // A title is made from the text, so it lacks only where there is no text.
    case 'no-title':
    case 'no-text':
      return 'text';
    default:
      return 'shortcut';
  }
};

/** A response without a title is called by the beginning of its text, or its shortcut. */
const titled = (response: FileEntry['response']): FileEntry['response'] => {
  if (Object.values(response.titles).some((title) => title.trim())) return response;
  const titles = Object.entries(response.texts).map(([language, text]) => {
    const line = text.trim().split('\n', 1)[0] ?? '';
    return [language, [...line].slice(0, 40).join('')] as const;
  });
  return { ...response, titles: Object.fromEntries(titles) };
};

/**
 * Reads a file of canned responses, JSON or CSV by what is in it, whole or not at all.
 * Heavy: to be loaded when it is asked for.
 * @param content the file's bytes, or its text where it has been decoded
 * @param file its name, and its size in bytes
 * @returns responses with new ids and different shortcuts, for `mergeImported`; or the first
 *   mistake and where it is
 */
export function importFile(
  content: Uint8Array | string,
  file: { readonly name: string; readonly size: number },
  options: ImportOptions,
): Result<readonly CannedResponse[], ImportError> {
  const size = Math.max(file.size, content.length);
  if (size > maximumFileSize) return err({ kind: 'too-large', size, limit: maximumFileSize });
  const decoded = typeof content === 'string' ? ok(content) : decodeFile(content);
  if (!decoded.ok) return decoded;
  const text = decoded.value.replace(/^\ufeff/, '');
  if (text.includes('\0')) return err({ kind: 'not-text' });
  if (text.trim() === '') return err({ kind: 'empty' });
  // Markup: a web page, or a spreadsheet saved as one.
  if (/^\s*</.test(text)) return err({ kind: 'wrong-kind' });
  const json = /^\s*[{[]/.test(text) || /\.json$/i.test(file.name);
  const read = json ? readJsonEntries(text) : readCsvEntries(text, options.language);
  if (!read.ok) return read;
  const entries = read.value;
  if (entries.length === 0) return err({ kind: 'empty' });
  if (entries.length > limits.responses) {
    return err({ kind: 'too-many', count: entries.length, limit: limits.responses });
  }
  const first = new Map<string, FilePlace>();
  const responses: CannedResponse[] = [];
  for (const { place, response } of entries) {
    const checked = checkResponse({ id: options.createId(), ...titled(response) });
    if (!checked.ok) return err({ kind: 'bad-entry', place, field: wrongField(checked.error) });
    const { shortcut } = checked.value;
    const earlier = first.get(shortcut);
    if (earlier) return err({ kind: 'duplicate-shortcut', shortcut, place, first: earlier });
    first.set(shortcut, place);
    responses.push(checked.value);
  }
  return ok(responses);
}
