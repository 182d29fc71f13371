import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';

/** Where the proxy stands, and what it lets through. */
export interface DeflateProxyOptions {
  /** The chat server's own address, `ws://127.0.0.1:5280/ws`; its path is the proxy's too. */
  readonly target: string;
  /** 127.0.0.1, unless told: whoever is further away comes through a server with TLS in front. */
  readonly host?: string;
  /** 0, unless told: any that is free. */
  readonly port?: number;
  /** Pages that may connect, as `https://desk.example`; left out, the chat server decides. */
  readonly origins?: readonly string[];
  /** Bytes of a message, unpacked; 1 MiB, unless told. A longer one ends its connection. */
  readonly largestMessage?: number;
  /** At the same time; each takes about 0.6 MB. 200, unless told. */
  readonly mostConnections?: number;
}

/** A proxy that runs. */
export interface DeflateProxy {
  /** What goes into "server address" at the desk. */
  readonly service: string;
  /** Ends every connection in order. */
  close(): Promise<void>;
}

/** Bytes that wait for one side, above which the other is not read. */
const mostWaiting = 262_144;

/** Milliseconds for the chat server to answer. */
const patience = 10_000;

/**
 * Milliseconds of silence after which the chat server is told that a link broke, and how long that may
 * be put off. ejabberd (23.01) waits 15 s for each stanza that it wants to send to a WebSocket which is
 * gone, and takes none in meanwhile: customers' words would be minutes late.
 */
const quiet = 250;
const longestLeave = 3000;

/** What may stand in a close frame (RFC 6455 7.4); 1005 and 1006 tell of its absence. */
const isSendable = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) ||
  (code >= 3000 && code <= 4999);

const reasons: Readonly<Record<number, string>> = {
  403: 'Forbidden',
  404: 'Not Found',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

const refuse = (socket: Duplex, status: number) =>
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Refused'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );

/** Hands on what comes from one side, no faster than the other takes it. */
function forward(from: WebSocket, to: WebSocket): void {
  from.on('message', (data, binary) => {
    if (to.readyState !== WebSocket.OPEN) return;
    to.send(data, { binary }, () => {
      if (to.bufferedAmount < mostWaiting) from.resume();
    });
    if (to.bufferedAmount >= mostWaiting) from.pause();
  });
  // Each side's pings are the other's to answer: the chat server finds out who is gone by them.
  from.on('ping', (data) => to.readyState === WebSocket.OPEN && to.ping(data));
  from.on('pong', (data) => to.readyState === WebSocket.OPEN && to.pong(data));
}

/** Ends a connection whose other end broke, once the server has said what it was about to say. */
function leave(server: WebSocket): void {
  const end = () => server.terminate();
  const limit = setTimeout(end, longestLeave);
  let heard = 0;
  // A computer that was busy for long may have more to read than it knows: it looks once more.
  const look = (before: number) => setImmediate(() => heard === before && end());
  const wait = () => setTimeout(look, quiet, heard);
  let silence = wait();
  server.resume();
  server.on('message', () => {
    heard += 1;
    clearTimeout(silence);
    silence = wait();
  });
  server.on('close', () => {
    clearTimeout(silence);
    clearTimeout(limit);
  });
}

/**
 * Starts a reverse proxy for XMPP over WebSockets (RFC 7395) that compresses towards the browser
 * (permessage-deflate, RFC 7692) and not towards the chat server, since ejabberd and Prosody cannot.
 * Both ways keep their window from message to message, which is what makes short stanzas shorter.
 * A browser that does not offer to compress is served as it is.
 */
export async function startDeflateProxy(options: DeflateProxyOptions): Promise<DeflateProxy> {
  const { host = '127.0.0.1', origins, mostConnections = 200 } = options;
  const target = new URL(options.target);
  const shared = { maxPayload: options.largestMessage ?? 1_048_576, autoPong: false };
  const protocols = new WeakMap<IncomingMessage, string>();
  const sockets = new WebSocketServer({
    ...shared,
    noServer: true,
    handleProtocols: (_, request) => protocols.get(request) || false,
    // Below 1 KiB it would not compress by itself, and few stanzas are above.
    perMessageDeflate: { threshold: 0, zlibDeflateOptions: { level: 9, memLevel: 9 } },
  });
  /** Those on their way in, too. */
  let connections = 0;

  const join = (client: WebSocket, server: WebSocket) => {
    client.on('error', () => {});
    forward(client, server);
    forward(server, client);
    client.on('close', (code, reason) => {
      if (isSendable(code)) server.close(code, reason);
      // A link that broke has to look so to the server, which then keeps the session for a while.
      else leave(server);
    });
    server.on('close', (code, reason) => {
      if (code === 1005) client.close();
      else if (isSendable(code)) client.close(code, reason);
      else client.close(1014, 'The chat server is gone.');
    });
    server.resume();
  };

  const open = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { origin, 'x-forwarded-for': forwarded, 'x-forwarded-proto': scheme } = request.headers;
    socket.on('error', () => socket.destroy());
    if (new URL(request.url ?? '/', target).pathname !== target.pathname)
      return void refuse(socket, 404);
    if (origins && !origins.includes(origin ?? '')) return void refuse(socket, 403);
    if (connections >= mostConnections) return void refuse(socket, 503);
    connections += 1;
    const offered = request.headers['sec-websocket-protocol']?.split(',') ?? [];
    const from = request.socket.remoteAddress ?? '';
    const server = new WebSocket(
      target.href,
      offered.map((name) => name.trim()),
      {
        ...shared,
        handshakeTimeout: patience,
        headers: {
          'X-Forwarded-For': forwarded ? `${forwarded}, ${from}` : from,
          ...(typeof scheme === 'string' && { 'X-Forwarded-Proto': scheme }),
        },
        perMessageDeflate: false,
        ...(origin !== undefined && { origin }),
      },
    );
    let isJoined = false;
    socket.on('close', () => {
      connections -= 1;
      if (!isJoined) server.terminate();
    });
    server.on('error', () => {
      if (!isJoined) refuse(socket, 502);
    });
    server.on('unexpected-response', (_, answer) => {
      refuse(socket, answer.statusCode ?? 502);
      server.terminate();
    });
    server.on('open', () => {
      // Until the browser is there too.
      server.pause();
      protocols.set(request, server.protocol);
      sockets.handleUpgrade(request, socket, head, (client) => {
        isJoined = true;
        join(client, server);
      });
    });
  };

  const http = createServer((_, answer) => answer.writeHead(426).end());
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    try {
      open(request, socket, head);
    } catch {
      // An address or a header that cannot be read.
      socket.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port ?? 0, host, resolve);
  });
  return {
    service: `ws://${host}:${(http.address() as AddressInfo).port}${target.pathname}`,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
        for (const client of sockets.clients) client.close(1001);
        // Whoever does not answer the close.
        setTimeout(() => {
          for (const client of sockets.clients) client.terminate();
        }, 1000).unref();
      }),
  };
}
