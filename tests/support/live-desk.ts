import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEjabberd } from '../../desk/find-ejabberd.ts';
import { freePort } from '../../desk/free-port.ts';
import { type RunningEjabberd, startEjabberd } from '../../desk/start-ejabberd.ts';
import {
  type CustomerOrder,
  type SlixmppCustomer,
  startSlixmppCustomer,
} from './slixmpp-customer.ts';
import { type RelayMode, startTcpRelay, type TcpRelay } from './tcp-relay.ts';

/** Servers that are no chat servers, each in its own way; an address for each. */
export interface WrongServers {
  readonly closed: string;
  readonly http: string;
  readonly selfSigned: string;
  readonly dark: string;
  readonly silent: string;
}

const password = 'bluebell-3141';

/**
 * What a test in the browser cannot do itself: a real server, customers with a program of their
 * own, wires that can be cut. Everything that it gives is plain data, because it goes over HTTP.
 */
export async function startLiveDesk() {
  const found = findEjabberd();
  if (!found) throw new Error('The live tests need the Debian packages ejabberd, python3-slixmpp.');
  const folder = mkdtempSync(join(tmpdir(), 'harebell-desk-'));
  const clientPort = await freePort();
  const webPort = await freePort();
  const start = () => startEjabberd({ found, folder, clientPort, webPort, resumeSeconds: 60 });
  let server: RunningEjabberd = await start();
  let serial = 0;
  const customers = new Map<string, SlixmppCustomer>();
  const relays = new Map<string, TcpRelay>();
  const closers: (() => void)[] = [];

  const customer = (address: string): SlixmppCustomer => {
    const known = customers.get(address);
    if (!known) throw new Error(`No customer ${address}.`);
    return known;
  };
  const account = async (name: string): Promise<string> => {
    serial += 1;
    const user = `${name}${serial}`;
    await server.register(user, password);
    return `${user}@${server.host}`;
  };
  const listen = async (plain: ReturnType<typeof createTcpServer>): Promise<number> => {
    const port = await freePort();
    closers.push(() => plain.close());
    await new Promise<void>((resolve) => plain.listen(port, '127.0.0.1', () => resolve()));
    return port;
  };

  return {
    agent: async () => ({ address: await account('agent'), password, service: server.service }),
    customer: async (name = 'customer') => {
      const address = await account(name);
      customers.set(address, await startSlixmppCustomer(address, password, clientPort));
      return address;
    },
    /** A program at an account that there is already, `address` with its resource. */
    program: async (address: string) => {
      customers.set(address, await startSlixmppCustomer(address, password, clientPort));
    },
    order: async (address: string, order: CustomerOrder) => customer(address).tell(order),
    heard: async (address: string) => customer(address).heard,
    dismiss: async (address: string) => {
      await customers.get(address)?.stop();
      customers.delete(address);
    },
    relay: async () => {
      const relay = await startTcpRelay(webPort);
      const service = `ws://127.0.0.1:${relay.port}/ws`;
      relays.set(service, relay);
      return service;
    },
    wire: async (service: string, mode: RelayMode) => relays.get(service)?.set(mode),
    /** `kill -9`, and another one on the same folder and ports. */
    crash: async () => {
      await server.kill();
      server = await start();
    },
    wrongServers: async (): Promise<WrongServers> => {
      const key = join(folder, 'key.pem');
      const cert = join(folder, 'cert.pem');
      execFileSync(
        'openssl',
        [
          ...[
            'req',
            '-x509',
            '-newkey',
            'ec',
            '-pkeyopt',
            'ec_paramgen_curve:prime256v1',
            '-nodes',
          ],
          ...['-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', cert],
        ],
        { stdio: 'ignore' },
      );
      const http = await listen(createHttpServer((_, answer) => answer.end('Hello.')));
      const tls = { key: readFileSync(key), cert: readFileSync(cert) };
      const https = await listen(createHttpsServer(tls, (_, answer) => answer.end('Hello.')));
      const silent = await listen(createTcpServer(() => {}));
      return {
        closed: `ws://127.0.0.1:${await freePort()}/ws`,
        http: `ws://127.0.0.1:${http}/ws`,
        dark: `wss://127.0.0.1:${await freePort()}/ws`,
        selfSigned: `wss://127.0.0.1:${https}/ws`,
        silent: `ws://127.0.0.1:${silent}/ws`,
      };
    },
    stop: async () => {
      await Promise.all([...customers.values()].map((each) => each.stop()));
      for (const relay of relays.values()) relay.close();
      for (const close of closers) close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The live desk, in the process that runs it. */
export type LiveDesk = Awaited<ReturnType<typeof startLiveDesk>>;
