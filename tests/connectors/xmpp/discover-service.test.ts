import { describe, expect, test } from 'vitest';
import { checkService } from '../../../src/connectors/xmpp/check-service.ts';
import { discoverService, type Fetch } from '../../../src/connectors/xmpp/discover-service.ts';
import { explainSocketFailure } from '../../../src/connectors/xmpp/explain-socket-failure.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

describe('a typed address', () => {
  test.each([
    'wss://chat.example.org/ws',
    'ws://127.0.0.1:5280/ws',
    'ws://localhost/ws',
    'ws://[::1]:80/',
  ])('%s may be connected to', (typed) => {
    expect(checkService(` ${typed} `)).toMatchObject({ ok: true });
  });

  test.each([
    'ws://example.org/ws',
    'ws://192.168.1.2/ws',
    'ws://localhost.example.org/',
    'ws://127.0.0.1.example.org/',
  ])('%s is an open line', (typed) => {
    expect(checkService(typed)).toEqual({ ok: false, error: { kind: 'insecure-address' } });
  });

  test.each([
    '',
    'example.org',
    'https://example.org',
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
    ['a web page', '<!doctype html>'],
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
    expect(asked).toEqual(['https://example.org:8443/']);
  });

  test('is a matter of the certificate where an encrypted port does not answer at all', async () => {
    expect(await explain('wss://example.org/ws', dead)).toEqual({ kind: 'certificate' });
  });

  test('is unreachable where a plain port does not answer', async () => {
    expect(await explain('ws://127.0.0.1:1/ws', dead)).toEqual({ kind: 'unreachable' });
  });
});
