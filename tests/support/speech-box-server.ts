import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the box was asked, as it tells itself. */
export interface BoxLog {
  readonly path: string;
  readonly key?: string | null;
  readonly bytes?: number;
  readonly begins?: string;
  readonly model?: string;
  readonly language?: string;
  readonly prompt?: string;
  readonly response_format?: string;
  /** It was understood, and told so. */
  readonly answered?: boolean;
  /** Of a live stream: what was sent as text, how many samples, how many messages after the end. */
  readonly texts?: readonly string[];
  readonly frames?: number;
  readonly afterEof?: number;
}

/** A speech box that is running. */
export interface SpeechBoxServer {
  /** `127.0.0.1:PORT`, to be put behind `http://` or `ws://`. */
  readonly host: string;
  log(): Promise<readonly BoxLog[]>;
  /** Ends it at once, as a machine that loses its power. */
  kill(): Promise<void>;
}

/** Debian's own Python, which `python3-pocketsphinx` is installed for. */
const python = '/usr/bin/python3';

/** The key that the box of the path `keyed` wants. */
export const boxKey = 'bluebell-3141';

/** Starts `speech-box-server.py`; resolves when it listens. */
export async function startSpeechBox(): Promise<SpeechBoxServer> {
  const script = fileURLToPath(new URL('speech-box-server.py', import.meta.url));
  const program = spawn(python, ['-u', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(program, 'exit');
  const failed = ended.then(() => {
    throw new Error('The speech box did not start: is python3-pocketsphinx installed?');
  });
  failed.catch(() => {});
  const [port] = (await Promise.race([once(createInterface(program.stdout), 'line'), failed])) as [
    string,
  ];
  const host = `127.0.0.1:${port}`;
  return {
    host,
    log: async () => (await (await fetch(`http://${host}/log`)).json()) as BoxLog[],
    kill: async () => {
      program.kill('SIGKILL');
      await ended;
    },
  };
}
