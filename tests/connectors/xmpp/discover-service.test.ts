import { describe, expect, test } from 'vitest';
import { checkService } from '../../../src/connectors/xmpp/check-service.ts';
import { discoverService, type Fetch } from '../../../src/connectors/xmpp/discover-service.ts';
import { explainSocketFailure } from '../../../src/connectors/xmpp/explain-socket-failure.ts';
import { pollingAddresses } from '../../../src/connectors/xmpp/polling-addresses.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

describe('a typed address', () => {
  test.each([
    'wss://chat.example.org/ws',
    'ws://127.0.0.1:5280/ws',
    'ws://localhost/ws',
    'ws://[::1]:80/',
    'https://chat.example.org/bosh',
    'http://127.0.0.1:5280/bosh',
  ])('%s may be connected to', (typed) => {
    expect(checkService(` ${typed} `)).toMatchObject({ ok: true });
  });

  test.each([
    'ws://example.org/ws',
    'http://example.org/bosh',
    'ws://192.168.1.2/ws',
    'ws://localhost.example.org/',
    'ws://127.0.0.1.example.org/',
  ])('%s is an open line', (typed) => {
    expect(checkService(typed)).toEqual({ ok: false, error: { kind: 'insecure-address' } });
  });

  test.each([
    '',
    'example.org',
    'ftp://example.org',
    'https://a:b@example.org',
    'wss://a:b@example.org',
    'javascript:alert(1)',
    'wss://',
  ])('"%s" is no address', (typed) => {
    expect(checkService(typed)).toEqual({ ok: false, error: { kind: 'bad-address' } });
  });
});

const link = (href: unknown) => ({
  links: [
    { rel: 'urn:xmpp:alt-connections:xbosh', href: 'https://example.org/bosh' },
    { rel: 'urn:xmpp:alt-connections:websocket', href },
  ],
});

const discover = (fetch: Fetch) => discoverService('example.org', fetch, createFakeClock(), 5000);
const answering =
  (body: string, status = 200): Fetch =>
  async () =>
    new Response(body, { status });

describe('asking a host where its chat server is', () => {
  test('the host’s document is asked for over HTTPS, without cookies', async () => {
    const asked: unknown[] = [];
    const result = await discover(async (url, init) => {
      asked.push(url, init.credentials);
      return new Response(JSON.stringify(link('wss://chat.example.org:443/ws')));
    });
    expect(asked).toEqual(['https://example.org/.well-known/host-meta.json', 'omit']);
    expect(result.ok && result.value.href).toBe('wss://chat.example.org/ws');
  });

  test.each([
    ['nothing', ''],
    ['no links', '{}'],
    ['null', 'null'],
    ['links that are no list', '{"links":7}'],
    ['links of nothing', '{"links":[null,1,"x"]}'],
    ['only another way', JSON.stringify({ links: link('').links.slice(0, 1) })],
    ['no address', JSON.stringify(link(5))],
    ['a bad address', JSON.stringify(link('https://example.org'))],
    ['an endless document', `{"x":"${'x'.repeat(200_000)}"}`],
  ])('an answer with %s is no chat server', async (_, body) => {
    expect(await discover(answering(body))).toEqual({
      ok: false,
      error: { kind: 'not-a-chat-server' },
    });
  });

  test.each(['<!doctype html><p>Log in', '\n<HTML lang="en">'])(
    '%j, as a guest network says it, is told as a web page',
    async (body) => {
      expect(await discover(answering(body))).toEqual({ ok: false, error: { kind: 'web-page' } });
    },
  );

  test('a page that is not found is no chat server', async () => {
    expect(await discover(answering('{}', 404))).toMatchObject({
      error: { kind: 'not-a-chat-server' },
    });
  });

  test('a document cannot send an agent to an open line, not even on this computer', async () => {
    for (const href of ['ws://127.0.0.1/ws', 'ws://localhost/ws']) {
      expect(await discover(answering(JSON.stringify(link(href))))).toMatchObject({
        error: { kind: 'insecure-address' },
      });
    }
  });

  test('no answer is unreachable, and one that takes too long a timeout', async () => {
    const failing: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await discover(failing)).toEqual({ ok: false, error: { kind: 'unreachable' } });
    const clock = createFakeClock();
    const slow: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const result = discoverService('example.org', slow, clock, 5000);
    await clock.advance(5000);
    expect(await result).toEqual({ ok: false, error: { kind: 'timeout' } });
    expect(clock.pending).toBe(0);
  });
});

