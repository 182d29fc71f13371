import type { MessageKey, Translate } from '../shared/translate.ts';

/** Which part of a response a mistake is in. */
export type ResponseField = 'entry' | 'shortcut' | 'folder' | 'title' | 'text' | 'language';

/** Where in a file: a line of a CSV file or the number of an entry in a JSON file, from 1. */
export type FilePlace =
  | { readonly in: 'line'; readonly number: number }
  | { readonly in: 'entry'; readonly number: number };

/** Why a file was not imported. Nothing has changed then. */
export type ImportError =
  | { readonly kind: 'not-text' }
  /** Bytes. */
  | { readonly kind: 'too-large'; readonly size: number; readonly limit: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'bad-quotes'; readonly line: number; readonly column: number }
  | { readonly kind: 'wrong-kind' }
  | { readonly kind: 'newer-version'; readonly version: number }
  /** A CSV file whose first line does not name this column. */
  | { readonly kind: 'missing-column'; readonly column: 'shortcut' | 'text' }
  /** More cells than columns. */
  | { readonly kind: 'too-many-cells'; readonly line: number; readonly column: number }
  | { readonly kind: 'bad-entry'; readonly place: FilePlace; readonly field: ResponseField }
  | {
      readonly kind: 'duplicate-shortcut';
      readonly shortcut: string;
      readonly place: FilePlace;
      readonly first: FilePlace;
    }
  | { readonly kind: 'too-many'; readonly count: number; readonly limit: number };

const keys = {
  'not-text': 'cannedResponses.importErrors.notText',
  'too-large': 'cannedResponses.importErrors.tooLarge',
  empty: 'cannedResponses.importErrors.empty',
  'not-json': 'cannedResponses.importErrors.notJson',
  'bad-quotes': 'cannedResponses.importErrors.badQuotes',
  'wrong-kind': 'cannedResponses.importErrors.wrongKind',
  'newer-version': 'cannedResponses.importErrors.newerVersion',
  'missing-column': 'cannedResponses.importErrors.missingColumn',
  'too-many-cells': 'cannedResponses.importErrors.tooManyCells',
  'bad-entry': 'cannedResponses.importErrors.badEntry',
  'duplicate-shortcut': 'cannedResponses.importErrors.duplicateShortcut',
  'too-many': 'cannedResponses.importErrors.tooMany',
} as const satisfies Record<ImportError['kind'], MessageKey>;

const fields = {
  entry: 'cannedResponses.fieldErrors.entry',
  shortcut: 'cannedResponses.fieldErrors.shortcut',
  folder: 'cannedResponses.fieldErrors.folder',
  title: 'cannedResponses.fieldErrors.title',
  text: 'cannedResponses.fieldErrors.text',
  language: 'cannedResponses.fieldErrors.language',
} as const satisfies Record<ResponseField, MessageKey>;

/** The sentence that tells why a file was not imported, and where it is wrong. */
export function describeImportError(error: ImportError, t: Translate): string {
  const key = keys[error.kind];
  const place = ({ in: kind, number }: FilePlace): string =>
    t(kind === 'line' ? 'cannedResponses.places.line' : 'cannedResponses.places.entry', { number });
  switch (error.kind) {
    case 'bad-entry':
      return t(key, { place: place(error.place), problem: t(fields[error.field]) });
    case 'duplicate-shortcut':
      return t(key, {
        shortcut: error.shortcut,
        place: place(error.place),
        first: place(error.first),
      });
    case 'too-large':
      return t(key, { limit: Math.round(error.limit / 1_048_576) });
    default: {
      const { kind: _, ...values } = error;
      return t(key, values);
    }
  }
}
