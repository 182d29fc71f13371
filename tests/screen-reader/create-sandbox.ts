import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { RigFailure, sleep } from './rig-failure.ts';

/** A folder and an environment of their own, and the processes that live in them. */
export interface Sandbox {
  /** A path inside the folder. */
  path(name: string): string;
  /** The environment of every process that is started from now on. */
  readonly env: Record<string, string>;
  /** Starts a process whose output goes to `NAME.log`; its early end is told to `onLoss`. */
  start(name: string, command: string, args: readonly string[], more?: StartOptions): ChildProcess;
  /** Ends everything that was started here, also grandchildren, and removes the folder. */
  close(): Promise<void>;
}

interface StartOptions {
  readonly stdio?: StdioOptions;
  readonly env?: Readonly<Record<string, string>>;
}

const marker = 'HAREBELL_RIG';
const prefix = 'harebell-rig-';

const isRunning = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

/**
 * Grandchildren (the accessibility bus, Chromium's renderers) are found by the marker in their
 * environment, which is this sandbox's alone: nothing is ever ended by its name.
 */
function inhabitants(folder: string): number[] {
  const wanted = `${marker}=${folder}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(wanted);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function kill(ids: readonly number[]): void {
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

/** Removes what a run left that was killed before it could: its folder says whose it was. */
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = Number(name.slice(prefix.length).split('-', 1)[0]);
    if (!owner || isRunning(owner)) continue;
    kill(inhabitants(folder));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first line that a process writes: a display number, a bus address. */
export function firstLine(stream: Readable, what: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new RigFailure(`${what} did not start`)), 15_000);
    stream.on('data', (chunk) => {
      text += chunk;
      const end = text.indexOf('\n');
      if (end < 0) return;
      clearTimeout(timer);
      resolve(text.slice(0, end).trim());
    });
  });
}

/** @param onLoss is told when a process ends before `close` */
export function createSandbox(onLoss: (what: string) => void): Sandbox {
  sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const path = (name: string) => join(folder, name);
  for (const name of ['home', 'run', 'profile', 'orca']) mkdirSync(path(name), { mode: 0o700 });
  const env: Record<string, string> = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    HOME: path('home'),
    XDG_RUNTIME_DIR: path('run'),
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    GTK_MODULES: '',
    NO_AT_BRIDGE: '1',
    [marker]: folder,
  };
  const children: ChildProcess[] = [];
  let closing: Promise<void> | undefined;

  const end = async () => {
    for (const child of [...children].reverse()) if (child.exitCode === null) child.kill('SIGTERM');
    for (let turn = 0; turn < 20 && inhabitants(folder).length > 0; turn += 1) await sleep(100);
    // On a busy machine Chromium still writes for a while after it was killed.
    for (let turn = 0; turn < 50 && inhabitants(folder).length > 0; turn += 1) {
      kill(inhabitants(folder));
      await sleep(100);
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // What was heard counts; the next run sweeps the folder away.
    }
  };

  return {
    path,
    env,
    start: (name, command, args, more = {}) => {
      const log = createWriteStream(path(`${name}.log`), { flags: 'a' });
      log.on('error', () => {});
      // Should the runner be killed outright, the kernel ends its children with it.
      const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', command, ...args], {
        stdio: more.stdio ?? ['ignore', 'pipe', 'pipe'],
        env: { ...env, ...more.env },
      });
      child.stdout?.on('data', (chunk) => log.write(chunk));
      child.stderr?.on('data', (chunk) => log.write(chunk));
      child.on('error', (error) => onLoss(`${name}: ${error.message}`));
      child.on('exit', (code, signal) => {
        if (!closing) onLoss(`${name} ended with ${code ?? signal}`);
      });
      children.push(child);
      return child;
    },
    close: () => {
      closing ??= end();
      return closing;
    },
  };
}
