import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { groupPast, type PastWrapUp, silenceBetween } from '../../src/domain/past.ts';
import { aMessage, noon } from '../support/samples.ts';

const minute = 60_000;

const said = (id: string, at: number): Message => aMessage({ id, text: id, at: noon + at });

const closed = (
  at: number,
  lastMessageId: string,
  patch: Partial<PastWrapUp> = {},
): PastWrapUp => ({
  at: noon + at,
  lastMessageId,
  disposition: 'solved',
  note: '',
  tags: [],
  ...patch,
});

const shape = (
  messages: readonly Message[],
  wrapUps: readonly PastWrapUp[] = [],
  isWhole = false,
) =>
  groupPast(messages, wrapUps, isWhole).map((each) => [
    each.messages.map(({ id }) => id).join(' '),
    each.wrapUp?.disposition,
  ]);

describe('what was said before', () => {
  test('is nothing where nothing was said', () => {
    expect(groupPast([], [], true)).toEqual([]);
  });

  test('is one conversation as long as nobody was silent for long, newest first', () => {
    const first = [said('a', 0), said('b', silenceBetween - 1)];
    const second = [said('c', 3 * silenceBetween), said('d', 3 * silenceBetween + minute)];
    expect(groupPast([...first, ...second], [], false)).toEqual([
      { id: 'd', at: second[1]?.at, messages: second, wrapUp: undefined },
      { id: 'b', at: first[1]?.at, messages: first, wrapUp: undefined },
    ]);
  });

  test('is parted where a conversation was closed, however soon the next one began', () => {
    const messages = [said('a', 0), said('b', minute), said('c', 2 * minute)];
    expect(shape(messages, [closed(90_000, 'b', { disposition: 'escalated' })])).toEqual([
      ['c', undefined],
      ['a b', 'escalated'],
    ]);
  });

  test('ends with the message that was noted, even where this desk’s clock is wrong by a day', () => {
    const messages = [said('a', 0), said('b', minute)];
    for (const wrong of [-86_400_000, 86_400_000]) {
      expect(shape(messages, [closed(wrong, 'a')])).toEqual([
        ['b', undefined],
        ['a', 'solved'],
      ]);
    }
  });

  test('ends with the last one by time where the noted one was never kept', () => {
    const messages = [said('a', 0), said('b', 2 * minute)];
    expect(shape(messages, [closed(minute, 'refused')])).toEqual([
      ['b', undefined],
      ['a', 'solved'],
    ]);
  });

  test('leaves out how one ended whose words are on a page that was not read', () => {
    const messages = [said('b', 0)];
    expect(shape(messages, [closed(-3 * silenceBetween, 'a')])).toEqual([['b', undefined]]);
    expect(shape(messages, [closed(3 * silenceBetween, 'a')])).toEqual([['b', undefined]]);
  });

  test('tells how one ended without its words when nothing older is kept', () => {
    const messages = [said('b', 0)];
    const gone = closed(-3 * silenceBetween, 'a', { note: 'Sent a new one.' });
    expect(groupPast(messages, [gone], true)).toEqual([
      { id: 'b', at: noon, messages, wrapUp: undefined },
      { id: `closed ${gone.at}`, at: gone.at, messages: [], wrapUp: gone },
    ]);
  });

  test('keeps the ids while older messages come to stand before it', () => {
    const newer = [said('b', minute), said('c', 3 * silenceBetween)];
    const before = groupPast(newer, [], false).map(({ id }) => id);
    const after = groupPast([said('a', 0), ...newer], [], true).map(({ id }) => id);
    expect(after).toEqual(before);
  });

  test('takes the last word where the same conversation was closed twice', () => {
    const twice = [closed(minute, 'a'), closed(2 * minute, 'a', { disposition: 'follow-up' })];
    expect(shape([said('a', 0)], twice)).toEqual([['a', 'follow-up']]);
  });
});
