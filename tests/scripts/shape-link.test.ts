import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import {
  type LinkShape,
  linkShapes,
  type ShapedLink,
  startShapedLink,
} from '../../scripts/bench/shape-link.ts';

const open: { close(): unknown }[] = [];
const sockets: Socket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const each of open.splice(0)) each.close();
});

/** A link to a server that does `serve` with each connection. */
const start = async (shape: LinkShape, serve: (socket: Socket) => void): Promise<ShapedLink> => {
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const link = await startShapedLink((server.address() as AddressInfo).port, shape);
  open.push(link, server);
  return link;
};
const dial = async (link: ShapedLink): Promise<Socket> => {
  const socket = connect(link.port, '127.0.0.1');
  sockets.push(socket);
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
};
/** Resolves with what came when there are so many bytes. */
const receive = (socket: Socket, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.length >= length) resolve(all);
    });
    socket.once('close', () => reject(new Error('closed')));
  });
const bytes = (length: number) => Buffer.from(Array.from({ length }, (_, index) => index % 251));
const msFor = (length: number, kbit: number) => (length * 8) / kbit;
/** Timers may be late, and seconds on a busy machine; early they are by a millisecond at most. */
const expectAbout = (took: number, wanted: number) => {
  expect(took).toBeGreaterThanOrEqual(wanted - 2);
  expect(took).toBeLessThan(wanted * 3 + 3000);
};

it('takes a round trip for the handshake, and one for a question and its answer', async () => {
  const rtt = 200;
  const link = await start({ rtt }, (socket) => socket.pipe(socket));
  const begun = performance.now();
  const socket = await dial(link);
  socket.write('a');
  await receive(socket, 1);
  expectAbout(performance.now() - begun, 2 * rtt);
  const asked = performance.now();
  socket.write('b');
  await receive(socket, 1);
  expectAbout(performance.now() - asked, rtt);
});

it('lets each way have its own rate, and changes nothing on the way', async () => {
  const shape = { down: 400, up: 200 };
  const sent = bytes(20_000);
  const link = await start(shape, (socket) => {
    void receive(socket, sent.length).then((got) => socket.write(got));
  });
  const socket = await dial(link);
  const begun = performance.now();
  socket.write(sent);
  expect(await receive(socket, sent.length)).toEqual(sent);
  const wanted = msFor(sent.length, shape.up) + msFor(sent.length, shape.down);
  expectAbout(performance.now() - begun, wanted);
  expect(link.count()).toEqual({ down: sent.length, up: sent.length, connections: 1 });
});

it('has one bottleneck for all connections, which take turns', async () => {
  const kbit = 400;
  const long = bytes(20_000);
  const short = bytes(2000);
  let isFirst = true;
  const link = await start({ down: kbit }, (socket) => {
    socket.write(isFirst ? long : short);
    isFirst = false;
  });
  const begun = performance.now();
  const first = await dial(link);
  const long1 = receive(first, long.length);
  const second = await dial(link);
  await receive(second, short.length);
  const shortTook = performance.now() - begun;
  await long1;
  const longTook = performance.now() - begun;
  // The short one does not wait for all of the long one, and the long one waits for the short one.
  expect(shortTook).toBeLessThan(longTook);
  expectAbout(longTook, msFor(long.length + short.length, kbit));
});

it('keeps a sender back who is faster than the link', async () => {
  let taken = 0;
  const link = await start({ down: 40 }, (socket) => {
    const part = bytes(16_384);
    const more = () => {
      while (taken < 64 * 1024 * 1024 && socket.write(part)) taken += part.length;
    };
    socket.on('drain', more);
    more();
  });
  const socket = await dial(link);
  await receive(socket, 3000);
  // What the sockets' own buffers hold is the system's matter, but is not everything.
  expect(taken).toBeLessThan(32 * 1024 * 1024);
});

it('hands over everything before the end of a connection', async () => {
  const link = await start({ down: 400, rtt: 50 }, (socket) => socket.end(bytes(5000)));
  const socket = await dial(link);
  expect(await receive(socket, 5000)).toHaveLength(5000);
});

it('takes new connections after all were dropped', async () => {
  const link = await start({}, (socket) => socket.pipe(socket));
  const socket = await dial(link);
  socket.write('a');
  await receive(socket, 1);
  const gone = new Promise((resolve) => socket.once('close', resolve));
  link.drop();
  await gone;
  const again = await dial(link);
  again.write('b');
  expect((await receive(again, 1)).toString()).toBe('b');
});

it('needs no slow start on the links it is used for: they hold less than ten segments', () => {
  for (const { down, up, rtt } of Object.values(linkShapes)) {
    expect((Math.max(down, up) / 8) * rtt).toBeLessThan(10 * 1448);
  }
});

it('takes another pace while connections stand', async () => {
  const slow = { down: 8, rtt: 400 };
  const link = await start(slow, (socket) => socket.pipe(socket));
  const socket = await dial(link);
  const sent = bytes(1000);
  const trip = async () => {
    const begun = performance.now();
    socket.write(sent);
    expect(await receive(socket, sent.length)).toEqual(sent);
    return performance.now() - begun;
  };
  expectAbout(await trip(), slow.rtt + msFor(sent.length, slow.down));
  link.reshape({});
  const quick = await trip();
  link.reshape(slow);
  expect(quick).toBeLessThan(await trip());
});
