import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { readStored } from '../canned-responses/canned-response-schema.ts';
import {
  addResponse,
  type Change,
  createLibrary,
  deleteResponse,
  editResponse,
  type Library,
  type LibraryError,
  undo,
} from '../canned-responses/library.ts';
import { type Merged, mergeImported } from '../canned-responses/merge-imported.ts';
import type { DeskStorage } from '../outbox/desk-storage.ts';
import { createId } from '../shared/id.ts';
import { err, ok, type Result } from '../shared/result.ts';

const key = 'library';

/** Fetches the responses that a new agent finds. */
export const loadStarter = async (): Promise<readonly CannedResponse[]> =>
  (await import('../canned-responses/starter-library.ts')).starterLibrary;

/** An agent's canned responses on this station. */
export interface CannedStore {
  /** Undefined until it has been read. */
  readonly library: Accessor<Library | undefined>;
  /** False if there was nothing stored and the starter library could not be fetched. */
  readonly loaded: Promise<boolean>;
  add(response: CannedResponse): Result<Library, LibraryError>;
  edit(response: CannedResponse): Result<Library, LibraryError>;
  remove(id: string): Result<Library, LibraryError>;
  /** Takes in what a file has; `how` is for shortcuts that are there already. */
  merge(imported: readonly CannedResponse[], how: 'keep' | 'replace'): Result<Merged, LibraryError>;
  /** Puts the starter library in the place of all; false if it could not be fetched. */
  reset(): Promise<boolean>;
  /** Takes back the last change made here. */
  undo(): Result<Change, LibraryError>;
}

interface CannedStoreOptions {
  readonly storage: DeskStorage;
  loadStarter(): Promise<readonly CannedResponse[]>;
}

const readValue = (
  value: unknown,
): { by: unknown; responses: readonly CannedResponse[] } | undefined => {
  if (typeof value !== 'object' || value === null || !('responses' in value)) return undefined;
  if (!Array.isArray(value.responses)) return undefined;
  return { by: 'by' in value ? value.by : undefined, responses: readStored(value.responses) };
};

/**
 * Reads the library, keeps every change, and follows what other tabs do. Cheap enough to be made
 * anew by each screen that needs it, within that screen's owner. The starter library is stored
 * only once it has been changed, so that a later version of it reaches those who left it alone.
 */
export function createCannedStore(options: CannedStoreOptions): CannedStore {
  const { storage } = options;
  const by = createId();
  const [library, setLibrary] = createSignal<Library>();
  onCleanup(
    storage.subscribe('canned', (changed, value) => {
      const read = changed === key ? readValue(value) : undefined;
      // What is undone here must not take away what was done there: the way back ends.
      if (read && read.by !== by) setLibrary(createLibrary(read.responses));
    }),
  );
  const load = async () => {
    const stored = readValue(await storage.get('canned', key));
    const responses = stored?.responses ?? (await options.loadStarter());
    setLibrary((known) => known ?? createLibrary(responses));
    return true;
  };
  const keep = (next: Library) => {
    setLibrary(next);
    void storage.put('canned', key, { by, responses: next.responses });
  };
  const current = (): Library => {
    const known = library();
    if (!known) throw new Error('The library was changed before it was read.');
    return known;
  };
  const apply = (result: Result<Library, LibraryError>) => {
    if (result.ok) keep(result.value);
    return result;
  };
  return {
    library,
    loaded: load().catch(() => false),
    add: (response) => apply(addResponse(current(), response)),
    edit: (response) => apply(editResponse(current(), response)),
    remove: (id) => apply(deleteResponse(current(), id)),
    merge: (imported, how) => {
      const merged = mergeImported(current(), imported, how);
      if (merged.ok && merged.value.library !== current()) keep(merged.value.library);
      return merged;
    },
    reset: async () => {
      const starter = await options.loadStarter().catch(() => undefined);
      if (!starter) return false;
      const { responses: before, changes } = current();
      const change = { kind: 'imported', response: undefined, before } as const;
      keep({ responses: starter, changes: [...changes, change] });
      return true;
    },
    undo: () => {
      const result = undo(current());
      if (!result.ok) return err(result.error);
      keep(result.value.library);
      return ok(result.value.undone);
    },
  };
}
