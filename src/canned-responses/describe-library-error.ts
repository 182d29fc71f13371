import type { MessageKey, Translate } from '../shared/translate.ts';
import { chooseVariant } from './canned-response.ts';
import type { LibraryError } from './library.ts';

const keys = {
  'bad-shortcut': 'cannedResponses.libraryErrors.badShortcut',
  'duplicate-shortcut': 'cannedResponses.libraryErrors.duplicateShortcut',
  'no-title': 'cannedResponses.libraryErrors.noTitle',
  'no-text': 'cannedResponses.libraryErrors.noText',
  'too-long': 'cannedResponses.libraryErrors.tooLong',
  'too-many': 'cannedResponses.libraryErrors.tooMany',
  'not-found': 'cannedResponses.libraryErrors.notFound',
  'nothing-to-undo': 'cannedResponses.libraryErrors.nothingToUndo',
} as const satisfies Record<LibraryError['kind'], MessageKey>;

/**
 * The sentence that tells why a change to the library was not made.
 * @param language the agent's, in which the other response is named
 */
export function describeLibraryError(error: LibraryError, t: Translate, language: string): string {
  const key = keys[error.kind];
  switch (error.kind) {
    case 'duplicate-shortcut':
      return t(key, {
        shortcut: error.shortcut,
        title: chooseVariant(error.other.titles, [language])?.text ?? error.shortcut,
      });
    case 'too-long':
    case 'too-many':
      return t(key, { limit: error.limit });
    default:
      return t(key);
  }
}
