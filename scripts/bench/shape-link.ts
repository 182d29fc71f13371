import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What a link gives: nothing where a field is left out. */
export interface LinkShape {
  /** To whoever connects, in kbit/s (1,000 bits). */
  readonly down?: number;
  /** From whoever connects, in kbit/s. */
  readonly up?: number;
  /** There and back, in milliseconds. */
  readonly rtt?: number;
}

/** Bytes that have gone over a link, as far as they have been handed over. */
export interface LinkCount {
  readonly down: number;
  readonly up: number;
  readonly connections: number;
}

/** A link that runs. */
export interface ShapedLink {
  readonly port: number;
  /** Since the start. */
  count(): LinkCount;
  /** From now on, also for connections that stand; {} is as fast as it goes. */
  reshape(shape: LinkShape): void;
  /** Breaks every connection; new ones may come. */
  drop(): void;
  close(): void;
}

/** The links that the benchmarks know: GPRS, the edge of a cell, 3G. */
export const linkShapes = {
  gprs: { down: 50, up: 20, rtt: 500 },
  edge: { down: 35, up: 35, rtt: 2000 },
  '3g': { down: 750, up: 750, rtt: 100 },
} as const satisfies Record<string, LinkShape>;

/** The data of a TCP segment on Ethernet. */
const segment = 1448;

/** Of one connection, in front of the link: the sender's and the receiver's buffers. */
const buffered = 65_536;

/** What of one connection waits for its turn; an empty part is its end. */
interface Line {
  readonly parts: Buffer[];
  waiting: number;
  /** Sent and on its way, oldest first. */
  readonly flying: Buffer[];
  arrive(part: Buffer): void;
}

/** One way of a link. */
interface Way {
  /** Takes what reads from one socket of a connection to the other. */
  carry(from: Socket, to: Socket): void;
  passed(): number;
}

/**
 * One bottleneck: one segment at a time, of each connection that has some in turn; then the delay,
 * which any number of segments spend at once.
 */
function createWay(pace: () => { readonly kbit: number | undefined; readonly delay: number }): Way {
  const lines: Line[] = [];
  let freeAt = 0;
  let isBusy = false;
  let passed = 0;
  const now = () => performance.now();

  const next = () => {
    const line = lines.shift();
    const first = line?.parts.shift();
    isBusy = first !== undefined;
    if (!line || !first) return;
    const { kbit, delay } = pace();
    const largest = kbit === undefined ? buffered : segment;
    const part = first.subarray(0, largest);
    if (part.length < first.length) line.parts.unshift(first.subarray(largest));
    if (line.parts.length > 0) lines.push(line);
    // From when it was free and not from now, so that late timers do not add up.
    freeAt = Math.max(freeAt, now()) + (kbit === undefined ? 0 : (part.length * 8) / kbit);
    setTimeout(() => {
      line.waiting -= part.length;
      line.flying.push(part);
      // Whichever timer comes first takes the oldest: nothing overtakes.
      setTimeout(() => line.arrive(line.flying.shift() as Buffer), freeAt + delay - now());
      next();
    }, freeAt - now());
  };

  return {
    passed: () => passed,
    carry: (from, to) => {
      const line: Line = {
        parts: [],
        waiting: 0,
        flying: [],
        arrive: (part) => {
          if (part.length === 0) to.end();
          else if (to.writable) {
            passed += part.length;
            to.write(part);
          }
          if (line.waiting < buffered) from.resume();
        },
      };
      const add = (part: Buffer) => {
        line.parts.push(part);
        line.waiting += part.length;
        if (line.waiting >= buffered) from.pause();
        if (line.parts.length === 1 && !lines.includes(line)) lines.push(line);
        if (!isBusy) next();
      };
      from.on('data', add);
      from.on('end', () => add(Buffer.alloc(0)));
    },
  };
}

/**
 * Starts a TCP relay on a free port of 127.0.0.1 that is as slow as a mobile link. All connections
 * share one bottleneck a way, as behind a modem, in turn by segments of 1,448 bytes.
 *
 * The handshake: on the loopback a connection is there at once, so that its first bytes are held for
 * one round trip. Not simulated: name look-up, lost segments, headers of TCP and IP (about 3 % of
 * full segments), and TCP's slow start, which does not bind where rate × round trip is less than the
 * ten segments that a sender begins with (RFC 6928): 14 kB against 3 to 9 kB on the links of
 * `linkShapes`. TLS costs what it costs when the target speaks it.
 * @param target a port of 127.0.0.1
 */
export async function startShapedLink(target: number, shape: LinkShape = {}): Promise<ShapedLink> {
  let current = shape;
  const delay = () => (current.rtt ?? 0) / 2;
  const down = createWay(() => ({ kbit: current.down, delay: delay() }));
  const up = createWay(() => ({ kbit: current.up, delay: delay() }));
  const sockets = new Set<Socket>();
  let connections = 0;
  const keep = (socket: Socket, other: () => Socket | undefined) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => other()?.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      // In order it has ended by itself; what breaks takes the other side with it.
      if (socket.errored || !socket.readableEnded) other()?.destroy();
    });
  };
  const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => {
    connections += 1;
    let far: Socket | undefined;
    keep(near, () => far);
    setTimeout(() => {
      if (near.destroyed) return;
      far = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
      keep(far, () => near);
      up.carry(near, far);
      down.carry(far, near);
      near.resume();
    }, current.rtt ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    count: () => ({ down: down.passed(), up: up.passed(), connections }),
    reshape: (next) => {
      current = next;
    },
    drop,
    close: () => {
      drop();
      server.close();
    },
  };
}
