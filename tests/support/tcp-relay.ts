import { connect, createServer, type Socket } from 'node:net';
import type { Random } from '../../src/shared/random.ts';

/** A wire to the server that can be cut, slowed, and that swallows or keeps what goes over it. */
export interface TcpRelay {
  readonly port: number;
  set(mode: RelayMode): void;
  close(): void;
}

/**
 * - `open` passes on, `cut` breaks connections and refuses new ones, `reset` breaks those that there
 *   are, `refuse` only new ones;
 * - `hole` keeps them, silent, and what was swallowed is gone; `half-hole` swallows only what goes
 *   to the server; `stall` keeps what comes and passes it on when it is over;
 * - `short` breaks each when 32 KiB have gone to the server;
 * - `slow` takes up to a second over each piece; `halves` passes each in two halves, and in one of
 *   twenty the second never comes, because the connection breaks;
 * - `ghost` breaks connections on the near side only: the server keeps its end, gets late what was on
 *   the way, and each new connection has a double that says the same first words.
 */
export type RelayMode =
  | 'open'
  | 'cut'
  | 'reset'
  | 'refuse'
  | 'hole'
  | 'half-hole'
  | 'stall'
  | 'short'
  | 'slow'
  | 'halves'
  | 'ghost';

/** Where a `short` connection breaks, in bytes. */
const shortLength = 32_768;
/** How much a double repeats, in bytes: the handshake and the first frames. */
const doubleLength = 2048;
/** When the near side of a ghost ends, what it said last arrives, and the far side ends: milliseconds. */
const ghostTimes = { near: 400, words: 1500, far: 2500 };
const slowest = 1000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Starts a relay on a free port of 127.0.0.1.
 * @param random decides how slow, and where it breaks
 */
export function startTcpRelay(target: number, random: Random = Math.random): Promise<TcpRelay> {
  let mode: RelayMode = 'open';
  const onChange: (() => void)[] = [];
  const sockets = new Set<Socket>();
  /** Connections that there are, each with what makes a ghost of it. */
  const haunts = new Set<() => void>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const isStalled = () => mode === 'stall';

  const weather = async (to: Socket, chunk: Buffer): Promise<void> => {
    // What was on the way when it stalled is passed on when that is over.
    while (isStalled()) await new Promise<void>((resolve) => onChange.push(resolve));
    if (mode === 'slow') await pause(random() * slowest);
    if (mode !== 'halves') return void to.write(chunk);
    const middle = Math.floor(chunk.length / 2);
    to.write(chunk.subarray(0, middle));
    await pause(random() * 200);
    if (random() < 0.05) to.destroy();
    else to.write(chunk.subarray(middle));
  };
  /** Piece after piece, whatever the weather does to each. */
  const createLine = (to: Socket) => {
    let line: Promise<void> | undefined;
    return (chunk: Buffer) => {
      const isPlain = mode === 'open' || mode === 'short' || mode === 'refuse' || mode === 'ghost';
      if (!line && isPlain) return void to.write(chunk);
      const mine: Promise<void> = (line ?? Promise.resolve())
        .then(() => weather(to, chunk))
        .then(() => {
          if (line === mine) line = undefined;
        });
      line = mine;
    };
  };

  const server = createServer((near) => {
    keep(near);
    if (mode === 'cut' || mode === 'refuse') {
      near.destroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    keep(far);
    const double = mode === 'ghost' ? connect(target, '127.0.0.1') : undefined;
    if (double) {
      keep(double);
      double.resume();
      setTimeout(() => double.destroy(), 2 * ghostTimes.far).unref();
    }
    let passed = 0;
    let isGhost = false;
    const haunt = () => {
      isGhost = true;
      setTimeout(() => near.destroy(), ghostTimes.near).unref();
      setTimeout(() => far.destroy(), ghostTimes.far).unref();
    };
    haunts.add(haunt);
    const toFar = createLine(far);
    const toNear = createLine(near);
    near.on('data', (chunk: Buffer) => {
      if (passed < doubleLength) double?.write(chunk);
      passed += chunk.length;
      if (mode === 'short' && passed > shortLength) near.destroy();
      else if (isGhost) setTimeout(() => far.write(chunk), ghostTimes.words).unref();
      else if (mode !== 'hole' && mode !== 'half-hole') toFar(chunk);
    });
    far.on('data', (chunk: Buffer) => mode !== 'hole' && !isGhost && toNear(chunk));
    near.on('close', () => {
      haunts.delete(haunt);
      if (!isGhost) far.destroy();
    });
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
          for (const go of onChange.splice(0)) go();
          // A hole has eaten some of the bytes: what is left of those connections is of no use.
          const isHoleOver = before.endsWith('hole') && next !== before;
          if (next === 'cut' || next === 'reset' || isHoleOver) {
            for (const socket of sockets) socket.destroy();
          }
          if (next === 'ghost') for (const haunt of haunts) haunt();
        },
        close: () => {
          for (const socket of sockets) socket.destroy();
          server.close();
        },
      });
    });
  });
}
