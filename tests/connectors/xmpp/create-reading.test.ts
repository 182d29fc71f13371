import { describe, expect, test } from 'vitest';
import type { Page } from '../../../src/connectors/xmpp/create-archive.ts';
import type { RequestError } from '../../../src/connectors/xmpp/create-questions.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { ann, entry, page, setUp } from './reading-rig.ts';
import { wire } from './wire-message.ts';

describe('catching up', () => {
  test('reads page after page from where it stopped, and remembers where it is', async () => {
    const { asked, clock, reading, saved, texts } = await setUp(
      [page(['2', '3'], false), page(['4']), page(['4'])],
      '1',
    );
    expect(await reading.catchUp()).toBe(true);
    expect(asked).toEqual([
      { max: 20, after: '1' },
      { max: 20, after: '3' },
    ]);
    expect(texts()).toEqual(['text 2', 'text 3', 'text 4']);
    await clock.advance(2500);
    expect(await saved()).toBe('4');
  });

  test('tells each page as it comes, where the customers are known already', async () => {
    const { contacts, events, onPage, reading } = await setUp(
      [page(['2']), page(['3'], false), page(['4'], false), page(['5'])],
      '1',
    );
    await reading.catchUp();
    contacts.accept('offer', false);
    const told = () =>
      events.flatMap((event) => (event.type === 'message.received' ? [event.message.text] : []));
    const before: string[][] = [];
    onPage(() => before.push(told()));
    await reading.catchUp();
    expect(before).toEqual([[], ['text 3'], ['text 3', 'text 4']]);
    expect(told()).toEqual(['text 3', 'text 4', 'text 5']);
  });

  test('reads the last page once more: what the archive was late with is told, before what came by itself', async () => {
    const at = (second: number) => `170000000000000${second}`;
    const { asked, clock, contacts, events, reading, saved } = await setUp(
      [page([at(2)]), page([at(2), at(3), at(4)])],
      at(1),
    );
    await reading.catchUp();
    contacts.accept('offer', false);
    reading.live(entry(at(4)));
    await clock.advance(2500);
    expect(asked.at(-1)).toEqual({ max: 20, after: at(1) });
    const late = events.at(-1);
    expect(late).toMatchObject({ type: 'message.received', message: { text: `text ${at(3)}` } });
    expect(late?.type === 'message.received' && late.place?.before).toBe(`${ann} text ${at(4)}`);
    expect(await saved()).toBe(at(4));
  });

  test('replies that another tab sent, and the archive was late with, stand before what was sent here since', async () => {
    const at = (second: number) => `170000000000000${second}`;
    const own = (second: number) =>
      wire(`Answer ${second}`, { archiveId: at(second), direction: 'out' });
    const say = (...answers: readonly number[]): Result<Page, RequestError> =>
      ok({ messages: answers.map(own), complete: true, first: undefined, last: undefined });
    const { clock, contacts, events, reading, seen } = await setUp(
      [page([at(1)]), say(2, 3, 4)],
      at(0),
    );
    await reading.catchUp();
    contacts.accept('offer', false);
    // Sent from here: the server has said that it has it, and not where it stands.
    seen.noteOwn(ann, 'Answer 4');
    await clock.advance(2500);
    const told = events.flatMap((event) =>
      event.type === 'message.received' ? [[event.message.id, event.place?.before]] : [],
    );
    expect(told).toEqual([
      ['Answer 2', 'Answer 4'],
      ['Answer 3', 'Answer 4'],
    ]);
  });

  test('what was on its way is given back only when the archive has been read to its end', async () => {
    const silent = err({ kind: 'timeout' } as const);
    const { clock, outgoing, reading } = await setUp([silent, silent, page(['2'])], '1');
    const sending = outgoing.send({ id: 'm', conversationId: ann, text: 'Hi', language: 'en' });
    outgoing.beginAnew();
    await reading.catchUp();
    expect([reading.isRead, outgoing.has(ann, 'm')]).toEqual([false, true]);
    await clock.advance(2500);
    expect(outgoing.has(ann, 'm')).toBe(true);
    await clock.advance(10_000);
    expect(reading.isRead).toBe(true);
    expect(await sending).toEqual({ ok: false, error: { kind: 'not-connected' } });
  });

  test('of whom nothing could be read, there may be something earlier', async () => {
    const silent = err({ kind: 'timeout' } as const);
    const { asked, reading } = await setUp([silent, page(['1'])]);
    expect(await reading.hasEarlier('bo@example.org')).toBe(true);
    expect(await reading.hasEarlier('bo@example.org')).toBe(true);
    expect(asked).toEqual([1, 2].map(() => ({ with: 'bo@example.org', before: '', max: 1 })));
  });

  test('without knowing where it stopped looks back one day', async () => {
    const { asked, clock, reading, texts } = await setUp([
      page(['3', '4'], false),
      page(['1', '2']),
      page(['3', '4', '5']),
    ]);
    await reading.catchUp();
    expect(texts()).toEqual(['text 1', 'text 2', 'text 3', 'text 4']);
    await clock.advance(2500);
    expect(texts().at(-1)).toBe('text 5');
    const pages = [{ before: '' }, { before: '3' }, { after: '3' }];
    expect(asked).toEqual(pages.map((each) => ({ max: 20, ...each })));
  });

  test('looks back one day too when that entry is no longer kept', async () => {
    const gone = err({ kind: 'refused', reason: 'item-not-found' } as const);
    const { asked, clock, reading, saved } = await setUp([gone, page(['9']), page(['9'])], '1');
    await reading.catchUp();
    expect(asked.map(({ after }) => after)).toEqual(['1', undefined]);
    await clock.advance(2500);
    expect(await saved()).toBe('9');
  });

  test('what comes by itself meanwhile waits its turn, and is told once', async () => {
    const { clock, during, reading, saved, texts } = await setUp(
      [page(['2', '3']), page(['2', '3', '4'])],
      '1',
    );
    during.push('4', '3');
    await reading.catchUp();
    expect(texts()).toEqual(['text 2', 'text 3', 'text 4']);
    await clock.advance(2500);
    expect(await saved()).toBe('4');
  });

  test('that did not come to its end leaves the cursor where it was, whatever comes later', async () => {
    const lost = err({ kind: 'timeout' } as const);
    const all = page(['2', '3', '4']);
    const { asked, clock, reading, saved, texts } = await setUp(
      [page(['2'], false), lost, all, all],
      '1',
    );
    await reading.catchUp();
    reading.live(entry('4'));
    expect(await saved()).toBe('1');
    await reading.catchUp();
    expect(asked.at(-1)).toEqual({ max: 20, after: '1' });
    expect(texts().sort()).toEqual(['text 2', 'text 3', 'text 4']);
    await clock.advance(2500);
    expect(await saved()).toBe('4');
  });

  test('without an archive still tells what comes, and does not ask again', async () => {
    const { asked, clock, reading, texts } = await setUp([
      err({ kind: 'refused', reason: 'service-unavailable' }),
    ]);
    await reading.catchUp();
    reading.live(entry('1'));
    await clock.advance(10_000);
    expect(asked).toHaveLength(1);
    expect(texts()).toEqual(['text 1']);
  });

  test('asks for the archive again in the next session, though it was refused in this one', async () => {
    const { reading, texts } = await setUp(
      [err({ kind: 'refused', reason: 'policy-violation' }), page([]), page(['2'])],
      '1',
    );
    await reading.catchUp();
    await reading.catchUp();
    expect(texts()).toEqual(['text 2']);
  });

  test('asks an archive that does not answer again until it does', async () => {
    const silent = err({ kind: 'timeout' } as const);
    const { clock, reading, saved, texts } = await setUp(
      [silent, silent, silent, page(['2'])],
      '1',
    );
    await reading.catchUp();
    for (const ms of [2500, 10_000]) {
      await clock.advance(ms);
      expect(texts()).toEqual([]);
    }
    await clock.advance(10_000);
    expect(texts()).toEqual(['text 2']);
    expect(await saved()).toBe('2');
  });

  test('brings back whom we served though the archive is silent, and asks it for one of them only', async () => {
    const silent = err({ kind: 'timeout' } as const);
    const { asked, events, reading, store } = await setUp([silent, silent], '1');
    for (const contact of [ann, 'bo@example.org']) {
      const kept = { contact, name: contact, language: 'en', serving: 'open', openedAt: 1 };
      await store.set(`xmpp:agent@desk.example:contact:${contact}`, JSON.stringify(kept));
    }
    expect(reading.isRestored).toBe(false);
    await reading.catchUp();
    expect(reading.isRestored).toBe(true);
    const opened = events.flatMap((event) =>
      event.type === 'conversation.opened' ? [event.conversation] : [],
    );
    expect(opened.map(({ id, hasEarlier }) => [id, hasEarlier])).toEqual([
      [ann, true],
      ['bo@example.org', true],
    ]);
    expect(asked.filter((each) => each.with)).toHaveLength(1);
  });

  test('looks again a moment later, for what came at the very instant', async () => {
    const { clock, reading, texts } = await setUp([page([]), page(['2'])], '1');
    await reading.catchUp();
    expect(texts()).toEqual([]);
    await clock.advance(2500);
    expect(texts()).toEqual(['text 2']);
  });
});

