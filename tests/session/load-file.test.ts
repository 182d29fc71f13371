import { describe, expect, test, vi } from 'vitest';
import { describeSize } from '../../src/session/describe-size.ts';
import { askSize, largestFile, loadFile } from '../../src/session/load-file.ts';
import { pictureType } from '../../src/session/picture-type.ts';

const url = 'https://files.example/photo.png';
const png = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0,
]);
type Answer = (url: string, init: RequestInit) => Promise<Response>;
const load = (answer: Answer, more: { agreed?: number; wanted?: 'picture' | 'file' } = {}) => {
  const asked: [string, RequestInit][] = [];
  const progress: number[] = [];
  const stop = new AbortController();
  const result = loadFile(url, more.wanted ?? 'picture', {
    fetch: (...request) => {
      asked.push(request);
      return answer(...request);
    },
    signal: stop.signal,
    agreed: more.agreed ?? 1000,
    onProgress: (bytes) => progress.push(bytes),
  });
  return { asked, progress, stop, result };
};
const answer = (body: BodyInit, init?: ResponseInit): Answer => {
  return async () => new Response(body, init);
};
const typed = (type: string) => ({ headers: { 'content-type': type } });

describe('loading a customer’s file', () => {
  test('sends neither cookies nor a referrer, and gives the type that the bytes show', async () => {
    const { asked, progress, result } = load(answer(png, typed('text/plain')));
    const loaded = await result;
    expect(loaded).toMatchObject({ ok: true, value: { isPicture: true } });
    expect(loaded.ok && loaded.value.file.type).toBe('image/png');
    expect(asked).toHaveLength(1);
    expect(asked[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(progress).toEqual([png.length]);
  });

  test.each<[string, Answer, object]>([
    ['a picture that is gone', answer('', { status: 404 }), { kind: 'gone' }],
    ['one that may not be had', answer('', { status: 403 }), { kind: 'forbidden' }],
    ['a server in trouble', answer('', { status: 502 }), { kind: 'server' }],
    ['nothing', answer(''), { kind: 'empty' }],
    ['a page', answer('x', typed('text/html; charset=utf-8')), { kind: 'page' }],
    ['a page under another name', answer(' <!DOCTYPE html>', typed('image/png')), { kind: 'page' }],
    ['more than was agreed to', answer('x'.repeat(1001)), { kind: 'larger' }],
    [
      'what says that it is more',
      answer('x', { headers: { 'content-length': '5000' } }),
      { kind: 'larger', bytes: 5000 },
    ],
    [
      'what is more than any file may be',
      answer('x', { headers: { 'content-length': `${largestFile + 1}` } }),
      { kind: 'too-large' },
    ],
  ])('refuses %s', async (_, served, error) => {
    expect(await load(served).result).toEqual({ ok: false, error });
  });

  test('gives what is no picture as bytes, which the browser only saves', async () => {
    const svg = answer('<svg xmlns="http://www.w3.org/2000/svg"/>', typed('image/svg+xml'));
    const loaded = await load(svg).result;
    expect(loaded).toMatchObject({ ok: true, value: { isPicture: false } });
    expect(loaded.ok && loaded.value.file.type).toBe('application/octet-stream');
  });

  test('tells a server that cannot be reached from one that does not let web pages read', async () => {
    vi.stubGlobal('navigator', { onLine: true });
    const never: Answer = async () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await load(never).result).toEqual({ ok: false, error: { kind: 'unreachable' } });
    const opaque: Answer = async (_, { mode }) =>
      mode === 'no-cors' ? new Response() : Promise.reject(new TypeError('Failed to fetch'));
    const { asked, result } = load(opaque);
    expect(await result).toEqual({ ok: false, error: { kind: 'cross-origin' } });
    expect(asked[1]?.[1]).toMatchObject({ method: 'HEAD', credentials: 'omit' });
    vi.stubGlobal('navigator', { onLine: false });
    expect(await load(never).result).toEqual({ ok: false, error: { kind: 'offline' } });
    vi.unstubAllGlobals();
  });

  test('stops when it is told to', async () => {
    const hang: Answer = (_, { signal }) =>
      new Promise((_done, fail) =>
        signal?.addEventListener('abort', () => fail(new Error('abort'))),
      );
    const { stop, result } = load(hang);
    stop.abort();
    expect(await result).toEqual({ ok: false, error: { kind: 'aborted' } });
  });
});

describe('asking for a size', () => {
  const ask = (served: Answer) => askSize(url, { fetch: served, signal: AbortSignal.abort() });
  test('takes the head alone, and believes no nonsense', async () => {
    const sized =
      (length: string, more = {}): Answer =>
      async (_, { method }) =>
        new Response(null, {
          headers: method === 'HEAD' ? { 'content-length': length, ...more } : {},
        });
    expect(await ask(sized('240000'))).toBe(240_000);
    expect(await ask(sized('-1'))).toBeUndefined();
    expect(await ask(sized('1e9'))).toBeUndefined();
    expect(await ask(sized('20', { 'content-encoding': 'gzip' }))).toBeUndefined();
    expect(await ask(answer('', { status: 404 }))).toBeUndefined();
    expect(await ask(async () => Promise.reject(new Error()))).toBeUndefined();
  });
});

describe('what is known of a file', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF....WEBPVP8 ', 'image/webp'],
    ['....ftypavif', 'image/avif'],
    ['<svg', undefined],
    ['%PDF-1.7', undefined],
    ['', undefined],
  ])('a picture is told by its first bytes: %j', (head, type) => {
    expect(pictureType(Uint8Array.from(head, (each) => each.charCodeAt(0)))).toBe(type);
  });

  test('a size is said in KiB, and in MiB from one on', () => {
    expect([1, 240 * 1024, 2.5 * 1024 ** 2].map((bytes) => describeSize(bytes, 'en'))).toEqual([
      '1 KiB',
      '240 KiB',
      '2.5 MiB',
    ]);
  });
});
