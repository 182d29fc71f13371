import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createRandom } from '../../src/shared/random.ts';
import { eventually } from '../support/eventually.ts';
import { startTcpRelay } from '../support/tcp-relay.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that hears each connection and answers what the test says, behind a relay. */
const setUp = async () => {
  const heard: { text: string; isOver: boolean; socket: Socket }[] = [];
  const server = createServer((socket) => {
    const line = { text: '', isOver: false, socket };
    heard.push(line);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      line.text += chunk;
    });
    socket.on('close', () => {
      line.isOver = true;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const relay = await startTcpRelay(port, createRandom(1));
  closers.push(() => {
    for (const { socket } of heard) socket.destroy();
    relay.close();
    server.close();
  });
  const dial = async () => {
    const socket = connect(relay.port, '127.0.0.1');
    const near = { text: '', isOver: false, say: (text: string) => socket.write(text) };
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      near.text += chunk;
    });
    socket.on('close', () => {
      near.isOver = true;
    });
    await Promise.race([once(socket, 'connect'), once(socket, 'close')]);
    return near;
  };
  return { relay, heard, dial };
};
const soon = (isSo: () => boolean | undefined) => eventually(() => isSo() || undefined, 5000);

test('passes on what is said, both ways', async () => {
  const { heard, dial } = await setUp();
  const near = await dial();
  near.say('ping');
  await soon(() => heard[0]?.text === 'ping');
  heard[0]?.socket.write('pong');
  await soon(() => near.text === 'pong');
});

test('a cut breaks what there is and refuses what comes; `refuse` only that', async () => {
  const { relay, dial } = await setUp();
  const first = await dial();
  relay.set('cut');
  await soon(() => first.isOver);
  const second = await dial();
  await soon(() => second.isOver);
  relay.set('open');
  const third = await dial();
  relay.set('refuse');
  const fourth = await dial();
  await soon(() => fourth.isOver);
  expect(third.isOver).toBe(false);
});

test('a hole swallows for good, and half a one only what goes to the server', async () => {
  const { relay, heard, dial } = await setUp();
  const near = await dial();
  near.say('a');
  await soon(() => heard[0]?.text === 'a');
  relay.set('half-hole');
  near.say('b');
  heard[0]?.socket.write('c');
  await soon(() => near.text === 'c');
  relay.set('open');
  await soon(() => near.isOver && heard[0]?.isOver);
  expect(heard[0]?.text).toBe('a');
});

test('what stalls is passed on later; slow and in halves, it stays in order', async () => {
  const { relay, heard, dial } = await setUp();
  const near = await dial();
  near.say('0');
  await soon(() => heard[0]?.text === '0');
  relay.set('stall');
  near.say('12');
  heard[0]?.socket.write('x');
  await soon(() => near.text === '' && heard[0]?.text === '0');
  relay.set('slow');
  await soon(() => heard[0]?.text === '012' && near.text === 'x');
  relay.set('halves');
  near.say('34');
  await soon(() => heard[0]?.text === '01234');
});

test('a ghost: near it is over at once, the server hears its last words late, and each new one twice', async () => {
  const { relay, heard, dial } = await setUp();
  const near = await dial();
  near.say('a');
  await soon(() => heard[0]?.text === 'a');
  relay.set('ghost');
  near.say('b');
  await soon(() => near.isOver);
  expect(heard[0]).toMatchObject({ text: 'a', isOver: false });
  const next = await dial();
  next.say('hello');
  await soon(() => heard.filter(({ text }) => text === 'hello').length === 2);
  await soon(() => heard[0]?.text === 'ab');
  await soon(() => heard[0]?.isOver);
});
