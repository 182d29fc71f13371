import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CannedResponse } from '../../src/canned-responses/canned-response.ts';
import { exportCsv } from '../../src/canned-responses/export-csv.ts';
import { exportJson } from '../../src/canned-responses/export-json.ts';
import type { ImportError } from '../../src/canned-responses/import-error.ts';
import { importFile } from '../../src/canned-responses/import-file.ts';
import { checkResponse } from '../../src/canned-responses/library.ts';
import { starterLibrary } from '../../src/canned-responses/starter-library.ts';
import { createIds, sample } from './sample.ts';

const read = (text: string | Uint8Array, name = 'replies.txt', size = text.length) =>
  importFile(text, { name, size }, { createId: createIds(), language: 'zh-CN' });
const json = (responses: unknown, other: object = {}) =>
  JSON.stringify({ kind: 'harebell-canned-responses', version: 1, responses, ...other });
const withoutIds = (responses: readonly CannedResponse[]) =>
  responses.map(({ id: _, ...one }) => one);
const failing = (error: ImportError) => ({ ok: false, error });
const entry = (number: number) => ({ in: 'entry', number }) as const;
const line = (number: number) => ({ in: 'line', number }) as const;

describe('round trip', () => {
  it.each([
    ['JSON', exportJson],
    ['CSV', exportCsv],
  ])('gives the starter library back from %s', (_, write) => {
    const back = read(write(starterLibrary));
    expect(back.ok && withoutIds(back.value)).toEqual(withoutIds(starterLibrary));
    expect(back.ok && new Set(back.value.map(({ id }) => id)).size).toBe(starterLibrary.length);
  });

  it('gives any library back from both', () => {
    const words = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=x", '"a", "b"', 'one\ntwo', 'a;b\tc', '您好，{customer}', '-'),
    );
    const variants = fc.record({ en: words, zh: words, 'pt-BR': words }, { requiredKeys: [] });
    const response = fc
      .record({
        id: fc.constant('x'),
        shortcut: words,
        folder: words,
        titles: variants,
        texts: variants,
      })
      .map((draft) => checkResponse(draft))
      .filter((checked) => checked.ok)
      .map((checked) => (checked.ok ? checked.value : sample('x')));
    const library = fc.uniqueArray(response, {
      selector: ({ shortcut }) => shortcut,
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(library, (responses) => {
        for (const write of [exportJson, exportCsv]) {
          const back = read(write(responses));
          expect(back.ok ? withoutIds(back.value) : back.error).toEqual(withoutIds(responses));
        }
      }),
    );
  }, 30_000);

  it('writes no cell that a spreadsheet would compute', () => {
    const text = exportCsv([sample('x', { titles: { en: '=HYPERLINK("http://evil")' } })]);
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });
});

