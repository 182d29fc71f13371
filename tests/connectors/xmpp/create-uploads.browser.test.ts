import { describe, expect, test } from 'vitest';
import type { RequestError } from '../../../src/connectors/xmpp/create-questions.ts';
import { createUploads } from '../../../src/connectors/xmpp/create-uploads.ts';
import { readFrame } from '../../../src/connectors/xmpp/read-frame.ts';
import type { Xml } from '../../../src/connectors/xmpp/xml.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { own } from './read-stanza.ts';

const there = 'https://upload.desk.example/7f/answer.ogg';
const slot = `<slot xmlns="urn:xmpp:http:upload:0"><put url="${there}?put"><header name="Authorization">Basic abc</header></put><get url="${there}"/></slot>`;
const items = (...services: string[]) =>
  `<query xmlns="http://jabber.org/protocol/disco#items">${services.map((each) => `<item jid="${each}"/>`).join('')}</query>`;
const form = (type: string, limit: string) =>
  `<x xmlns="jabber:x:data" type="result"><field var="FORM_TYPE"><value>${type}</value></field><field var="max-file-size"><value>${limit}</value></field></x>`;
const info = (feature = 'urn:xmpp:http:upload:0', more = form('urn:xmpp:http:upload:0', '5000')) =>
  `<query xmlns="http://jabber.org/protocol/disco#info"><feature var="${feature}"/>${more}</query>`;

type Answer = string | RequestError;

/** A server that answers as told: what is asked of whom, by the first word of the question. */
const setUp = (answers: Record<string, Answer> = {}, put: (url: string) => number = () => 201) => {
  const known: Record<string, Answer> = {
    'items desk.example': items('rooms.desk.example', 'upload.desk.example'),
    'info desk.example': info('urn:other'),
    'info rooms.desk.example': info('urn:other'),
    'info upload.desk.example': info(),
    'request upload.desk.example': slot,
    ...answers,
  };
  const asked: string[] = [];
  const fetched: { readonly url: string; readonly init: RequestInit }[] = [];
  const clock = createFakeClock();
  const request = async (
    _: 'get' | 'set',
    { xml }: Xml,
    to = '',
  ): Promise<Result<Element, RequestError>> => {
    const question = `${/#(items|info)|<(request)/.exec(xml)?.slice(1).find(Boolean)} ${to}`;
    asked.push(question);
    const answer = known[question] ?? { kind: 'refused', reason: 'item-not-found' };
    if (typeof answer !== 'string') return err(answer);
    const iq = readFrame(`<iq xmlns="jabber:client" type="result" id="q">${answer}</iq>`);
    if (!iq) throw new Error(`Not XML: ${answer}`);
    return ok(iq);
  };
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    fetched.push({ url, init });
    const status = put(`${init.method} ${url}`);
    if (status === 0) throw new TypeError('Failed to fetch');
    return new Response('', { status });
  };
  const uploads = createUploads({ account: own, link: { request }, fetch, clock });
  return { asked, clock, fetched, known, uploads };
};

const message = (bytes = 2000, mime = 'audio/ogg;codecs=opus') => ({
  ...{ id: 'm1', conversationId: 'ann@example.org', text: 'Hello', language: 'en' },
  attachment: { sound: new Blob([new Uint8Array(bytes)]), mime, seconds: 2 },
});
const failed = (kind: string) => ({ ok: false, error: expect.objectContaining({ kind }) });

describe('how large a recording may be', () => {
  test('is asked once for a session, of whoever takes files', async () => {
    const { asked, uploads } = setUp();
    expect(await uploads.limit()).toEqual(ok(5000));
    expect(await uploads.limit()).toEqual(ok(5000));
    expect(asked).toEqual([
      'items desk.example',
      'info rooms.desk.example',
      'info upload.desk.example',
      'info desk.example',
    ]);
  });

  test('is asked again on the next session, which may be at another server', async () => {
    const { known, uploads } = setUp();
    await uploads.limit();
    known['info upload.desk.example'] = info('urn:other');
    uploads.forgetService();
    expect(await uploads.limit()).toEqual(failed('no-files'));
  });

  test('may be told by the host itself', async () => {
    const refused = { kind: 'refused', reason: 'service-unavailable' } as const;
    const { uploads } = setUp({ 'items desk.example': refused, 'info desk.example': info() });
    expect(await uploads.limit()).toEqual(ok(5000));
  });

  test.each([
    ['nothing is said', ''],
    ['it is said of something else', form('urn:other', '10')],
    ['what is said is no number', form('urn:xmpp:http:upload:0', '1e9')],
  ])('is without limit where %s', async (_, said) => {
    const { uploads } = setUp({ 'info upload.desk.example': info(undefined, said) });
    expect(await uploads.limit()).toEqual(ok(Number.POSITIVE_INFINITY));
  });

  test('that could not be told is asked again', async () => {
    for (const kind of ['timeout', 'not-connected'] as const) {
      for (const question of ['items desk.example', 'info upload.desk.example']) {
        const { known, uploads } = setUp({ [question]: { kind } });
        expect(await uploads.limit()).toEqual(failed(kind));
        known['items desk.example'] = items('upload.desk.example');
        known['info upload.desk.example'] = info();
        expect(await uploads.limit()).toEqual(ok(5000));
      }
    }
  });

  test('is not asked of more services than any server needs', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `s${index}.example`);
    const { asked, uploads } = setUp({ 'items desk.example': items(...many) });
    expect(await uploads.limit()).toEqual(failed('no-files'));
    expect(asked.length).toBeLessThan(30);
  });
});

