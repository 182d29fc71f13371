import { expect, test, vi } from 'vitest';
import { whenKnown } from '../../src/outbox/when-known.ts';
import { withoutKey } from '../../src/outbox/without-key.ts';
import { createDisk } from './create-disk.ts';

const never = () => new Promise<never>(() => undefined);

test('messages are read, changed and told of without the disk', async () => {
  const disk = createDisk();
  const storage = withoutKey(disk.open());
  const heard = vi.fn();
  const end = storage.subscribe('outbox', heard);
  const value = { text: 'a' };
  await storage.put('outbox', 'm', value);
  value.text = 'changed later';
  expect(await storage.get('outbox', 'm')).toEqual({ text: 'a' });
  expect(await storage.update('outbox', 'm', () => ({ text: 'b' }))).toEqual({ text: 'b' });
  expect(await storage.all('outbox')).toEqual([['m', { text: 'b' }]]);
  expect(await storage.all('cursors')).toEqual([]);
  await storage.remove('outbox', 'm');
  end();
  await storage.put('outbox', 'n', 1);
  expect(heard.mock.calls).toEqual([
    ['m', { text: 'changed later' }],
    ['m', { text: 'b' }],
    ['m', undefined],
  ]);
  expect(disk.rows.size).toBe(0);
  expect(storage.durable).toBe(false);
});

test('the draft goes to the disk, and nobody waits for it', async () => {
  const kept = { ...createDisk().open(), update: vi.fn(never) };
  const change = () => 'no words';
  expect(await withoutKey(kept).update('drafts', 'c', change)).toBeUndefined();
  expect(kept.update).toHaveBeenCalledWith('drafts', 'c', change);
});

test('it is known that nothing is locked when something sealed was read', async () => {
  expect(await whenKnown(createDisk().open())).toBe(false);
});

test('it is known that all is locked at once, or when the door says so', async () => {
  const storage = { ...createDisk().open(), get: never };
  const asked = whenKnown(storage);
  storage.door.dispatchEvent(new Event('change'));
  storage.door.state = 'locked';
  storage.door.dispatchEvent(new Event('change'));
  expect(await asked).toBe(true);
  expect(await whenKnown(storage)).toBe(true);
});
