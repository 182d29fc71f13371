import { describe, expect, it } from 'vitest';
import {
  emptyDesk,
  findConversation,
  owedMessages,
  selectedConversation,
  waitingConversations,
} from '../../src/domain/desk-state.ts';
import type { Author } from '../../src/domain/message.ts';
import { aConversation, aDesk, aMessage } from '../support/samples.ts';

const ada = aConversation({ id: 'ada' });
const bo = aConversation({ id: 'bo', waitingSince: 20 });
const cai = aConversation({ id: 'cai', waitingSince: 10 });
const ends = aConversation({ id: 'ends', waitingSince: 0 });

describe('finding a conversation', () => {
  it('by its id', () => {
    const desk = aDesk([ada, bo]);
    expect(findConversation(desk, 'bo')).toBe(bo);
    expect(findConversation(desk, 'cai')).toBeUndefined();
    expect(findConversation(desk, undefined)).toBeUndefined();
  });

  it('that is open in front of the agent', () => {
    expect(selectedConversation(aDesk([ada, bo], { selectedId: 'ada' }))).toBe(ada);
    expect(selectedConversation(aDesk([ada], { selectedId: 'gone' }))).toBeUndefined();
    expect(selectedConversation(emptyDesk)).toBeUndefined();
  });

  it('that waits: the longest first; the desk’s own order stays', () => {
    const desk = aDesk([ada, bo, cai, ends]);
    expect(waitingConversations(desk).map(({ id }) => id)).toEqual(['ends', 'cai', 'bo']);
    expect(desk.conversations.map(({ id }) => id)).toEqual(['ada', 'bo', 'cai', 'ends']);
    expect(waitingConversations(emptyDesk)).toEqual([]);
  });
});

describe('what is still owed', () => {
  it.each<[string, readonly Author[], readonly number[]]>([
    ['nothing in an empty conversation', [], []],
    ['all that a customer has written so far', ['customer', 'customer'], [0, 1]],
    ['what came after the agent’s last words', ['customer', 'agent', 'customer'], [2]],
    ['nothing after an answer', ['customer', 'customer', 'agent'], []],
    ['no notes of the desk', ['customer', 'system', 'customer', 'system'], [0, 2]],
    ['what came before a note, when only the note is newer', ['agent', 'customer', 'system'], [1]],
  ])('%s', (_, authors, owed) => {
    const messages = authors.map((author, index) => aMessage({ id: `${index}`, author }));
    expect(owedMessages(aConversation({ messages })).map(({ id }) => Number(id))).toEqual(owed);
  });
});
