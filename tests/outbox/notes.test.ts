import { expect, test } from 'vitest';
import { createNotes, emptyNotes } from '../../src/outbox/notes.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { settle } from './settle.ts';

const start = () => {
  const disk = createDisk();
  const clock = createFakeClock();
  const openTab = async () => {
    const notes = createNotes({ storage: disk.open(), clock, onHidden: () => () => {} });
    await notes.loaded;
    return notes;
  };
  return { disk, clock, openTab };
};

test('notes and tags stay with the customer', async () => {
  const { clock, openTab } = start();
  const notes = await openTab();
  notes.set('ann', { text: 'prefers mail', tags: ['vip', '老客户'] });
  await clock.advance(300);
  await settle();
  const later = await openTab();
  expect(later.get('ann')).toEqual({ text: 'prefers mail', tags: ['vip', '老客户'] });
  expect(later.get('bob')).toEqual(emptyNotes);
});

test('tags alone are kept, nothing at all is not', async () => {
  const { disk, openTab } = start();
  const notes = await openTab();
  notes.set('ann', { text: '', tags: ['vip'] });
  notes.set('bob', emptyNotes);
  await notes.flush();
  expect([...disk.rows.keys()]).toEqual(['notes/ann']);
});

test('tags that are not words are dropped, broken notes are none', async () => {
  const { disk, openTab } = start();
  disk.rows.set('notes/ann', { text: 'x', tags: ['vip', 3, null] });
  disk.rows.set('notes/bob', { tags: ['vip'] });
  disk.rows.set('notes/cem', { text: 'x', tags: 'vip' });
  const notes = await openTab();
  expect(notes.get('ann')).toEqual({ text: 'x', tags: ['vip'] });
  expect(notes.get('bob')).toEqual(emptyNotes);
  expect(notes.get('cem')).toEqual({ text: 'x', tags: [] });
});
