import type { CannedResponse } from './canned-response.ts';

/** A folder and how many responses are in it. */
export interface FolderCount {
  readonly folder: string;
  readonly count: number;
}

/** The folders that are in use, in the order in which the library first names them. */
export function listFolders(responses: readonly CannedResponse[]): readonly FolderCount[] {
  const counts = new Map<string, number>();
  for (const { folder } of responses) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].map(([folder, count]) => ({ folder, count }));
}

/**
 * Folders to offer while one is typed: those whose name begins with it, then those that hold it.
 * @param folders names as the agent reads them
 */
export function suggestFolders(folders: readonly string[], typed: string): readonly string[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const at = (folder: string): number => folder.normalize('NFKC').toLowerCase().indexOf(wanted);
  const named = [...new Set(folders)].filter((folder) => folder !== '');
  return [
    ...named.filter((folder) => at(folder) === 0),
    ...named.filter((folder) => at(folder) > 0),
  ];
}
