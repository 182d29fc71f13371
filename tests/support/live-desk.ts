import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { freePort } from '../../desk/free-port.ts';
import { type BadWay, createBadProxy, createPortal } from './bad-proxies.ts';
import { type DeskServer, type ServerKind, startDeskServer } from './desk-server.ts';
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
  /** Before the usual server: one that lets no WebSocket through, one that lets nothing through it. */
  readonly stripped: string;
  readonly swallowed: string;
  /** Whatever is asked, it answers with a page on which to log in. */
  readonly portal: string;
}

const password = 'bluebell-3141';

/**
 * What a test in the browser cannot do itself: a real server, customers with a program of their
 * own, wires that can be cut. Everything that it gives is plain data, because it goes over HTTP.
 */
export async function startLiveDesk() {
  const usual = await startDeskServer('usual');
  const { clientPort, folder, webPort } = usual;
  // The others are started by the first test that wants them.
  const servers = new Map<ServerKind, Promise<DeskServer>>([['usual', Promise.resolve(usual)]]);
  const serverOf = (kind: ServerKind): Promise<DeskServer> => {
    const server = servers.get(kind) ?? startDeskServer(kind);
    servers.set(kind, server);
    return server;
  };
  let serial = 0;
  const customers = new Map<string, SlixmppCustomer>();
  const relays = new Map<string, TcpRelay>();
  const closers: (() => void)[] = [];

  const customer = (address: string): SlixmppCustomer => {
    const known = customers.get(address);
    if (!known) throw new Error(`No customer ${address}.`);
    return known;
  };
  const account = async (name: string, { running }: DeskServer): Promise<string> => {
    serial += 1;
    const user = `${name}${serial}`;
    await running.register(user, password);
    return `${user}@${running.host}`;
  };
  const listen = async (plain: ReturnType<typeof createTcpServer>): Promise<number> => {
    const port = await freePort();
    closers.push(() => plain.close());
    await new Promise<void>((resolve) => plain.listen(port, '127.0.0.1', () => resolve()));
    return port;
  };

  return {
    agent: async (kind: ServerKind = 'usual') => {
      const server = await serverOf(kind);
      const { service } = server.running;
      return { address: await account('agent', server), password, service };
    },
    customer: async (name = 'customer', kind: ServerKind = 'usual') => {
      const server = await serverOf(kind);
      const address = await account(name, server);
      customers.set(address, await startSlixmppCustomer(address, password, server.clientPort));
      return address;
    },
    /** A program at an account that there is already, `address` with its resource. */
    program: async (address: string) => {
      customers.set(address, await startSlixmppCustomer(address, password, clientPort));
    },
    order: async (address: string, order: CustomerOrder) => customer(address).tell(order),
    heard: async (address: string) => customer(address).heard,
    /** The program hears nothing from now on, and the server does not know. */
    freeze: async (address: string) => customer(address).freeze(),
    /** `kill -9` of the program; what it had not read is gone. */
    kill: async (address: string) => {
      await customers.get(address)?.kill();
      customers.delete(address);
    },
    dismiss: async (address: string) => {
      await customers.get(address)?.stop();
      customers.delete(address);
    },
    /** A wire to the usual server, or to a proxy before it that breaks WebSockets. */
    relay: async (way?: BadWay) => {
      const target = way ? await listen(createBadProxy(webPort, way)) : webPort;
      const relay = await startTcpRelay(target);
      const service = `ws://127.0.0.1:${relay.port}/ws`;
      relays.set(service, relay);
      return service;
    },
    wire: async (service: string, mode: RelayMode) => relays.get(service)?.set(mode),
    /** `kill -9`, and another one on the same folder and ports. */
    crash: async () => usual.crash(),
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
      const stripped = await listen(createBadProxy(webPort, 'strips', '/bosh'));
      const swallowed = await listen(createBadProxy(webPort, 'swallows', '/bosh'));
      const portal = await listen(createPortal());
      return {
        closed: `ws://127.0.0.1:${await freePort()}/ws`,
        http: `ws://127.0.0.1:${http}/ws`,
        dark: `wss://127.0.0.1:${await freePort()}/ws`,
        selfSigned: `wss://127.0.0.1:${https}/ws`,
        silent: `ws://127.0.0.1:${silent}/ws`,
        stripped: `ws://127.0.0.1:${stripped}/ws`,
        swallowed: `ws://127.0.0.1:${swallowed}/ws`,
        portal: `ws://127.0.0.1:${portal}/ws`,
      };
    },
    stop: async () => {
      await Promise.all([...customers.values()].map((each) => each.stop()));
      for (const relay of relays.values()) relay.close();
      for (const close of closers) close();
      await Promise.all([...servers.values()].map(async (server) => (await server).stop()));
    },
  };
}

/** The live desk, in the process that runs it. */
export type LiveDesk = Awaited<ReturnType<typeof startLiveDesk>>;