describe('importFile', () => {
  it('reads a table that somebody made by hand, in the agent’s language', () => {
    const back = read('快捷词;标题;正文;备注\r\nHi;;=1 您好，\r\n/Bye;再见;再见！;x\r\n');
    expect(back).toEqual({
      ok: true,
      value: [
        {
          id: 'new-1',
          shortcut: 'hi',
          folder: '',
          titles: { 'zh-CN': '=1 您好，' },
          texts: { 'zh-CN': '=1 您好，' },
        },
        {
          id: 'new-2',
          shortcut: 'bye',
          folder: '',
          titles: { 'zh-CN': '再见' },
          texts: { 'zh-CN': '再见！' },
        },
      ],
    });
  });

  it('reads the bytes of a table from a Chinese Excel', () => {
    const head = new TextEncoder().encode('shortcut,text\r\nhi,');
    const back = read(Uint8Array.of(...head, 0xc4, 0xfa, 0xba, 0xc3));
    expect(back.ok && back.value[0]?.texts).toEqual({ 'zh-CN': '您好' });
  });

  it('calls a response without a title by the beginning of its text', () => {
    const back = read(json([{ shortcut: 'a', texts: { en: `${'word '.repeat(20)}\nmore` } }]));
    expect(back.ok && back.value[0]?.titles['en']).toBe('word word word word word word word word');
  });

  it.each<[string, string, ImportError]>([
    ['nothing', '', { kind: 'empty' }],
    ['white space', ' \r\n\ufeff', { kind: 'empty' }],
    ['no entries', json([]), { kind: 'empty' }],
    ['a header alone', 'shortcut,text\n', { kind: 'empty' }],
    ['a null character', 'shortcut,text\na,\0', { kind: 'not-text' }],
    ['broken JSON', '{\n"kind": }', { kind: 'not-json', line: 2, column: 9 }],
    ['a web page', '<!doctype html><p>', { kind: 'wrong-kind' }],
    ['a settings file', '{"version":1,"theme":"dark"}', { kind: 'wrong-kind' }],
    ['a list', '[1]', { kind: 'wrong-kind' }],
    ['responses that are no list', json({}), { kind: 'wrong-kind' }],
    ['a poem', 'Roses are red,\nviolets blue', { kind: 'wrong-kind' }],
    ['a newer version', json([], { version: 2 }), { kind: 'newer-version', version: 2 }],
    ['no shortcut column', 'title,text\na,b', { kind: 'missing-column', column: 'shortcut' }],
    ['no text column', 'shortcut,title\na,b', { kind: 'missing-column', column: 'text' }],
    ['open quotes', 'shortcut,text\na,"b', { kind: 'bad-quotes', line: 2, column: 3 }],
    ['a cell too many', 'shortcut,text\na,b,c', { kind: 'too-many-cells', line: 2, column: 3 }],
    [
      'a bad shortcut',
      'shortcut,text\na b,c',
      { kind: 'bad-entry', place: line(2), field: 'shortcut' },
    ],
    [
      'an empty text',
      'shortcut,text\na,b\nc,',
      { kind: 'bad-entry', place: line(3), field: 'text' },
    ],
    [
      'an entry that is none',
      json([sample('a'), 7]),
      { kind: 'bad-entry', place: entry(2), field: 'entry' },
    ],
    [
      'a number as shortcut',
      json([{ ...sample('a'), shortcut: 7 }]),
      { kind: 'bad-entry', place: entry(1), field: 'shortcut' },
    ],
    [
      'a list as text',
      json([{ ...sample('a'), texts: ['b'] }]),
      { kind: 'bad-entry', place: entry(1), field: 'text' },
    ],
    [
      'a number as title',
      json([{ ...sample('a'), titles: { en: 1 } }]),
      { kind: 'bad-entry', place: entry(1), field: 'title' },
    ],
    [
      'a bad language',
      json([{ ...sample('a'), texts: { 'e n': 'x' } }]),
      { kind: 'bad-entry', place: entry(1), field: 'language' },
    ],
    [
      'no text at all',
      json([{ shortcut: 'a' }]),
      { kind: 'bad-entry', place: entry(1), field: 'text' },
    ],
    [
      'a long folder',
      json([sample('a', { folder: 'f'.repeat(99) })]),
      { kind: 'bad-entry', place: entry(1), field: 'folder' },
    ],
    [
      'a shortcut twice',
      'shortcut,text\na,"b\nb"\nA,c',
      { kind: 'duplicate-shortcut', shortcut: 'a', place: line(4), first: line(2) },
    ],
  ])('refuses %s', (_, text, error) => {
    expect(read(text)).toEqual(failing(error));
  });

  it('refuses a huge file by its size', () => {
    const limit = 1_048_576;
    const error = failing({ kind: 'too-large', size: limit + 1, limit });
    expect(read('', 'a.csv', limit + 1)).toEqual(error);
    expect(read('a'.repeat(limit + 1), 'a.csv', 1)).toEqual(error);
  });

  it('refuses more than a library holds', () => {
    const error = failing({ kind: 'too-many', count: 2001, limit: 2000 });
    const rows = Array.from({ length: 2001 }, (_, at) => `s${at},t`).join('\n');
    expect(read(`shortcut,text\n${rows}`)).toEqual(error);
    expect(read(json(new Array(2001).fill(0)))).toEqual(error);
  });

  it('takes a file for JSON by its name, when it does not look like it', () => {
    expect(read('"hello"', 'a.JSON')).toEqual(failing({ kind: 'wrong-kind' }));
    expect(read('hello', 'a.json')).toEqual(failing({ kind: 'not-json', line: 1, column: 1 }));
  });

  it('is not held up by files that are made to', () => {
    expect(read(`shortcut,text${','.repeat(900_000)}\n${'a\n'.repeat(1900)}`).ok).toBe(false);
    expect(
      read(`{"kind":"harebell-canned-responses","version":1,"responses":${'['.repeat(300_000)}`).ok,
    ).toBe(false);
    expect(read(`shortcut,text\na,${'"'.repeat(1_000_000)}`).ok).toBe(false);
  }, 10_000);

  it('lets no key of a file reach a prototype', () => {
    const text = `{"kind":"harebell-canned-responses","version":1,"responses":[
      {"shortcut":"a","texts":{"en":"x","__proto__":"y"}}]}`;
    const back = read(text);
    expect(back.ok ? Object.keys(back.value[0]?.texts ?? {}) : ['en']).toEqual(['en']);
    expect(({} as Record<string, unknown>)['en']).toBeUndefined();
  });

  it('never throws, whatever the file', () => {
    const almost = fc.json().map((value) => json([], { responses: JSON.parse(value) }));
    const table = fc
      .array(fc.constantFrom('shortcut', 'text', ',', '\n', '"', 'a', "'=", ';', ':', 'en', '\t'))
      .map((parts) => `shortcut,text\n${parts.join('')}`);
    const whole = exportJson(starterLibrary);
    const cut = fc.nat(whole.length).map((at) => whole.slice(0, at));
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), almost, table, cut);
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array()), (content) => {
        const back = read(content);
        if (!back.ok) return;
        for (const response of back.value) {
          expect(checkResponse(response)).toEqual({ ok: true, value: response });
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
