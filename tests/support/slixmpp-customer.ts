import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the customer's program has told. */
export interface CustomerEvent {
  readonly type:
    | 'ready'
    | 'sent'
    | 'message'
    /** A message whose id was shown before. */
    | 'again'
    | 'receipt'
    | 'state'
    | 'error'
    | 'fetched'
    | 'refused'
    | 'left';
  readonly sender?: string;
  readonly id?: string;
  readonly text?: string;
  readonly state?: string;
  readonly condition?: string;
  /** The address of a file that came with a message, and then the whole message too. */
  readonly file?: string;
  readonly xml?: string;
  /** A file that was fetched: its type as the server tells it, and its bytes in base64. */
  readonly mime?: string;
  readonly data?: string;
}

/** An order to the customer's program. */
export type CustomerOrder =
  | {
      readonly do: 'send';
      readonly to: string;
      readonly text: string;
      readonly id?: string;
      /** The address of a file that goes with it (XEP-0066). */
      readonly file?: string;
    }
  | { readonly do: 'state'; readonly to: string; readonly state: 'composing' | 'paused' }
  | { readonly do: 'fetch'; readonly file: string }
  | { readonly do: 'raw'; readonly xml: string };

/** A customer with a program of their own: slixmpp, which none of us wrote. */
export interface SlixmppCustomer {
  readonly address: string;
  readonly heard: readonly CustomerEvent[];
  tell(order: CustomerOrder): void;
  /** It hears nothing from now on, and the server does not know. */
  freeze(): void;
  /** `kill -9`: what it had not read is gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** For signing in, in milliseconds. */
const patience = 15_000;

/** Debian's own Python, which `python3-slixmpp` is installed for. */
const python = '/usr/bin/python3';

/**
 * Starts the program; resolves when it is signed in.
 * @param script another one that takes the same orders
 */
export async function startSlixmppCustomer(
  address: string,
  password: string,
  port: number,
  script = fileURLToPath(new URL('slixmpp-customer.py', import.meta.url)),
): Promise<SlixmppCustomer> {
  // A connection that a server takes and drops while it starts is not tried again by the library.
  for (let tries = 1; ; tries += 1) {
    const customer = await startOnce(address, password, port, script);
    if (customer) return customer;
    if (tries === 3) throw new Error(`${address} could not sign in.`);
  }
}

/** Undefined when it has not signed in within `patience`, or was sent away before. */
function startOnce(
  address: string,
  password: string,
  port: number,
  script: string,
): Promise<SlixmppCustomer | undefined> {
  const program = spawn(python, ['-u', script, address, password, String(port)], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const heard: CustomerEvent[] = [];
  let said = '';
  program.stdin.on('error', () => {});
  program.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const customer: SlixmppCustomer = {
    address,
    heard,
    tell: (order) => program.stdin.write(`${JSON.stringify(order)}\n`),
    freeze: () => void program.kill('SIGSTOP'),
    kill: async () => {
      program.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      program.stdin.end();
      const force = setTimeout(() => program.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(force);
    },
  };
  return new Promise((resolve, reject) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const event = JSON.parse(line) as CustomerEvent;
      heard.push(event);
      if (event.type === 'ready') {
        clearTimeout(limit);
        resolve(customer);
      }
      if (event.type === 'left') giveUp();
    });
    const limit = setTimeout(() => giveUp(), patience);
    const giveUp = () => {
      clearTimeout(limit);
      if (heard.some(({ type }) => type === 'ready')) return;
      resolve(undefined);
      program.kill('SIGKILL');
    };
    void ended.then(() => reject(new Error(`The customer's program ended.\n${said}`)));
  });
}
