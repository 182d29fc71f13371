import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/speech/edit-distance.ts';
import { isLongEnough, matchCommand, plainPhrase } from '../../src/speech/match-command.ts';

const commands = [
  { id: 'send', phrases: ['send message', 'Send', '发送消息', '发送回复'] },
  { id: 'accept-offer', phrases: ['Accept the customer', '接入这位客户'] },
  { id: 'decline-offer', phrases: ['Decline the customer', '拒绝接入'] },
  { id: 'next-unread', phrases: ['next unread chat', '下一个未读会话'] },
];

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', '', 1],
    ['', 'abc', 1],
    ['kitten', 'sitting', 3 / 7],
    ['发送消息', '发送信息', 1 / 4],
  ])('%s, %s', (a, b, distance) => expect(editDistance(a, b)).toBeCloseTo(distance, 10));

  test('it is the same either way, 0 only for the same, and at most 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance).toBeLessThanOrEqual(1);
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});

describe('two recognisers that must agree', () => {
  test('a command that both heard is taken, even if the open one misheard a little', () => {
    expect(matchCommand({ closed: 'send message', open: ['send messages'] }, commands)).toBe(
      'send',
    );
    expect(
      matchCommand({ closed: 'accept the customer', open: ['except the customer'] }, commands),
    ).toBe('accept-offer');
  });

  test('an ordinary sentence that only the closed one took for a command is none', () => {
    expect(
      matchCommand({ closed: 'send message', open: ['thank you very much'] }, commands),
    ).toBeUndefined();
    expect(matchCommand({ closed: 'send message', open: [] }, commands)).toBeUndefined();
  });

  test('what the closed one heard decides which', () => {
    expect(matchCommand({ closed: 'decline the customer', open: ['the customer'] }, commands)).toBe(
      'decline-offer',
    );
  });
});

describe('one recogniser alone', () => {
  test('takes what is nearly the phrase, in any of its readings', () => {
    expect(matchCommand({ open: ['Send message.'] }, commands)).toBe('send');
    expect(matchCommand({ open: ['sand massage', 'send message'] }, commands)).toBe('send');
    expect(matchCommand({ open: ['发送消息。'] }, commands)).toBe('send');
    expect(matchCommand({ open: ['下一个 未读 会话'] }, commands)).toBe('next-unread');
  });

  test('leaves sentences that contain a command', () => {
    for (const text of [
      'I will send a message to the customer',
      'please accept the customer apologies',
      'the next chat is unread',
      '我稍后发送消息给您',
      '谢谢',
    ])
      expect(matchCommand({ open: [text] }, commands), text).toBeUndefined();
  });
});

test('A34: a phrase of one word is never a command', () => {
  expect(isLongEnough('Send')).toBe(false);
  expect(isLongEnough('发送')).toBe(false);
  expect(isLongEnough('拒绝接入')).toBe(true);
  expect(matchCommand({ open: ['send'] }, commands)).toBeUndefined();
});

test('two commands that fit equally well are neither', () => {
  const twins = [
    { id: 'a', phrases: ['go to one'] },
    { id: 'b', phrases: ['go to one'] },
  ];
  expect(matchCommand({ open: ['go to one'] }, twins)).toBeUndefined();
});

test('marks, capitals and spaces do not matter', () => {
  expect(plainPhrase('  Who’s waiting?  ')).toBe('who s waiting');
  expect(plainPhrase('下一个 未读 会话')).toBe('下一个未读会话');
});
