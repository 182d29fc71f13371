import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asScenario, fileName, readTextFile } from '../../src/editor/read-text-file.ts';
import { longestScenario } from '../../src/simulator/parse-scenario.ts';

const read = (content: BlobPart) => readTextFile(new Blob([content]), longestScenario);
const kind = async (content: BlobPart) => {
  const result = await read(content);
  return result.ok ? 'ok' : result.error.kind;
};

describe('a file', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    ['UTF-8', new TextEncoder().encode('场景：a'), '场景：a'],
    ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'a'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x3a, 0x57, 0x6f, 0x66]), '场景'],
    ['GB 18030', new Uint8Array([0xb3, 0xa1, 0xbe, 0xb0, 0xa3, 0xba, 0x61]), '场景：a'],
  ])('in %s is read', async (_name, bytes, text) => {
    expect(await read(bytes)).toEqual({ ok: true, value: text });
  });

  it.each<[string, BlobPart]>([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0xff])],
    [
      'Latin-1',
      new Uint8Array([...'caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 0x20)),
    ],
    ['text with a null', 'scenario: a\0b'],
  ])('that is %s is refused as no text', async (_name, content) => {
    expect(await kind(content)).toBe('not-text');
  });

  it('of ten megabytes is refused without being read', async () => {
    const file = { size: 10_000_000, arrayBuffer: () => Promise.reject(new Error('It was read.')) };
    expect(await readTextFile(file, longestScenario)).toEqual({
      ok: false,
      error: { kind: 'too-large', limit: longestScenario },
    });
  });

  it('is as large as the parser takes, and not larger', async () => {
    expect(await kind('字'.repeat(longestScenario))).toBe('ok');
    expect(await kind('a'.repeat(longestScenario + 1))).toBe('too-large');
    expect(await kind(' \r\n\t')).toBe('empty');
  });
});

describe('a text', () => {
  const built = readFileSync(
    new URL('../../src/connectors/practice/scenarios/rush.txt', import.meta.url),
    'utf8',
  );
  it.each([built, '# chat: A', 'rubbish\n  标题 中文：鞋', 'scenario: a', '## open'])(
    'is a scenario if there is anything of one: %#',
    (text) => {
      expect(asScenario(text)).toEqual({ ok: true, value: text });
    },
  );
  it.each([
    '[10:02] Lin: hello',
    '<html><title>x</title>',
    '{"scenario": 1}',
    `${' '.repeat(1e6)}x`,
  ])('is none otherwise: %#', (text) => {
    expect(asScenario(text)).toEqual({ ok: false, error: { kind: 'not-scenario' } });
  });
});

it.each([
  ['late-parcel', 'late-parcel.txt'],
  ['../../etc/passwd', 'etc-passwd.txt'],
  ['包裹 三天', '包裹-三天.txt'],
  ['', 'scenario.txt'],
  ['<>:"|?*', 'scenario.txt'],
  ['a'.repeat(500), `${'a'.repeat(60)}.txt`],
])('a scenario called %j is kept as %j', (id, name) => {
  expect(fileName(id)).toBe(name);
});
