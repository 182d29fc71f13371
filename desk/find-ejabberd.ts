import { existsSync, readdirSync } from 'node:fs';

/** What of ejabberd there is on this computer. */
export interface FoundEjabberd {
  /** Folder that holds `ejabberd-<version>`, for `ERL_LIBS`. */
  readonly libraries: string;
  readonly erl: string;
  /** Whether the archive can be kept in SQLite (`erlang-p1-sqlite3`); otherwise it is in Mnesia. */
  readonly sqlite: boolean;
}

/** The Debian packages that the private desk needs. */
export const ejabberdPackages = ['ejabberd', 'erlang-p1-sqlite3'] as const;

const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib'];

const names = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Looks where Debian puts ejabberd; undefined when it is not installed. */
export function findEjabberd(): FoundEjabberd | undefined {
  const libraries = folders.find((folder) =>
    names(folder).some((name) => /^ejabberd-\d/.test(name) && existsSync(`${folder}/${name}/ebin`)),
  );
  const erl = '/usr/bin/erl';
  if (!libraries || !existsSync(erl)) return undefined;
  const sqlite = names('/usr/lib/erlang/lib').some((name) => name.startsWith('p1_sqlite3'));
  return { libraries, erl, sqlite };
}
