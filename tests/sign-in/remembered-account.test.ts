import { expect, it } from 'vitest';
import { createRememberedAccount } from '../../src/sign-in/remembered-account.ts';

const createStorage = () => {
  const rows = new Map<string, string>();
  return {
    rows,
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  };
};

it('remembers an account until it is forgotten', () => {
  const storage = createStorage();
  const remembered = createRememberedAccount(() => storage);
  expect(remembered.read()).toBe('');
  remembered.write('ada@example.org');
  expect(createRememberedAccount(() => storage).read()).toBe('ada@example.org');
  remembered.write('');
  expect(remembered.read()).toBe('');
  expect(storage.rows.size).toBe(0);
});

it('does without where the browser forbids it', () => {
  const remembered = createRememberedAccount(() => {
    throw new DOMException('No.', 'SecurityError');
  });
  remembered.write('ada@example.org');
  expect(remembered.read()).toBe('');
});
