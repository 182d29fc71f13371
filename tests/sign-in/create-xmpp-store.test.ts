import { expect, test } from 'vitest';
import { createXmppStore } from '../../src/sign-in/create-xmpp-store.ts';
import { createDisk } from '../outbox/create-disk.ts';

test('what one tab keeps, another finds, by key and by what keys begin with', async () => {
  const disk = createDisk();
  const [here, there] = [createXmppStore(disk.open()), createXmppStore(disk.open())];
  await here.set('xmpp:a:contact:ann', '1');
  await here.set('xmpp:b:contact:ann', '2');
  expect(await there.get('xmpp:a:contact:ann')).toBe('1');
  expect(await there.all('xmpp:a:')).toEqual([['xmpp:a:contact:ann', '1']]);
});

test('a value changes in one step, is left as it is, or goes', async () => {
  const disk = createDisk();
  const store = createXmppStore(disk.open());
  await store.update('k', (old) => `${old}`);
  expect(await store.get('k')).toBe('undefined');
  await store.update('k', (old) => old);
  expect(disk.writes).toBe(1);
  await store.update('k', () => undefined);
  expect(await store.all('')).toEqual([]);
});

test('each tab hears which key was written, until it no longer wants to', async () => {
  const disk = createDisk();
  const [here, there] = [createXmppStore(disk.open()), createXmppStore(disk.open())];
  const heard: string[] = [];
  const end = there.subscribe((key) => heard.push(key));
  await here.set('k', '1');
  await here.update('k', () => undefined);
  end();
  await here.set('k', '2');
  expect(heard).toEqual(['k', 'k']);
});

test('what is no text, such as the lease of the outbox beside it, is nothing', async () => {
  const disk = createDisk();
  disk.rows.set('cursors/lease:send', { tabId: 'x', until: 5 });
  const store = createXmppStore(disk.open());
  expect([await store.get('lease:send'), await store.all('')]).toEqual([undefined, []]);
});
