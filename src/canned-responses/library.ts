import { err, ok, type Result } from '../shared/result.ts';
import {
  type CannedResponse,
  foldShortcut,
  isShortcut,
  limits,
  type Variants,
} from './canned-response.ts';

/** What was last done, so that it can be named when it is undone. */
export interface Change {
  readonly kind: 'added' | 'edited' | 'deleted' | 'imported';
  /** The response that it was about; undefined for an import. */
  readonly response: CannedResponse | undefined;
  readonly before: readonly CannedResponse[];
}

/** An agent's responses, and the way back. Never changed in place. */
export interface Library {
  readonly responses: readonly CannedResponse[];
  /** Newest last, at most 50. */
  readonly changes: readonly Change[];
}

/** Why a response was not taken; the library stays as it was. */
export type LibraryError =
  | { readonly kind: 'bad-shortcut' }
  | {
      readonly kind: 'duplicate-shortcut';
      readonly shortcut: string;
      readonly other: CannedResponse;
    }
  | { readonly kind: 'no-title' }
  | { readonly kind: 'no-text' }
  | {
      readonly kind: 'too-long';
      readonly field: 'folder' | 'title' | 'text';
      readonly limit: number;
    }
  | { readonly kind: 'too-many'; readonly limit: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'nothing-to-undo' };

/** A library as it is loaded: nothing to undo. */
export const createLibrary = (responses: readonly CannedResponse[]): Library => ({
  responses,
  changes: [],
});

const stepsBack = 50;

const change = (
  library: Library,
  kind: Change['kind'],
  response: CannedResponse | undefined,
  responses: readonly CannedResponse[],
): Library => ({
  responses,
  changes: [...library.changes, { kind, response, before: library.responses }].slice(-stepsBack),
});

/** One kind of line end, and no null character, which files of text do not hold. */
const tidy = (text: string): string => text.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();

/** Leaves out the languages in which nothing is written. */
const written = (variants: Variants): Variants =>
  Object.fromEntries(
    Object.entries(variants)
      .map(([language, text]) => [language, tidy(text)] as const)
      .filter(([, text]) => text !== ''),
  );

const longer = (variants: Variants, limit: number): boolean =>
  Object.values(variants).some((text) => text.length > limit);

/**
 * Brings a response into the form in which it is kept (folded shortcut, no blank variants), or
 * tells what is wrong with it, whatever else is in the library.
 */
export function checkResponse(draft: CannedResponse): Result<CannedResponse, LibraryError> {
  const response: CannedResponse = {
    id: draft.id,
    shortcut: foldShortcut(draft.shortcut),
    folder: tidy(draft.folder).replace(/\s+/g, ' '),
    titles: written(draft.titles),
    texts: written(draft.texts),
  };
  if (!isShortcut(response.shortcut)) return err({ kind: 'bad-shortcut' });
  if (Object.keys(response.titles).length === 0) return err({ kind: 'no-title' });
  if (Object.keys(response.texts).length === 0) return err({ kind: 'no-text' });
  if (response.folder.length > limits.folder) {
    return err({ kind: 'too-long', field: 'folder', limit: limits.folder });
  }
  if (longer(response.titles, limits.title)) {
    return err({ kind: 'too-long', field: 'title', limit: limits.title });
  }
  if (longer(response.texts, limits.text)) {
    return err({ kind: 'too-long', field: 'text', limit: limits.text });
  }
  return ok(response);
}

const checkAgainst = (
  library: Library,
  draft: CannedResponse,
): Result<CannedResponse, LibraryError> => {
  const checked = checkResponse(draft);
  if (!checked.ok) return checked;
  const { id, shortcut } = checked.value;
  const other = library.responses.find((one) => one.shortcut === shortcut && one.id !== id);
  return other ? err({ kind: 'duplicate-shortcut', shortcut, other }) : checked;
};

/** Adds a response at the end. Its id must be new. */
export function addResponse(
  library: Library,
  draft: CannedResponse,
): Result<Library, LibraryError> {
  if (library.responses.length >= limits.responses) {
    return err({ kind: 'too-many', limit: limits.responses });
  }
  const checked = checkAgainst(library, draft);
  if (!checked.ok) return checked;
  return ok(change(library, 'added', checked.value, [...library.responses, checked.value]));
}

/** Puts an edited response in the place of the one with its id. */
export function editResponse(
  library: Library,
  edited: CannedResponse,
): Result<Library, LibraryError> {
  const before = library.responses.find((one) => one.id === edited.id);
  if (!before) return err({ kind: 'not-found' });
  const checked = checkAgainst(library, edited);
  if (!checked.ok) return checked;
  const responses = library.responses.map((one) => (one === before ? checked.value : one));
  return ok(change(library, 'edited', before, responses));
}

/** Deletes a response; {@link undo} brings it back to its place. */
export function deleteResponse(library: Library, id: string): Result<Library, LibraryError> {
  const gone = library.responses.find((one) => one.id === id);
  if (!gone) return err({ kind: 'not-found' });
  return ok(
    change(
      library,
      'deleted',
      gone,
      library.responses.filter((one) => one !== gone),
    ),
  );
}

/** Takes back the last change; `undone` says what it was. Again for the one before. */
export function undo(
  library: Library,
): Result<{ readonly library: Library; readonly undone: Change }, LibraryError> {
  const undone = library.changes.at(-1);
  if (!undone) return err({ kind: 'nothing-to-undo' });
  return ok({
    library: { responses: undone.before, changes: library.changes.slice(0, -1) },
    undone,
  });
}
