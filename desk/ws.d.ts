/** The part of `ws` (https://github.com/websockets/ws/blob/master/doc/ws.md) that the desk uses. */
declare module 'ws' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  interface Deflate {
    readonly threshold?: number;
    readonly zlibDeflateOptions?: { readonly level?: number; readonly memLevel?: number };
  }

  interface Common {
    readonly autoPong?: boolean;
    readonly maxPayload?: number;
    readonly perMessageDeflate?: boolean | Deflate;
  }

  export class WebSocket extends EventEmitter {
    static readonly CONNECTING: 0;
    static readonly OPEN: 1;
    constructor(
      address: string,
      protocols: readonly string[],
      options: Common & {
        readonly handshakeTimeout?: number;
        readonly headers?: Readonly<Record<string, string>>;
        readonly origin?: string;
      },
    );
    readonly bufferedAmount: number;
    readonly extensions: string;
    readonly isPaused: boolean;
    readonly protocol: string;
    readonly readyState: number;
    close(code?: number, reason?: Buffer | string): void;
    pause(): void;
    ping(data: Buffer): void;
    pong(data: Buffer): void;
    resume(): void;
    send(
      data: Buffer | string,
      options: { readonly binary: boolean },
      sent: (error?: Error) => void,
    ): void;
    terminate(): void;
    on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
    on(event: 'close', listener: (code: number, reason: Buffer) => void): this;
    on(event: 'ping' | 'pong', listener: (data: Buffer) => void): this;
    on(event: 'open', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
    on(
      event: 'unexpected-response',
      listener: (request: unknown, answer: IncomingMessage) => void,
    ): this;
  }

  export class WebSocketServer extends EventEmitter {
    readonly clients: ReadonlySet<WebSocket>;
    constructor(
      options: Common & {
        readonly host?: string;
        readonly port?: number;
        readonly noServer?: boolean;
        readonly handleProtocols?: (
          offered: ReadonlySet<string>,
          request: IncomingMessage,
        ) => string | false;
      },
    );
    address(): { readonly port: number };
    close(): void;
    handleUpgrade(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      done: (client: WebSocket) => void,
    ): void;
    on(event: 'connection', listener: (client: WebSocket, request: IncomingMessage) => void): this;
    on(event: 'listening', listener: () => void): this;
  }
}
