import { createHash } from 'node:crypto';
import { createServer, request, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** What stands in every answer to a WebSocket's handshake (RFC 6455 1.3). */
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A page as networks show it to those who have not logged in yet. */
const page = '<!DOCTYPE html><title>Guest network</title><p>Log in to go on.';

/**
 * How a proxy breaks WebSockets: it `strips` the wish for one, so that the answer is a page, `swallows`
 * whatever goes over it, `refuses` with 400, or `hangs` and never answers.
 */
export type BadWay = 'strips' | 'swallows' | 'refuses' | 'hangs';

/**
 * A proxy that hands plain questions on and breaks WebSockets.
 * @param hidden a path that it does not know
 */
export function createBadProxy(target: number, way: BadWay, hidden?: string): Server {
  const server = createServer((asked, answer) => {
    if (asked.url === hidden) return void answer.writeHead(404).end();
    const { upgrade: _, connection: __, ...headers } = asked.headers;
    const onward = request(
      { port: target, host: '127.0.0.1', method: asked.method, path: asked.url, headers },
      (found) => {
        answer.writeHead(found.statusCode ?? 502, found.headers);
        found.pipe(answer);
      },
    );
    onward.on('error', () => answer.writeHead(502).end());
    asked.pipe(onward);
  });
  // Without a listener Node treats an upgrade as any other question.
  if (way === 'strips') return server;
  return server.on('upgrade', ({ headers }, socket: Duplex) => {
    socket.on('error', () => socket.destroy());
    if (way === 'hangs') return void socket.resume();
    if (way === 'refuses') return void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    const key = createHash('sha1').update(`${headers['sec-websocket-key']}${magic}`);
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key.digest('base64')}\r\nSec-WebSocket-Protocol: xmpp\r\n\r\n`,
    );
    socket.resume();
  });
}

/** A captive portal: a page, whatever was asked, and to whoever asks. */
export function createPortal(): Server {
  return createServer((_, answer) =>
    answer.writeHead(200, { 'content-type': 'text/html' }).end(page),
  );
}
