import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import {
  type DeflateProxy,
  type DeflateProxyOptions,
  startDeflateProxy,
} from '../../desk/deflate-proxy.ts';

let server: WebSocketServer;
let proxies: DeflateProxy[];
/** The chat server's ends, in order, and what it knows of each. */
let joined: {
  socket: WebSocket;
  origin: string | undefined;
  forwarded: unknown;
  scheme: unknown;
}[];
let address: string;

beforeEach(async () => {
  proxies = [];
  joined = [];
  server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    autoPong: false,
    handleProtocols: (offered) => (offered.has('xmpp') ? 'xmpp' : false),
  });
  server.on('connection', (socket, request) => {
    const { origin, 'x-forwarded-for': forwarded, 'x-forwarded-proto': scheme } = request.headers;
    joined.push({ socket, origin, forwarded, scheme });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.on('listening', resolve));
  address = `ws://127.0.0.1:${server.address().port}/ws`;
});

afterEach(async () => {
  for (const client of server.clients) client.terminate();
  server.close();
  await Promise.all(proxies.map((proxy) => proxy.close()));
});

const start = async (options: Partial<DeflateProxyOptions> = {}) => {
  const proxy = await startDeflateProxy({ target: address, ...options });
  proxies.push(proxy);
  return proxy;
};
const once = <T>(socket: WebSocket, event: string): Promise<T> =>
  new Promise((resolve) => (socket as NodeJS.EventEmitter).once(event, resolve));
interface How {
  readonly origin?: string;
  readonly deflate?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}
const dial = async (service: string, how: How = {}) => {
  const client = new WebSocket(service, ['xmpp'], {
    perMessageDeflate: how.deflate === false ? false : { threshold: 0 },
    ...(how.origin !== undefined && { origin: how.origin }),
    ...(how.headers && { headers: how.headers }),
  });
  await new Promise((resolve, reject) => {
    client.on('open', () => resolve(undefined));
    client.on('error', reject);
  });
  client.on('error', () => {});
  return client;
};
const say = (socket: WebSocket, text: string) => socket.send(text, { binary: false }, () => {});
const last = () => {
  const found = joined.at(-1);
  if (!found) throw new Error('Nobody has come.');
  return found.socket;
};

