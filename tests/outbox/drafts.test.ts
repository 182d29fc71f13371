import { expect, test } from 'vitest';
import { createDrafts, type Draft, emptyDraft } from '../../src/outbox/drafts.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createDisk } from './create-disk.ts';
import { settle } from './settle.ts';

const draft = (text: string): Draft => ({ text, selectionStart: 0, selectionEnd: text.length });

const start = () => {
  const disk = createDisk();
  const clock = createFakeClock();
  let hide = () => {};
  const openTab = async () => {
    const onHidden = (task: () => void) => {
      hide = task;
      return () => {};
    };
    const drafts = createDrafts({ storage: disk.open(), clock, onHidden });
    await drafts.loaded;
    return drafts;
  };
  return { disk, clock, openTab, hide: () => hide() };
};

test('a conversation without a draft has an empty one', async () => {
  const { openTab } = start();
  expect((await openTab()).get('c')).toEqual(emptyDraft);
});

test('A8: each conversation has its own draft, caret and reading position, at once', async () => {
  const { openTab } = start();
  const drafts = await openTab();
  drafts.set('c', { text: 'Dear', selectionStart: 2, selectionEnd: 3, scroll: 120 });
  drafts.set('d', draft('Hello'));
  expect(drafts.get('c')).toEqual({
    text: 'Dear',
    selectionStart: 2,
    selectionEnd: 3,
    scroll: 120,
  });
  expect(drafts.get('d').text).toBe('Hello');
});

test('A43: steady typing is on the disk 300 ms after it began, with one write', async () => {
  const { disk, clock, openTab } = start();
  const drafts = await openTab();
  for (let length = 1; length <= 30; length += 1) {
    drafts.set('c', draft('x'.repeat(length)));
    await clock.advance(10);
  }
  await settle();
  expect(disk.writes).toBe(1);
  expect((await openTab()).get('c').text).toBe('x'.repeat(30));
});

test('A43: a crash within the first 300 ms costs what was typed in them and nothing else', async () => {
  const { clock, openTab } = start();
  const drafts = await openTab();
  drafts.set('c', draft('kept'));
  await clock.advance(300);
  await settle();
  drafts.set('c', draft('kept, and lost'));
  expect((await openTab()).get('c').text).toBe('kept');
});

test('A43: leaving the page writes at once', async () => {
  const { openTab, hide } = start();
  (await openTab()).set('c', draft('just typed'));
  hide();
  await settle();
  expect((await openTab()).get('c').text).toBe('just typed');
});

test('what is typed before the disk has answered is not overwritten by it', async () => {
  const { clock, disk, openTab } = start();
  const before = await openTab();
  before.set('c', draft('old'));
  await before.flush();
  const after = createDrafts({ storage: disk.open(), clock, onHidden: () => () => {} });
  after.set('c', draft('new'));
  await after.loaded;
  expect(after.get('c').text).toBe('new');
});

test('a removed or emptied draft is off the disk', async () => {
  const { disk, openTab } = start();
  const drafts = await openTab();
  drafts.set('c', draft('one'));
  drafts.set('d', draft('two'));
  await drafts.flush();
  expect([...disk.rows.keys()]).toEqual(['drafts/c', 'drafts/d']);
  drafts.remove('c');
  drafts.set('d', emptyDraft);
  await drafts.flush();
  expect(drafts.get('c')).toEqual(emptyDraft);
  expect([...disk.rows.keys()]).toEqual([]);
});

test('another tab sees a draft, but never in place of what is being typed there', async () => {
  const { openTab } = start();
  const first = await openTab();
  const second = await openTab();
  second.set('d', draft('mine'));
  first.set('c', draft('theirs'));
  first.set('d', draft('theirs'));
  await first.flush();
  expect(second.get('c').text).toBe('theirs');
  expect(second.get('d').text).toBe('mine');
});

test.each([[null], ['words'], [{ text: 7 }], [['text']]])(
  'rubbish on the disk (%j) is no draft',
  async (rubbish) => {
    const { disk, openTab } = start();
    disk.rows.set('drafts/c', rubbish);
    expect((await openTab()).get('c')).toEqual(emptyDraft);
  },
);

test('a caret outside of the text is put at its end', async () => {
  const { disk, openTab } = start();
  disk.rows.set('drafts/c', { text: 'abc', selectionStart: -4, selectionEnd: 99, scroll: 'far' });
  expect((await openTab()).get('c')).toEqual({ text: 'abc', selectionStart: 3, selectionEnd: 3 });
});
