import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { clausesOf, readPolicySheet, sentencesOf } from '../../src/simulator/policy-sheet.ts';

const sheet = (language: string, ...lines: readonly string[]) => {
  const { scenario } = parseScenario(
    [
      'scenario: s',
      'title: T',
      'languages: en, zh',
      ...lines.filter((line) => !line.startsWith('facts')),
      '# chat: A',
      'customer: A',
      ...lines.filter((line) => line.startsWith('facts')),
      '## open',
      'says: Hi',
    ].join('\n'),
  );
  const [chat] = scenario?.chats ?? [];
  if (!scenario || !chat) throw new Error('The script is broken.');
  return readPolicySheet(scenario, chat, language);
};

describe('a text', () => {
  it('is cut into sentences and clauses, but never inside a number', () => {
    expect(sentencesOf('It is £2.50. Really! 好的。行')).toEqual([
      'It is £2.50.',
      ' Really!',
      ' 好的。',
      '行',
    ]);
    expect(clausesOf('It is 1,000 yuan, no more')).toEqual(['It is 1,000 yuan,', ' no more']);
  });
});

describe('a policy sheet', () => {
  it('has a line for each part that names an amount, with what it is about', () => {
    const { lines } = sheet('en', 'policy en: Refunds: 50 yuan, within 3 days. Be kind.');
    expect(lines.map(({ text, amounts }) => [text, amounts.map(({ words }) => words)])).toEqual([
      ['Refunds: 50 yuan, within 3 days', ['50 yuan']],
      ['Refunds: 50 yuan, within 3 days', ['3 days']],
    ]);
    for (const { words } of lines) expect(words).toContain('#money back');
  });

  it('is that of the run’s language, with the facts of the chat filled in', () => {
    const lines = [
      'policy en: Up to {most}.',
      'policy zh: 最多 9 元。',
      'facts: most=7 yuan; days=three',
    ];
    const english = sheet('en', ...lines);
    expect(english.lines.flatMap(({ amounts }) => amounts.map(({ max }) => max))).toEqual([7]);
    expect(english.facts.map(({ max }) => max)).toEqual([7]);
    expect(english.factNumbers).toContain(3);
    expect(sheet('zh', ...lines).lines[0]?.amounts[0]?.max).toBe(9);
  });
});