describe('the deflating proxy', () => {
  it('compresses towards the browser and not towards the server', async () => {
    const { service } = await start();
    const client = await dial(service, { origin: 'https://desk.example' });
    expect(client.extensions).toContain('permessage-deflate');
    expect(client.extensions).not.toContain('no_context_takeover');
    expect(client.protocol).toBe('xmpp');
    expect(last().extensions).toBe('');
    expect(joined[0]).toMatchObject({ origin: 'https://desk.example', forwarded: '127.0.0.1' });
  });

  it('tells the server from where and how safely the browser came to the web server', async () => {
    const { service } = await start();
    await dial(service, {
      headers: { 'X-Forwarded-For': '192.0.2.7', 'X-Forwarded-Proto': 'https' },
    });
    expect(joined[0]).toMatchObject({ forwarded: '192.0.2.7, 127.0.0.1', scheme: 'https' });
  });

  it('hands on texts as they are, both ways and in order', async () => {
    const { service } = await start();
    const client = await dial(service);
    const texts = ['<open/>', '您好 🙂', 'a'.repeat(100_000)];
    for (const [from, to] of [
      [client, last()],
      [last(), client],
    ] as const) {
      const heard: string[] = [];
      to.on('message', (data, isBinary) => heard.push(`${isBinary}${data}`));
      for (const text of texts) say(from, text);
      await expect.poll(() => heard).toEqual(texts.map((text) => `false${text}`));
    }
  });

  it('serves a browser that does not compress', async () => {
    const { service } = await start();
    const client = await dial(service, { deflate: false });
    expect(client.extensions).toBe('');
    const heard = once<Buffer>(last(), 'message');
    say(client, 'hello');
    expect(String(await heard)).toBe('hello');
  });

  it('refuses a message that is too long, also one that is only long when unpacked', async () => {
    const { service } = await start({ largestMessage: 10_000 });
    const client = await dial(service);
    const heard: unknown[] = [];
    last().on('message', (data) => heard.push(data));
    const closed = once<number>(client, 'close');
    say(client, 'a'.repeat(10_001));
    expect(await closed).toBe(1009);
    expect(heard).toEqual([]);
  });

  it('passes on how either side closes', async () => {
    const { service } = await start();
    const client = await dial(service);
    const closed = new Promise((resolve) =>
      client.on('close', (code, reason) => resolve([code, String(reason)])),
    );
    last().close(1008, 'no');
    expect(await closed).toEqual([1008, 'no']);
    const second = await dial(service);
    const ended = once<number>(last(), 'close');
    second.close(1001);
    expect(await ended).toBe(1001);
  });

  it('tells of a server that died, and leaves a lost browser to the server', async () => {
    const { service } = await start();
    const client = await dial(service);
    const closed = once<number>(client, 'close');
    last().terminate();
    expect(await closed).toBe(1014);
    const second = await dial(service);
    const ended = once<number>(last(), 'close');
    second.terminate();
    expect(await ended).toBe(1006);
  });

  it('lets the server finish what it says to a browser that is lost, but not for ever', async () => {
    const { service } = await start();
    const client = await dial(service);
    const server = last();
    const said: number[] = [];
    const saying = setInterval(() => {
      said.push(Date.now());
      say(server, `stanza ${said.length}`);
      if (said.length === 12) clearInterval(saying);
    }, 100);
    const ended = once<number>(server, 'close');
    client.terminate();
    expect(await ended).toBe(1006);
    expect(said).toHaveLength(12);
    const endless = await dial(service);
    const talking = setInterval(() => say(last(), 'still here'), 100);
    const cut = once<number>(last(), 'close');
    endless.terminate();
    expect(await cut).toBe(1006);
    clearInterval(talking);
  });

  it('lets the server ask whether the browser is there', async () => {
    const { service } = await start();
    const client = await dial(service);
    const heard = once<Buffer>(last(), 'pong');
    last().ping(Buffer.from('there?'));
    expect(String(await heard)).toBe('there?');
    expect(client.readyState).toBe(WebSocket.OPEN);
  });

  it('does not read what the browser cannot take yet', async () => {
    const { service } = await start();
    const client = await dial(service);
    client.pause();
    const part = Array.from({ length: 65_536 }, () => Math.random().toString(36)[2]).join('');
    let taken = 0;
    let isOver = false;
    const more = () => {
      if (isOver || taken >= 2000) return;
      last().send(part, { binary: false }, () => {
        taken += 1;
        setImmediate(more);
      });
    };
    more();
    // Every buffer on the way is full when nothing moves for a while.
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = before === taken;
          before = taken;
          return isStill;
        },
        { interval: 500, timeout: 20_000 },
      )
      .toBe(true);
    isOver = true;
    expect(taken).toBeLessThan(2000);
  }, 30_000);

  it('lets in only pages that it was told of, where it was told', async () => {
    const { service } = await start({ origins: ['https://desk.example'] });
    await dial(service, { origin: 'https://desk.example' });
    await expect(dial(service, { origin: 'https://evil.example' })).rejects.toThrow('403');
    await expect(dial(service)).rejects.toThrow('403');
    expect(joined).toHaveLength(1);
  });

  it('serves so many and no more, and again when one has gone', async () => {
    const { service } = await start({ mostConnections: 1 });
    const client = await dial(service);
    await expect(dial(service)).rejects.toThrow('503');
    client.terminate();
    await expect
      .poll(() =>
        dial(service).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
  });

  it('has nothing at other addresses, and says when there is no server', async () => {
    const { service } = await start();
    await expect(dial(service.replace('/ws', '/admin'))).rejects.toThrow('404');
    const { service: alone } = await start({ target: 'ws://127.0.0.1:9/ws' });
    await expect(dial(alone)).rejects.toThrow('502');
    expect((await fetch(service.replace('ws:', 'http:'))).status).toBe(426);
  });
});