describe('a recording', () => {
  test('is put where it may be, with nothing of the agent beside it', async () => {
    const { fetched, uploads } = setUp();
    expect(await uploads.share(message())).toEqual(
      ok({ url: there, name: 'voice.ogg', mime: 'audio/ogg', bytes: 2000, seconds: 2 }),
    );
    expect(fetched).toHaveLength(1);
    const { url, init } = fetched[0] ?? {};
    expect(url).toBe(`${there}?put`);
    expect(init).toMatchObject({ method: 'PUT', credentials: 'omit', redirect: 'error' });
    expect(init?.referrerPolicy).toBe('no-referrer');
    expect(Object.fromEntries(init?.headers as Headers)).toEqual({
      authorization: 'Basic abc',
      'content-type': 'audio/ogg',
    });
  });

  test('is put once for a message, until the message is with the server', async () => {
    const { fetched, uploads } = setUp();
    await Promise.all([uploads.share(message()), uploads.share(message())]);
    await uploads.share(message());
    expect(fetched).toHaveLength(1);
    uploads.forget('m1');
    await uploads.share(message());
    expect(fetched).toHaveLength(2);
  });

  test('that there is none of needs no service', async () => {
    const { asked, uploads } = setUp();
    const { attachment: _, ...words } = message();
    expect(await uploads.share(words)).toEqual(ok(undefined));
    expect(asked).toEqual([]);
  });

  test('that is too large is not even asked about', async () => {
    const { asked, uploads } = setUp();
    expect(await uploads.share(message(5001))).toEqual(failed('file-too-large'));
    expect(asked).not.toContain('request upload.desk.example');
  });

  test.each<[RequestError, string]>([
    [{ kind: 'refused', reason: 'not-acceptable', detail: 'file-too-large' }, 'file-too-large'],
    [{ kind: 'refused', reason: 'resource-constraint', detail: 'retry' }, 'file-too-large'],
    [{ kind: 'refused', reason: 'not-allowed' }, 'refused'],
    [{ kind: 'timeout' }, 'not-connected'],
    [{ kind: 'not-connected' }, 'not-connected'],
  ])('whose place is refused fails as what it is: %o', async (answer, kind) => {
    const { fetched, uploads } = setUp({ 'request upload.desk.example': answer });
    expect(await uploads.share(message())).toEqual(failed(kind));
    expect(fetched).toEqual([]);
  });

  test('is put nowhere that is not to be asked', async () => {
    const hostile = slot.replace(`${there}?put`, 'http://evil.example/');
    const { fetched, uploads } = setUp({ 'request upload.desk.example': hostile });
    expect(await uploads.share(message())).toEqual(failed('refused'));
    expect(fetched).toEqual([]);
  });

  test.each([
    [403, 'refused'],
    [413, 'file-too-large'],
    [503, 'not-connected'],
  ])('that is answered with %i: %s', async (status, kind) => {
    const { uploads } = setUp({}, () => status);
    expect(await uploads.share(message())).toEqual(failed(kind));
  });

  test('whose server fails again and again does not hold up what is written after it', async () => {
    const { uploads } = setUp({}, () => 500);
    const kinds = [failed('not-connected'), failed('not-connected'), failed('refused')];
    for (const kind of kinds) expect(await uploads.share(message())).toEqual(kind);
  });

  test('waits as long as the line is broken, and is put when it is not', async () => {
    let status = 0;
    const { uploads } = setUp({}, () => status);
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await uploads.share(message())).toEqual(failed('not-connected'));
    }
    status = 201;
    expect((await uploads.share(message())).ok).toBe(true);
  });

  test('for which nothing answers while the chat goes on is given up in the end', async () => {
    const { uploads } = setUp({}, () => 0);
    for (let turn = 0; turn < 9; turn += 1) {
      expect(await uploads.share(message())).toEqual(failed('not-connected'));
    }
    expect(await uploads.share(message())).toEqual(failed('no-files'));
  });

  test('that a server takes from nobody’s page is given up; one that has taken any is waited for', async () => {
    let isShut = true;
    const { uploads } = setUp({}, (way) => (isShut && way.startsWith('PUT') ? 0 : 201));
    const kinds = [failed('not-connected'), failed('not-connected'), failed('no-files')];
    for (const kind of kinds) expect(await uploads.share(message())).toEqual(kind);
    isShut = false;
    expect((await uploads.share({ ...message(), id: 'm2' })).ok).toBe(true);
    isShut = true;
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await uploads.share({ ...message(), id: 'm3' })).toEqual(failed('not-connected'));
    }
  });
});

describe('an upload that takes long', () => {
  const hanging = () => {
    const signals: AbortSignal[] = [];
    const fetch = (_: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        if (!signal) return;
        signals.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    const clock = createFakeClock();
    const answers = [items(), info(undefined, ''), slot];
    const request = async () => {
      const iq = readFrame(`<iq xmlns="jabber:client" type="result">${answers.shift()}</iq>`);
      return iq ? ok(iq) : err({ kind: 'timeout' } as const);
    };
    return {
      clock,
      signals,
      uploads: createUploads({ account: own, link: { request }, fetch, clock }),
    };
  };

  test('has the time that a 2G link needs, and then may be tried again', async () => {
    const { clock, signals, uploads } = hanging();
    // 35 seconds of speech: 20 s at 50 kbit/s.
    const result = uploads.share(message(120_000));
    await clock.advance(79_000);
    expect(signals.map((each) => each.aborted)).toEqual([false]);
    await clock.advance(2000);
    expect(await result).toEqual(failed('not-connected'));
    expect(signals).toHaveLength(1);
  });

  test('ends when the desk is left', async () => {
    const { clock, uploads } = hanging();
    const result = uploads.share(message());
    await clock.advance(0);
    uploads.stop();
    expect(await result).toEqual(failed('not-connected'));
    expect(clock.pending).toBe(0);
  });
});
