import { pbkdf2Sync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Door, KeyLock } from '../../../src/outbox/door.ts';
import {
  checkOf,
  createKey,
  makeLockedRing,
  makeRing,
  makeSessionRing,
  readRing,
} from '../../../src/outbox/vault/key-ring.ts';
import {
  iterationsNow,
  openByPassphrase,
  openBySecret,
  preparePasskey,
  preparePassphrase,
} from '../../../src/outbox/vault/locks.ts';
import { deriveKey, pbkdf2InScript } from '../../../src/outbox/vault/pbkdf2.ts';
import { unwrap, wrap, wrappedSize } from '../../../src/outbox/vault/wrap.ts';

const few = 3;
const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill);

const doorWith = (key: Uint8Array<ArrayBuffer>, ...locks: readonly KeyLock[]): Door =>
  Object.assign(new EventTarget(), { name: 'test', check: checkOf(key), locks });

describe('a key from a passphrase', () => {
  test('is what Node derives, with WebCrypto and without it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.uint8Array({ minLength: 16, maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        async (typed, by, iterations) => {
          const salt = Uint8Array.from(by);
          const theirs = pbkdf2Sync(typed.normalize('NFKC'), salt, iterations, 32, 'sha256');
          for (const subtle of [undefined, crypto.subtle]) {
            const ours = await deriveKey(typed, salt, iterations, subtle);
            expect(Buffer.from(ours).equals(theirs)).toBe(true);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('without WebCrypto the page gets its turn meanwhile', async () => {
    const turned = vi.fn();
    const timer = setInterval(turned, 0);
    await pbkdf2InScript(bytes(1), bytes(2), 50_000);
    clearInterval(timer);
    expect(turned).toHaveBeenCalled();
  });
});

describe('a wrapped key', () => {
  const [key, by] = [createKey(), createKey()];
  const wrapped = wrap(key, by, 'beside this');

  test('opens to the key, says nothing of it, and is another one each time', () => {
    expect(unwrap(wrapped, by, 'beside this')).toEqual(key);
    const again = wrap(key, by, 'beside this');
    expect(again).not.toEqual(wrapped);
    expect(Buffer.from(wrapped).includes(Buffer.from(key))).toBe(false);
    expect(Buffer.from(wrapped).includes(Buffer.from(by))).toBe(false);
  });

  test('with any one byte changed, cut short, drawn out, moved or by another key it does not', () => {
    for (let at = 0; at < wrappedSize; at += 1) {
      expect(unwrap(wrapped.with(at, (wrapped[at] ?? 0) ^ 1), by, 'beside this')).toBeUndefined();
      expect(unwrap(wrapped.slice(0, at), by, 'beside this')).toBeUndefined();
    }
    expect(unwrap(Uint8Array.from([...wrapped, 0]), by, 'beside this')).toBeUndefined();
    expect(unwrap(wrapped, by, 'beside that')).toBeUndefined();
    expect(unwrap(wrapped, createKey(), 'beside this')).toBeUndefined();
  });
});

describe('a lock', () => {
  test('opens with its passphrase, however often another one was tried', async () => {
    const key = createKey();
    const door = doorWith(key, (await preparePassphrase('correct horse ｂattery', few))(key));
    for (const wrong of ['', 'correct horse', 'Correct horse battery'])
      expect(await openByPassphrase(door, wrong)).toBe(false);
    expect(door.key).toBeUndefined();
    // A Chinese keyboard may give letters of full width.
    expect(await openByPassphrase(door, 'correct horse battery')).toBe(true);
    expect(door.key).toEqual(key);
  });

  test('keeps how slowly it was made, which is what OWASP asks for', async () => {
    const lock = (await preparePassphrase('correct horse'))(createKey());
    expect(lock).toMatchObject({ kind: 'passphrase', iterations: iterationsNow });
    expect(iterationsNow).toBeGreaterThanOrEqual(600_000);
  });

  test('of one kind opens although another one is there; a wrong secret opens none', async () => {
    const [key, id, salt, secret] = [createKey(), bytes(1, 16), bytes(2), bytes(3)];
    const passkey = preparePasskey(id, salt, secret)(key);
    if (passkey.kind !== 'passkey') throw new Error(passkey.kind);
    const door = doorWith(key, (await preparePassphrase('one', few))(key), passkey);
    expect(openBySecret(door, passkey, bytes(4))).toBe(false);
    expect(door.key).toBeUndefined();
    expect(openBySecret(door, passkey, secret)).toBe(true);
    expect(door.key).toEqual(key);
    expect(await openByPassphrase(door, 'one')).toBe(true);
  });

  test.each(['salt', 'wrapped', 'iterations'])(
    'whose %s was changed does not open',
    async (field) => {
      const key = createKey();
      const lock = (await preparePassphrase('one', few))(key);
      if (lock.kind !== 'passphrase') throw new Error(lock.kind);
      const changes: Record<string, Partial<typeof lock>> = {
        salt: { salt: lock.salt.with(0, (lock.salt[0] ?? 0) ^ 1) },
        wrapped: { wrapped: lock.wrapped.slice(1) },
        iterations: { iterations: few + 1 },
      };
      expect(await openByPassphrase(doorWith(key, { ...lock, ...changes[field] }), 'one')).toBe(
        false,
      );
    },
  );

  test('for the key of another ring is no key of this one', async () => {
    const lock = (await preparePassphrase('one', few))(createKey());
    const door = doorWith(createKey(), lock);
    expect(await openByPassphrase(door, 'one')).toBe(false);
    expect(door.key).toBeUndefined();
  });
});

describe('a ring', () => {
  const key = createKey();
  const lock: KeyLock = {
    kind: 'passphrase',
    salt: bytes(1, 16),
    iterations: few,
    wrapped: bytes(2, wrappedSize),
  };

  test('reads as it was made, and one that asks nobody as older desks know it', () => {
    const locked = makeLockedRing(key, [lock]);
    expect(readRing(locked)).toEqual({ kind: 'ring', ring: locked });
    expect(locked.version).toBe(2);
    for (const ring of [makeRing(key), makeSessionRing(key, key)]) {
      expect(ring.version).toBe(1);
      expect(readRing(ring)).toEqual({ kind: 'ring', ring });
    }
  });

  test('does not hold the key in the clear once there is a lock', () => {
    const text = JSON.stringify(makeLockedRing(key, [lock]), (_, value) =>
      value instanceof Uint8Array ? value.join() : value,
    );
    expect(text).not.toContain(key.join());
  });

  test('of which one lock is damaged keeps the other; without one it is damaged', () => {
    const locked = makeLockedRing(key, [lock]);
    expect(readRing({ ...locked, locks: [{ kind: 'passphrase' }, lock, null] })).toEqual({
      kind: 'ring',
      ring: locked,
    });
    for (const locks of [[], [{ ...lock, iterations: 1e12 }], 'x', [{ ...lock, salt: 'x' }]])
      expect(readRing({ ...locked, locks }).kind).toBe('broken');
    expect(readRing({ ...locked, check: bytes(1, 3) }).kind).toBe('broken');
    expect(readRing({ ...locked, version: 3 }).kind).toBe('newer-version');
  });

  test('of rubbish is none', () => {
    fc.assert(fc.property(fc.anything(), (value) => readRing(value).kind !== 'ring'));
  });
});
