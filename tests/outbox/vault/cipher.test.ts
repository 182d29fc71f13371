import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCipher } from '../../../src/outbox/vault/cipher.ts';
import { hmac } from '../../../src/outbox/vault/hmac.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const seal = (value: unknown, cipher = createCipher(key(1))) => {
  const row = cipher.seal('notes', 'lin@example.org', value);
  if (!row) throw new Error('A blob was not read.');
  return row;
};
const name = createCipher(key(1)).nameOf('notes', 'lin@example.org');
const open = (row: unknown, cipher = createCipher(key(1)), at = name) =>
  cipher.open('notes', at, row);

describe('hmac', () => {
  test('says what Node says', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.string({ unit: 'binary' }), (by, text) => {
        const theirs = createHmac('sha256', by).update(text, 'utf8').digest('hex');
        expect(Buffer.from(hmac(by, text)).toString('hex')).toBe(theirs);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a sealed row', () => {
  test('opens to what was sealed, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const kept = JSON.parse(JSON.stringify(value)) as unknown;
        expect(open(seal(value))).toEqual({ kind: 'row', key: 'lin@example.org', value: kept });
      }),
    );
  });

  test('shows neither value nor key, and is another one each time', () => {
    const [first, second] = [seal('我的包裹在哪里？'), seal('我的包裹在哪里？')];
    const bytes = Buffer.from(first);
    for (const text of ['我的包裹', 'lin@', 'example']) {
      expect(bytes.includes(Buffer.from(text))).toBe(false);
      expect(name).not.toContain(text);
    }
    expect(first).not.toEqual(second);
  });

  test('has the same name for the same key, another one for another key, store or agent', () => {
    const here = createCipher(key(1));
    const names = [
      name,
      here.nameOf('notes', 'bo@example.org'),
      here.nameOf('drafts', 'lin@example.org'),
      createCipher(key(2)).nameOf('notes', 'lin@example.org'),
    ];
    expect(here.nameOf('notes', 'lin@example.org')).toBe(name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('gives back recordings with what is around them', async () => {
    const cipher = createCipher(key(1));
    const sound = new Blob([new Uint8Array([0, 255, 7])], { type: 'audio/webm' });
    const value = { text: 'hm', attachment: { sound, seconds: 2 }, more: [new Blob(['二'])] };
    expect(cipher.seal('outbox', 'm', value)).toBeUndefined();
    await cipher.learn(value);
    const row = cipher.seal('outbox', 'm', value);
    const opened = createCipher(key(1)).open('outbox', cipher.nameOf('outbox', 'm'), row);
    if (opened.kind !== 'row') throw new Error(opened.kind);
    const back = opened.value as typeof value;
    expect(back.text).toBe('hm');
    expect(back.attachment.sound.type).toBe('audio/webm');
    expect(new Uint8Array(await back.attachment.sound.arrayBuffer())).toEqual(
      new Uint8Array([0, 255, 7]),
    );
    expect(await back.more[0]?.text()).toBe('二');
  });

  test('what was opened can be sealed again at once, recordings too', async () => {
    const cipher = createCipher(key(1));
    const value = { sound: new Blob(['x']) };
    await cipher.learn(value);
    const opened = open(seal(value, cipher), cipher);
    expect(opened.kind === 'row' && cipher.seal('notes', 'n', opened.value)).toBeInstanceOf(
      Uint8Array,
    );
  });

  test('what is no data is a bug and says so', () => {
    expect(() => seal({ act: () => 1 })).toThrow('No data.');
  });
});

describe('what does not open', () => {
  const row = seal({ text: 'kept' });

  test('a row with any one byte changed, cut short, or drawn out', () => {
    for (let at = 1; at < row.length; at += 1) {
      const changed = row.with(at, (row[at] ?? 0) ^ 1);
      expect(open(changed)).toEqual({ kind: 'damaged' });
      expect(open(row.slice(0, at))).toEqual({ kind: 'damaged' });
    }
    expect(open(new Uint8Array([...row, 0]))).toEqual({ kind: 'damaged' });
    expect(open(new Uint8Array())).toEqual({ kind: 'damaged' });
  });

  test('a row that was put in the place of another one, or sealed with another key', () => {
    const here = createCipher(key(1));
    expect(open(row, here, here.nameOf('notes', 'bo@example.org'))).toEqual({ kind: 'damaged' });
    expect(here.open('drafts', name, row)).toEqual({ kind: 'damaged' });
    expect(open(row, createCipher(key(2)))).toEqual({ kind: 'damaged' });
  });

  test('anything else that stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.uint8Array()), (rubbish) => {
        expect(open(rubbish).kind).not.toBe('row');
      }),
    );
  });

  test('a row of a newer desk: told apart from a damaged one', () => {
    expect(open(row.with(0, 2))).toEqual({ kind: 'newer-version' });
  });
});