describe('after a session was resumed', () => {
  test('messages are put into the archive’s order where its ids show it', async () => {
    const { clock, reading, texts } = await setUp([page([])]);
    await reading.catchUp();
    let isTold = false;
    void reading.settle().then(() => {
      isTold = true;
    });
    for (const id of ['1700000000000002', '1700000000000001', '1700000000000003']) {
      reading.live(entry(id));
    }
    expect([texts(), isTold]).toEqual([[], false]);
    await clock.advance(400);
    expect(isTold).toBe(true);
    expect(texts().map((text) => text.at(-1))).toEqual(['1', '2', '3']);
  });

  test('and left as they came where they do not', async () => {
    const { clock, reading, texts } = await setUp([page([])]);
    await reading.catchUp();
    void reading.settle();
    for (const id of ['b', 'a', '1700000000000003']) reading.live(entry(id));
    await clock.advance(400);
    expect(texts()).toEqual(['text b', 'text a', 'text 1700000000000003']);
  });
});

describe('older messages', () => {
  test('come from before the oldest that is known', async () => {
    const { asked, events, reading } = await setUp([page(['5']), page(['3', '4'], false)], '4');
    await reading.catchUp();
    expect(await reading.loadEarlier(ann)).toEqual({ ok: true, value: undefined });
    expect(asked.at(-1)).toEqual({ with: ann, before: '5', max: 20 });
    expect(events.at(-1)).toMatchObject({
      type: 'history.loaded',
      hasEarlier: true,
      messages: [{ text: 'text 3' }, { text: 'text 4' }],
    });
  });

  test('lie behind pages of receipts, which show nothing', async () => {
    const receipts = ok({ messages: [], complete: false, first: '3', last: '4' });
    const { asked, events, reading } = await setUp([page(['5']), receipts, page(['1', '2'])], '4');
    await reading.catchUp();
    await reading.loadEarlier(ann);
    expect(asked.slice(1).map(({ before }) => before)).toEqual(['5', '3']);
    expect(events.at(-1)).toMatchObject({ messages: [{ text: 'text 1' }, { text: 'text 2' }] });
  });

  test.each([
    ['timeout', { kind: 'timeout' }],
    ['not-connected', { kind: 'not-connected' }],
  ] as const)('that cannot be had now are an error: %s', async (_, error) => {
    const { reading } = await setUp([page(['5']), err(error)], '4');
    await reading.catchUp();
    expect(await reading.loadEarlier(ann)).toEqual({ ok: false, error });
  });

  test('where there is no archive, there are none', async () => {
    const refused = err({ kind: 'refused', reason: 'service-unavailable' } as const);
    const { events, reading } = await setUp([page(['5']), refused], '4');
    await reading.catchUp();
    expect((await reading.loadEarlier(ann)).ok).toBe(true);
    expect(events.at(-1)).toMatchObject({ messages: [], hasEarlier: false });
  });
});
