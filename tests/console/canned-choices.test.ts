import { describe, expect, it } from 'vitest';
import { type CommandInfo, commandInfo } from '../../src/a11y/commands.ts';
import { createSearch } from '../../src/canned-responses/search.ts';
import { isCommand, listChoices, previewOf } from '../../src/console/canned-choices.ts';
import { sample } from '../canned-responses/sample.ts';

const commands: readonly CommandInfo[] = [commandInfo('end-conversation'), commandInfo('help')];
const list = (query: string, shortcuts: readonly string[], offered = commands) =>
  listChoices(createSearch(shortcuts.map((shortcut) => sample(shortcut))), offered, query).map(
    (choice) => (isCommand(choice) ? `command ${choice.slash}` : choice.shortcut),
  );

describe('the choices', () => {
  it('are the responses in their order, then the commands, while nothing is typed', () => {
    expect(list('', ['b', 'a'])).toEqual(['b', 'a', 'command end', 'command help']);
  });

  it('put a command below the responses while its word is not typed out', () => {
    expect(list('en', ['ending'])).toEqual(['ending', 'command end']);
  });

  it('put a command first when its word is typed out', () => {
    expect(list('end', ['ending'])).toEqual(['command end', 'ending']);
    expect(list('/END', ['ending'])).toEqual(['command end', 'ending']);
  });

  it('put a command first when its name is typed out, and know it by no less', () => {
    const named = (query: string) =>
      listChoices(createSearch([sample('提示语')]), commands, query, ({ id }) =>
        id === 'help' ? '提示' : '结束',
      ).map((choice) => (isCommand(choice) ? choice.id : choice.shortcut));
    expect(named('提示')).toEqual(['help', '提示语']);
    expect(named('提')).toEqual(['提示语']);
  });

  it('prefer a response that has the very shortcut', () => {
    expect(list('end', ['end', 'ending'])).toEqual(['end', 'ending', 'command end']);
  });

  it('are without commands where none are offered', () => {
    expect(list('end', ['ending'], [])).toEqual(['ending']);
    expect(list('qqq', ['ending'])).toEqual([]);
  });

  it('are at most fifty responses', () => {
    const many = Array.from({ length: 80 }, (_, at) => `r${at}`);
    expect(list('', many, [])).toHaveLength(50);
  });
});

describe('the first words', () => {
  const known = { customer: 'Lin', agent: 'Ada' };

  it('are in the customer’s language, as they would be sent', () => {
    const response = sample('hi', { texts: { en: 'Hello {customer}.', zh: '{客户}您好。' } });
    expect(previewOf(response, ['zh-CN', 'en'], known)).toEqual({
      language: 'zh',
      text: 'Lin您好。',
    });
  });

  it('are on one line and at most eighty characters, pairs not torn', () => {
    const response = sample('long', { texts: { en: `One\n\ntwo ${'😀'.repeat(90)}` } });
    const { text } = previewOf(response, ['en'], known);
    expect(text.startsWith('One two 😀')).toBe(true);
    expect([...text]).toHaveLength(81);
    expect(text.endsWith('😀…')).toBe(true);
  });

  it('are empty where there are none', () => {
    expect(previewOf(sample('none', { texts: {} }), ['en'], known).text).toBe('');
  });
});