describe('asking where to poll', () => {
  const service = new URL('wss://chat.example.org:5443/ws');
  const ask = (fetch: Fetch) =>
    pollingAddresses('example.org', service, fetch, createFakeClock(), 5000);
  const hrefs = (urls: readonly URL[]) => urls.map(({ href }) => href);
  const beside = ['https://chat.example.org:5443/bosh', 'https://chat.example.org:5443/http-bind'];

  test('gives what the host names, and beside the socket where it usually is', async () => {
    const { named, guessed } = await ask(answering(JSON.stringify(link('wss://x.example/ws'))));
    expect(hrefs(named)).toEqual(['https://example.org/bosh']);
    expect(hrefs(guessed)).toEqual(beside);
  });

  test('gives no address twice', async () => {
    const rel = 'urn:xmpp:alt-connections:xbosh';
    const body = JSON.stringify({ links: [{ rel, href: beside[1] }] });
    const { named, guessed } = await ask(answering(body));
    expect(hrefs([...named, ...guessed])).toEqual(beside.toReversed());
  });

  test.each(['http://127.0.0.1/bosh', 'wss://example.org/ws', 'javascript:alert(1)', 7])(
    'believes no host that names %s',
    async (href) => {
      const rel = 'urn:xmpp:alt-connections:xbosh';
      const { named, guessed } = await ask(answering(JSON.stringify({ links: [{ rel, href }] })));
      expect(named).toEqual([]);
      expect(hrefs(guessed)).toEqual(beside);
    },
  );
});

describe('a socket that could not be opened', () => {
  const explain = (service: string, fetch: Fetch) =>
    explainSocketFailure(new URL(service), fetch, createFakeClock(), 5000);
  const dead: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));

  test('is no chat server where the same port answers as a web server', async () => {
    const asked: string[] = [];
    const fetch: Fetch = async (url) => {
      asked.push(url);
      return new Response();
    };
    expect(await explain('wss://example.org:8443/ws', fetch)).toEqual({
      kind: 'not-a-chat-server',
    });
    expect(asked).toEqual(['https://example.org:8443/ws', 'https://example.org:8443/']);
  });

  test('is broken by what is between where the chat server itself tells of WebSockets', async () => {
    const answer: Fetch = async () => new Response('It works! Point your WebSocket client here.');
    expect(await explain('wss://example.org/ws', answer)).toEqual({ kind: 'blocked-socket' });
  });

  test('is another’s page where the chat server was the last time, if its own cannot be read', async () => {
    const fetch: Fetch = async (_, { mode }) => {
      if (mode === 'no-cors') return new Response();
      throw new TypeError('Failed to fetch');
    };
    const service = new URL('wss://example.org/ws');
    const asking = (wasThere: boolean) =>
      explainSocketFailure(service, fetch, createFakeClock(), 5000, wasThere);
    expect(await asking(true)).toEqual({ kind: 'web-page' });
    expect(await asking(false)).toEqual({ kind: 'not-a-chat-server' });
  });

  test('is a matter of the certificate where an encrypted port does not answer at all', async () => {
    expect(await explain('wss://example.org/ws', dead)).toEqual({ kind: 'certificate' });
  });

  test('is unreachable where a plain port does not answer', async () => {
    expect(await explain('ws://127.0.0.1:1/ws', dead)).toEqual({ kind: 'unreachable' });
  });

  test('asked for long polling, is held to no talk of WebSockets', async () => {
    const page: Fetch = async () => new Response('Use a WebSocket, or nothing.');
    expect(await explain('https://example.org/bosh', page)).toEqual({ kind: 'not-a-chat-server' });
    expect(await explain('https://example.org/bosh', dead)).toEqual({ kind: 'certificate' });
    expect(await explain('http://127.0.0.1:1/bosh', dead)).toEqual({ kind: 'unreachable' });
  });
});
