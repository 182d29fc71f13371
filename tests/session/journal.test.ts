import { describe, expect, it } from 'vitest';
import {
  fingerprint,
  hasBegun,
  isTold,
  type Journal,
  journalVersion,
  listJournals,
  parseJournal,
  readJournal,
  removeJournal,
  writeJournal,
} from '../../src/session/journal.ts';
import { createDisk } from '../outbox/create-disk.ts';
import { aPracticeStart } from '../support/a-practice-start.ts';
import { aConversation, aMessage } from '../support/samples.ts';

const journal: Journal = {
  ...{ version: journalVersion, id: 'practice-a', savedAt: 2000, print: 7 },
  start: { ...aPracticeStart, seed: 7 },
  entries: [
    [1000, 'connect', []],
    [1500, 0],
    [1600, 'acceptOffer', ['offer']],
  ],
};

describe('on the disk', () => {
  it('a journal is what it was after a restart, in place of the one before', async () => {
    const disk = createDisk();
    await writeJournal(disk.open(), { ...journal, savedAt: 1 });
    await writeJournal(disk.open(), journal);
    await writeJournal(disk.open(), { ...journal, id: 'practice-b' });
    const storage = disk.open();
    expect(await listJournals(storage)).toEqual(['practice-a', 'practice-b']);
    expect(await readJournal(storage, 'practice-a')).toEqual({ ok: true, value: journal });
    await removeJournal(storage, 'practice-a');
    await removeJournal(storage, 'practice-a');
    expect(await listJournals(storage)).toEqual(['practice-b']);
    await removeJournal(storage, 'practice-b');
    expect(await storage.all('training')).toEqual([]);
  });

  it('a list that is none is empty, and a journal that is not there is broken', async () => {
    const storage = createDisk().open();
    await storage.put('training', 'journals', { 0: 'a' });
    expect(await listJournals(storage)).toEqual([]);
    expect(await readJournal(storage, 'a')).toEqual({ ok: false, error: { kind: 'broken' } });
  });
});

describe('reading', () => {
  const { start } = journal;
  it.each([
    ['nothing', undefined],
    ['a text', 'journal'],
    ['no version', { ...journal, version: undefined }],
    ['no id', { ...journal, id: 1 }],
    ['no entries', { ...journal, entries: {} }],
    ['an entry without a time', { ...journal, entries: [...journal.entries, ['now', 1]] }],
    ['an act of no kind', { ...journal, entries: [...journal.entries, [1, 'disconnect', []]] }],
    ['an act without its words', { ...journal, entries: [...journal.entries, [1, 'send']] }],
    ['nobody signed in', { ...journal, entries: journal.entries.slice(1) }],
    ['no scenario', { ...journal, start: { ...start, scenario: 'late-parcel' } }],
    ['a scenario without chats', { ...journal, start: { ...start, scenario: {} } }],
    ['no seed', { ...journal, start: { ...start, seed: undefined } }],
    ['a mode of its own', { ...journal, start: { ...start, mode: 'cheat' } }],
    ['no print', { ...journal, print: '7' }],
  ])('%s is broken', (_, value) => {
    expect(parseJournal(value)).toEqual({ ok: false, error: { kind: 'broken' } });
  });

  it('another version is told apart, whatever else is in it', () => {
    const other = { kind: 'other-version' };
    expect(parseJournal({ version: journalVersion + 1 })).toEqual({ ok: false, error: other });
  });
});

it('what only asked or listened is not told again, and nothing is lost before a customer was taken', () => {
  const heard = ['subscribe', 'readPast', 'voiceLimit', 'disconnect', 'hint'];
  expect(heard.filter((what) => isTold([1, what, []]))).toEqual([]);
  expect(journal.entries.filter(isTold)).toEqual(journal.entries);
  expect(hasBegun(journal.entries)).toBe(true);
  expect(hasBegun(journal.entries.slice(0, 2))).toBe(false);
});

describe('the fingerprint', () => {
  const desk = (text: string, more = {}) => [
    aConversation({ messages: [aMessage({ author: 'customer', text, ...more })] }),
  ];
  it('is another one when a customer said anything else, or a chat stands elsewhere', () => {
    const prints = [
      desk('Hello'),
      desk('Hello.'),
      desk('你好'),
      [aConversation({ ...desk('Hello')[0], state: 'wrap-up' })],
      [],
    ].map(fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('does not go by what the agent wrote, or how a voice message was written down', () => {
    const own = aMessage({ id: 'own', author: 'agent', text: 'Hi' });
    const [one] = desk('Hello');
    const both = [aConversation({ ...one, messages: [...(one?.messages ?? []), own] })];
    expect(fingerprint(both)).toBe(fingerprint(desk('Hello')));
    const voice = { attachment: { script: 'Hello' } };
    expect(fingerprint(desk('Hallo', voice))).toBe(fingerprint(desk('Hello', voice)));
  });
});
