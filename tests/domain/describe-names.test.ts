import { describe, expect, it } from 'vitest';
import { describeConversation } from '../../src/domain/describe-conversation.ts';
import { describeDuration } from '../../src/domain/describe-duration.ts';
import { describeMessage } from '../../src/domain/describe-message.ts';
import { describeWaiting, describeWhere } from '../../src/domain/describe-where.ts';
import { joinParts } from '../../src/domain/join-parts.ts';
import { orderConversations } from '../../src/domain/order-conversations.ts';
import { parseTags } from '../../src/domain/parse-tags.ts';
import { aConversation, aMessage, chinese, english, noon } from '../support/samples.ts';

const minute = 60_000;
const waiting = aConversation({
  messages: [aMessage(), aMessage({ id: 'm2', text: 'Hello?' })],
  unread: 2,
  waitingSince: noon - 3 * minute,
});

describe('A6: a row’s name', () => {
  it('says customer, unread, waiting time, channel, last words, in this order', () => {
    expect(describeConversation(waiting, english, noon)).toBe(
      'Lin, 2 unread, waiting 3 minutes, practice, Hello?',
    );
    expect(describeConversation(waiting, chinese, noon)).toBe(
      'Lin，2 条未读，等待3分钟，练习，Hello?',
    );
  });

  it('leaves out what is not so', () => {
    expect(describeConversation(aConversation(), english, noon)).toBe('Lin, practice, Parcel');
  });

  it('says that it waits for wrap-up', () => {
    const ended = aConversation({ state: 'wrap-up', messages: [aMessage()] });
    expect(describeConversation(ended, english, noon)).toBe(
      'Lin, to wrap up, practice, Where is my parcel?',
    );
  });
});

describe('A11: a message’s name', () => {
  it('says author and text first, the time last', () => {
    expect(describeMessage(aMessage(), 'Lin', '14:05', english)).toBe(
      'Lin: Where is my parcel? 14:05',
    );
  });

  it('says how far an own message has come, unless it is simply there', () => {
    const mine = aMessage({ author: 'agent', text: 'Hello', delivery: 'failed' });
    expect(describeMessage(mine, 'Lin', '14:05', english)).toBe('You: Hello, not sent, 14:05');
    expect(describeMessage({ ...mine, failure: 'unsure' }, 'Lin', '14:05', english)).toBe(
      'You: Hello, may not have come, 14:05',
    );
    expect(describeMessage({ ...mine, delivery: 'delivered' }, 'Lin', '14:05', english)).toBe(
      'You: Hello, 14:05',
    );
    expect(describeMessage({ ...mine, delivery: 'waiting' }, 'Lin', '14:05', chinese)).toBe(
      '我：Hello，等网络恢复后发送，14:05',
    );
  });
});

describe('A9: the longest waiting', () => {
  it('says who, how long, last words', () => {
    expect(describeWaiting(waiting, english, noon)).toBe(
      'Lin, 3 minutes: Where is my parcel? Hello?',
    );
  });
});

describe('A56: where was I', () => {
  it('says customer, what is owed, draft', () => {
    expect(describeWhere(waiting, 'One mo', english)).toBe(
      'With Lin. To answer: Where is my parcel? Hello? Your draft: One mo',
    );
  });

  it('says the last words when nothing is owed', () => {
    const answered = aConversation({ messages: [aMessage({ author: 'agent', text: 'Done.' })] });
    expect(describeWhere(answered, ' ', english)).toBe('With Lin. Last words: Done. No draft.');
  });

  it('says that it has ended', () => {
    const over = aConversation({ state: 'wrap-up', messages: [aMessage({ author: 'agent' })] });
    expect(describeWhere(over, '', chinese)).toBe(
      '正在和 Lin 聊。 最后一句：Where is my parcel? 没有草稿。 会话已结束，等待小结。',
    );
  });
});

describe('A41: a length of time', () => {
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [minute, '1 minute'],
    [59 * minute, '59 minutes'],
    [60 * minute, '1 hour'],
    [150 * minute, '2 hours'],
  ])('%i ms is “%s”', (ms, text) => expect(describeDuration(ms, english)).toBe(text));

  it('changes at most once a minute', () => {
    const texts = new Set(
      Array.from({ length: 600 }, (_, second) => describeDuration(second * 1000, english)),
    );
    expect(texts.size).toBe(10);
  });
});

it('sorts by waiting time, then by age', () => {
  const order = orderConversations([
    aConversation({ id: 'calm', openedAt: 1 }),
    aConversation({ id: 'late', waitingSince: 20 }),
    aConversation({ id: 'first', waitingSince: 10 }),
    aConversation({ id: 'older', openedAt: 0 }),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['first', 'late', 'older', 'calm']);
});

it('takes tags with commas of any width, each once', () => {
  expect(parseTags(' refund，vip、refund, , late ')).toEqual(['refund', 'vip', 'late']);
});

describe('A11: parts of a name', () => {
  it.each([
    [['Lin: Hello', 'not sent', '14:05'], 'Lin: Hello, not sent, 14:05'],
    [['Lin: Hello.', '', '14:05'], 'Lin: Hello. 14:05'],
    [['林：你好。', '14:05'], '林：你好。14:05'],
    [['林：你好', '14:05'], '林：你好, 14:05'],
    [['', ''], ''],
  ])('%j become “%s”', (parts, whole) => {
    expect(joinParts(parts, english)).toBe(whole);
  });
});
