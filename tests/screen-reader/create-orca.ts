import { readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from './create-sandbox.ts';
import { poll, RigFailure } from './rig-failure.ts';

/**
 * One thing that Orca handed to its synthesizer; `live` if a live region made it speak. `voice` is
 * not Orca's: the page's own voice said it.
 */
export interface Utterance {
  readonly kind: 'say' | 'live' | 'read' | 'char' | 'key' | 'voice';
  readonly text: string;
}

/** Orca's answer about itself. */
export interface OrcaState {
  /** Milliseconds since anything last happened in it. */
  readonly idleMs: number;
  /** Events that it has not taken up yet. */
  readonly queued: number;
  /** The application it follows. */
  readonly script: string;
  readonly mode: 'focus' | 'browse' | '';
}

/** A running Orca and its notebook. */
export interface Orca {
  /** All that was said since the start. */
  utterances(): Utterance[];
  /** Asks its main loop. */
  state(): Promise<OrcaState>;
}

const recorder = fileURLToPath(new URL('orca-recorder.py', import.meta.url));

const connect = (path: string): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

/** Starts Orca on the sandbox's display and waits until it has spoken. */
export async function createOrca(sandbox: Sandbox): Promise<Orca> {
  sandbox.start('orca', '/usr/bin/python3', [recorder, sandbox.path('.')]);
  const socket = await poll('Orca', 30_000, () => connect(sandbox.path('state.sock')));
  const waiting: { resolve(state: OrcaState): void; reject(error: Error): void }[] = [];
  let rest = '';
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const { reject } of waiting.splice(0)) reject(new RigFailure('Orca went away'));
  });
  socket.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) waiting.shift()?.resolve(JSON.parse(line) as OrcaState);
  });

  const utterances = (): Utterance[] => {
    let log = '';
    try {
      log = readFileSync(sandbox.path('speech.jsonl'), 'utf8');
    } catch {
      // Nothing said yet.
    }
    // A line that is still being written has no end.
    const lines = log.slice(0, log.lastIndexOf('\n') + 1).split('\n');
    return lines
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Utterance | { kind: 'stop'; text: string })
      .filter((entry): entry is Utterance => entry.kind !== 'stop');
  };
  const state = () =>
    new Promise<OrcaState>((resolve, reject) => {
      if (socket.destroyed) reject(new RigFailure('Orca went away'));
      waiting.push({ resolve, reject });
      socket.write('?\n');
    });
  await poll('a word from Orca', 30_000, () => utterances().length > 0);
  return { utterances, state };
}
