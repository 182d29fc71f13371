import { describe, expect, it } from 'vitest';
import { type Findable, matchCommands } from '../../src/palette/match-commands.ts';

const command = (label: string, slash?: string): Findable => ({ label, slash });
const english = [
  command('Accept the next customer', 'accept'),
  command('Speak who is waiting'),
  command('Next region'),
  command('Context of the customer'),
  command('End conversation', 'end'),
];
const found = (list: readonly Findable[], query: string) =>
  matchCommands(list, query).map(({ label }) => label);

describe('in English', () => {
  it.each(['', '   ', '/'])('all fit “%s”, in the order in which they came', (query) => {
    expect(found(english, query)).toEqual(english.map(({ label }) => label));
  });

  it('the beginning of the name is best, then of a word, then what is inside one', () => {
    expect(found(english, 'next')).toEqual(['Next region', 'Accept the next customer']);
    expect(found(english, 'ext')).toEqual([
      'Accept the next customer',
      'Next region',
      'Context of the customer',
    ]);
    expect(found(english, 'con')).toEqual(['Context of the customer', 'End conversation']);
  });

  it.each(['NEXT REGION', ' next region ', 'ｎｅｘｔ region'])(
    'case, width and space around do not matter: %s',
    (query) => {
      expect(found(english, query)).toEqual(['Next region']);
    },
  );

  it.each(['/end', '/en', 'end'])('the typed word finds it: %s', (query) => {
    expect(found(english, query)[0]).toBe('End conversation');
  });

  it('nothing fits what nothing holds', () => {
    expect(found(english, 'zzz')).toEqual([]);
  });

  it('equals keep their order', () => {
    const twice = [command('Customer b'), command('Customer a')];
    expect(found(twice, 'customer')).toEqual(['Customer b', 'Customer a']);
  });
});

describe('in Chinese', () => {
  const chinese = [
    command('接待下一位客户', 'accept'),
    command('下一区域'),
    command('结束会话', 'end'),
    command('设置'),
  ];

  it.each([
    ['结束', '结束会话'],
    ['会话', '结束会话'],
    ['jshh', '结束会话'],
    ['js hh', '结束会话'],
    ['sz', '设置'],
    ['/accept', '接待下一位客户'],
  ])('%s finds %s', (query, label) => {
    expect(found(chinese, query)[0]).toBe(label);
  });

  it('characters come before pinyin initials', () => {
    const mixed = [command('设置'), command('sz 备注')];
    expect(found(mixed, 'sz')).toEqual(['sz 备注', '设置']);
  });
});
