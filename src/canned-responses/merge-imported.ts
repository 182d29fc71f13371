import { err, ok, type Result } from '../shared/result.ts';
import { type CannedResponse, limits } from './canned-response.ts';
import type { Library, LibraryError } from './library.ts';

/** What an import did, for telling it to the agent. */
export interface Merged {
  readonly library: Library;
  readonly added: number;
  readonly replaced: number;
  /** How many of the library's own stayed although the file had their shortcut. */
  readonly kept: number;
}

/**
 * Takes imported responses into a library, as one change that one undo takes back.
 * @param onSameShortcut `keep` the library's own, or `replace` it (it keeps its id and place)
 */
export function mergeImported(
  library: Library,
  imported: readonly CannedResponse[],
  onSameShortcut: 'keep' | 'replace',
): Result<Merged, LibraryError> {
  const incoming = new Map(imported.map((response) => [response.shortcut, response]));
  const own = new Set(library.responses.map((response) => response.shortcut));
  const fresh = [...incoming.values()].filter((response) => !own.has(response.shortcut));
  const same = incoming.size - fresh.length;
  if (library.responses.length + fresh.length > limits.responses) {
    return err({ kind: 'too-many', limit: limits.responses });
  }
  const replace = onSameShortcut === 'replace';
  const responses = [
    ...library.responses.map((response) => {
      const other = replace ? incoming.get(response.shortcut) : undefined;
      return other ? { ...other, id: response.id } : response;
    }),
    ...fresh,
  ];
  const counts = { added: fresh.length, replaced: replace ? same : 0, kept: replace ? 0 : same };
  if (counts.added + counts.replaced === 0) return ok({ library, ...counts });
  const change = { kind: 'imported', response: undefined, before: library.responses } as const;
  return ok({
    library: { responses, changes: [...library.changes, change].slice(-50) },
    ...counts,
  });
}
