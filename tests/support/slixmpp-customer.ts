import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the customer's program has told. */
export interface CustomerEvent {
  readonly type: 'ready' | 'sent' | 'message' | 'receipt' | 'state' | 'error' | 'refused' | 'left';
  readonly sender?: string;
  readonly id?: string;
  readonly text?: string;
  readonly state?: string;
  readonly condition?: string;
}

/** An order to the customer's program. */
export type CustomerOrder =
  | { readonly do: 'send'; readonly to: string; readonly text: string; readonly id?: string }
  | { readonly do: 'state'; readonly to: string; readonly state: 'composing' | 'paused' }
  | { readonly do: 'raw'; readonly xml: string };

/** A customer with a program of their own: slixmpp, which none of us wrote. */
export interface SlixmppCustomer {
  readonly address: string;
  readonly heard: readonly CustomerEvent[];
  tell(order: CustomerOrder): void;
  stop(): Promise<void>;
}

/** Debian's own Python, which `python3-slixmpp` is installed for. */
const python = '/usr/bin/python3';

/** Starts the program; resolves when it is signed in. */
export function startSlixmppCustomer(
  address: string,
  password: string,
  port: number,
): Promise<SlixmppCustomer> {
  const script = fileURLToPath(new URL('slixmpp-customer.py', import.meta.url));
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
      if (event.type === 'ready') resolve(customer);
    });
    void ended.then(() => reject(new Error(`The customer's program ended.\n${said}`)));
  });
}
