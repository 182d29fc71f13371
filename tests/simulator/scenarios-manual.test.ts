import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { actNames, chineseWords, keywords } from '../../src/simulator/vocabulary.ts';

const manual = readFileSync(new URL('../../docs/scenarios.md', import.meta.url), 'utf8');
const example = /```\n(scenario: [^`]*)```/.exec(manual)?.[1] ?? '';

describe('docs/scenarios.md', () => {
  it('has an example that works', () => {
    const { scenario, problems } = parseScenario(example);
    expect(problems).toEqual([]);
    expect(scenario?.chats[0]?.beats.map(({ id }) => id)).toEqual(['open', 'thanks']);
  });

  it.each([...keywords.keys(), ...actNames.keys()])('has the word %s in a table', (word) => {
    const rows = manual.split('\n').filter((line) => line.startsWith('|'));
    const words = new Set(rows.flatMap((row) => row.replaceAll('(language)', '').split(/[|,\s]+/)));
    expect(words).toContain(word);
  });

  it.each([...chineseWords.keys()])('has the word %s somewhere', (word) => {
    expect(manual).toContain(word);
  });

  it('tells errors as the checker does', () => {
    const text = example.replace('want: greet', 'want: gret').replace('go thanks', 'go thank');
    expect(parseScenario(text).problems).toMatchObject([
      { kind: 'unknown-act', word: 'gret', suggestion: 'greet' },
      { kind: 'unknown-beat', word: 'thank', suggestion: 'thanks' },
    ]);
  });
});
