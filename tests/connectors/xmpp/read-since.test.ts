import { describe, expect, test } from 'vitest';
import type { ArchivePage } from '../../../src/connectors/xmpp/build-stanza.ts';
import type { Page } from '../../../src/connectors/xmpp/create-archive.ts';
import type { RequestError } from '../../../src/connectors/xmpp/create-questions.ts';
import { readSince } from '../../../src/connectors/xmpp/read-since.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { wire } from './wire-message.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** The server's own time. */
const noon = Date.UTC(2026, 2, 1, 12);

/** An entry that came so long before noon. */
const entry = (archiveId: string, ago: number) =>
  wire(`text ${archiveId}`, { archiveId, at: noon - ago });

/** A server's archive, oldest first, which gives pages as a server does. */
const keep = (entries: readonly ReturnType<typeof entry>[]) => {
  const asked: ArchivePage[] = [];
  const page = async (wanted: ArchivePage): Promise<Result<Page, RequestError>> => {
    asked.push(wanted);
    const { after, before, max } = wanted;
    const place = (id: string) => entries.findIndex(({ archiveId }) => archiveId === id);
    if (after !== undefined && place(after) < 0) {
      return err({ kind: 'refused', reason: 'item-not-found' });
    }
    const part =
      after === undefined
        ? entries.slice(0, before ? place(before) : entries.length)
        : entries.slice(place(after) + 1);
    const messages = after === undefined ? part.slice(-max) : part.slice(0, max);
    return ok({
      messages,
      complete: messages.length === part.length,
      first: messages[0]?.archiveId,
      last: messages.at(-1)?.archiveId,
    });
  };
  return { asked, archive: { collect: () => {}, page } };
};

/** Reads it on a computer whose clock is so far ahead. */
const read = async (
  kept: ReturnType<typeof keep>,
  options: {
    readonly since?: string;
    readonly ahead?: number;
    readonly serverTime?: () => Promise<number | undefined>;
    readonly isCurrent?: () => boolean;
  } = {},
) => {
  const { since, ahead = 0, serverTime = async () => noon, isCurrent = () => true } = options;
  const told: string[] = [];
  const found = await readSince({
    ...{ archive: kept.archive, since, max: 2, serverTime, isCurrent },
    now: () => noon + ahead,
    onPage: (messages) => told.push(...messages.map(({ text }) => text)),
    log: () => {},
  });
  return { ...found, told, texts: found.news.map(({ text }) => text) };
};

const lastWeek = () =>
  keep([entry('1', 7 * day), entry('2', 2 * day), entry('3', 20 * hour), entry('4', hour)]);

describe('a desk that does not know where it stopped', () => {
  test.each([
    ['right', 0],
    ['ten days ahead', 10 * day],
    ['ten days behind', -10 * day],
  ])('finds who wrote within the last day, with a clock that is %s', async (_, ahead) => {
    const kept = lastWeek();
    const { end, texts, told } = await read(kept, { ahead });
    expect(texts).toEqual(['text 3', 'text 4']);
    expect(told).toEqual(texts);
    expect(end).toEqual({ after: '4', page: '3' });
    expect(kept.asked).toEqual([
      { max: 2, before: '' },
      { max: 2, before: '3' },
    ]);
  });

  test('asks no further than the day goes, in whatever page that is', async () => {
    const entries = Array.from({ length: 9 }, (_, index) =>
      entry(String(index + 1), index < 5 ? 3 * day : (9 - index) * hour),
    );
    const kept = keep(entries);
    expect((await read(kept)).texts).toEqual(['text 6', 'text 7', 'text 8', 'text 9']);
    expect(kept.asked).toHaveLength(3);
  });

  test('whose server does not tell the time goes by its own clock, which cannot be before the newest entry', async () => {
    const serverTime = async () => undefined;
    expect((await read(lastWeek(), { serverTime })).texts).toEqual(['text 3', 'text 4']);
    const behind = await read(lastWeek(), { serverTime, ahead: -10 * day });
    expect(behind.texts).toEqual(['text 3', 'text 4']);
  });

  test('finds nothing in an archive that is empty, and begins again there the next time', async () => {
    const { end, texts } = await read(keep([]));
    expect([texts, end]).toEqual([[], { after: undefined, page: undefined }]);
  });

  test('whose place is no longer kept reads the last day too', async () => {
    const kept = lastWeek();
    expect((await read(kept, { since: 'gone' })).texts).toEqual(['text 3', 'text 4']);
    expect(kept.asked[0]).toEqual({ max: 2, after: 'gone' });
  });

  test('is overtaken by another reading: what was read leads nowhere', async () => {
    const { end } = await read(lastWeek(), { isCurrent: () => false });
    expect(end).toBeUndefined();
  });

  test('hears that there is no archive, or that it does not answer', async () => {
    const failing = (error: RequestError) => ({
      asked: [],
      archive: { collect: () => {}, page: async () => err(error) },
    });
    const none = await read(failing({ kind: 'refused', reason: 'service-unavailable' }));
    expect(none.isRefused).toBe(true);
    const silent = await read(failing({ kind: 'timeout' }));
    expect([silent.isRefused, silent.end]).toEqual([undefined, undefined]);
  });
});

test('a desk that knows where it stopped reads on from there, page by page, whatever the time', async () => {
  const kept = lastWeek();
  const { end, texts, told } = await read(kept, { since: '1', ahead: 10 * day });
  expect(texts).toEqual(['text 2', 'text 3', 'text 4']);
  expect(told).toEqual(texts);
  expect(end).toEqual({ after: '4', page: '3' });
});
