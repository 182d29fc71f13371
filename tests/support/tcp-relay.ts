import { connect, createServer, type Socket } from 'node:net';

/** A wire to the server that can be cut, and one that swallows everything. */
export interface TcpRelay {
  readonly port: number;
  /** `open` passes on, `cut` breaks connections and refuses new ones, `hole` keeps them, silent. */
  set(mode: RelayMode): void;
  close(): void;
}

/** See {@link TcpRelay.set}. */
export type RelayMode = 'open' | 'cut' | 'hole';

/** Starts a relay on a free port of 127.0.0.1. */
export function startTcpRelay(target: number): Promise<TcpRelay> {
  let mode: RelayMode = 'open';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (mode === 'cut') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    keep(far);
    near.on('data', (chunk) => mode === 'open' && far.write(chunk));
    far.on('data', (chunk) => mode === 'open' && near.write(chunk));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        set: (next) => {
          const before = mode;
          mode = next;
          // A hole has eaten some of the bytes: what is left of those connections is of no use.
          const broken = next === 'cut' || (before === 'hole' && next === 'open');
          if (broken) for (const socket of sockets) socket.destroy();
        },
        close: () => {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      });
    });
  });
}
