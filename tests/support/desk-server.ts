import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEjabberd } from '../../desk/find-ejabberd.ts';
import { freePort } from '../../desk/free-port.ts';
import { type RunningEjabberd, startEjabberd } from '../../desk/start-ejabberd.ts';

/**
 * What kind of server: the usual one; one whose archive is where it is without
 * `erlang-p1-sqlite3`; one that wants the password as it is; one that takes no files.
 */
export type ServerKind = 'usual' | 'mnesia' | 'plain-only' | 'no-files';

/** A private ejabberd in a folder of its own, which is removed when it is stopped. */
export interface DeskServer {
  readonly folder: string;
  readonly clientPort: number;
  readonly webPort: number;
  readonly running: RunningEjabberd;
  /** `kill -9`, and another one on the same folder and ports. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one. */
export async function startDeskServer(kind: ServerKind): Promise<DeskServer> {
  const here = findEjabberd();
  if (!here) throw new Error('The live tests need the Debian packages ejabberd, python3-slixmpp.');
  const found = kind === 'mnesia' ? { ...here, sqlite: false } : here;
  const folder = mkdtempSync(join(tmpdir(), 'harebell-desk-'));
  const clientPort = await freePort();
  const webPort = await freePort();
  const start = () =>
    startEjabberd({
      ...{ found, folder, clientPort, webPort, resumeSeconds: 60 },
      ...(kind === 'plain-only' && {
        refusedSignIns: ['SCRAM-SHA-1', 'SCRAM-SHA-256', 'SCRAM-SHA-512', 'DIGEST-MD5'],
      }),
      ...(kind === 'no-files' && { largestFile: 0 }),
    });
  let running = await start();
  return {
    ...{ folder, clientPort, webPort },
    get running() {
      return running;
    },
    crash: async () => {
      await running.kill();
      running = await start();
    },
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
