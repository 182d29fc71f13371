import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../src/simulator/check-rules.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { alternatives, linesOf } from '../../src/simulator/texts-of.ts';
import { actNames, keywords } from '../../src/simulator/vocabulary.ts';

const built = ['late-parcel', 'double-charge', 'rush'].map((id) =>
  readFileSync(
    new URL(`../../src/connectors/practice/scenarios/${id}.txt`, import.meta.url),
    'utf8',
  ),
);

const check = (text: string): void => {
  const count = text.split(/\r\n|\r|\n/).length;
  const { scenario, problems } = parseScenario(text);
  for (const { line } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(count);
  }
  for (const chat of scenario?.chats ?? []) expect(chat.beats.length).toBeGreaterThan(0);
  expect(parseScenario(text).problems).toEqual(problems);
};

describe('whatever the text', () => {
  it('never throws, and names lines that exist', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), check), {
      numRuns: 300,
    });
  });

  it('never throws on lines that are nearly right', () => {
    const word = fc.constantFrom(
      ...keywords.keys(),
      ...actNames.keys(),
      'go',
      'stay',
      'patience',
      '到',
      '{order}',
      '=',
      ';',
      '|',
      '__proto__',
      'constructor',
      'toString',
      'before',
      'after',
      'Lin',
      'open',
      '60 s',
      '-5',
    );
    const line = fc.oneof(
      fc
        .tuple(
          word,
          fc.constantFrom(':', ' zh: ', '：', ' constructor: '),
          fc.array(word, { maxLength: 5 }),
        )
        .map(([head, colon, words]) => `${head}${colon}${words.join(' ')}`),
      word.map((id) => `## ${id}`),
      word.map((id) => `# chat: ${id}`),
    );
    const text = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, check), { numRuns: 400 });
  });

  it('never throws on a good scenario with a piece cut out or put in', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('\n# chat: ', '\n## ', '{', '|', ':', '\0', '\u202e'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...built),
        fc.nat(),
        fc.nat(60),
        piece,
        (text, at, length, put) => {
          const start = at % text.length;
          check(text.slice(0, start) + put + text.slice(start + length));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('input meant to hang it', () => {
  const million = 1_000_000;
  const beat = 'scenario: s\ntitle: T\n# chat: A\ncustomer: A\n## a\nsays: A\n';
  it.each([
    ['one line of a megabyte', 'a'.repeat(million)],
    ['a megabyte of text after a keyword', `${beat}hint: ${'{'.repeat(million)}`],
    ['100,000 lines of rubbish', 'rubbish\n'.repeat(100_000)],
    ['100,000 nearly keywords', 'patiense: 5\n'.repeat(100_000)],
    ['100,000 beats', beat + '## b\n'.repeat(100_000)],
    [
      'beats that follow one another',
      beat + Array.from({ length: 15_000 }, (_, i) => `## b${i}\n`).join(''),
    ],
    [
      'beats that go to the first',
      beat + Array.from({ length: 9000 }, (_, i) => `## b${i}\nall: go a\n`).join(''),
    ],
    ['names to look up', beat + 'says: {aaaaaaaa}\n'.repeat(20_000)],
    ['chats', '# chat: A\n'.repeat(30_000)],
    ['chats of many names', Array.from({ length: 15_000 }, (_, i) => `# chat: ${i}\n`).join('')],
    ['lines of spaces', `must: a${' '.repeat(3900)}b\n`.repeat(70)],
    ['lines of befores', `must: ${'before '.repeat(550)}\n`.repeat(70)],
    ['lines of commas', `want: ${','.repeat(3900)}\n`.repeat(70)],
    ['unknown acts', `${beat}want: ${'apologize,'.repeat(390)}\n`.repeat(70)],
    ['ten megabytes', `${beat}${'says: Hi\n'.repeat(1_200_000)}`],
    ['ten megabytes in one line', `${beat}says: ${'|'.repeat(10 * million)}`],
    ['thousands of alternatives', `${beat}${`says: ${'x | '.repeat(990)}\n`.repeat(24)}`],
    ['braces in braces', `${beat}${`says: ${'{'.repeat(1900)}a${'}'.repeat(1900)}\n`.repeat(24)}`],
    ['pictures of pictures', `${beat}${`picture: ${'= '.repeat(1900)}\n`.repeat(24)}`],
    [
      'limits without an end',
      `${beat}${`limit: ${'1 yuan '.repeat(500)}\nif: ${'| '.repeat(1900)}\n`.repeat(12)}`,
    ],
    [
      'sentences in real-time text',
      `${beat.replace('## a', 'channel: rtt\n## a')}${`says: ${'?! '.repeat(1300)}\n`.repeat(24)}`,
    ],
    [
      'beats in a circle',
      `${beat}${Array.from({ length: 5000 }, (_, i) => `## b${i}\nall: go b${(i + 1) % 5000}\n`).join('')}`,
    ],
    [
      'many alternatives for a misspelt beat',
      beat + Array.from({ length: 5000 }, (_, i) => `## beat${i}\nall: go beet${i}\n`).join(''),
    ],
  ])('%s', (_, text) => {
    const { problems } = parseScenario(text);
    expect(Array.isArray(problems)).toBe(true);
  });

  it('what turns the direction of text, or controls, does not come through', () => {
    const { scenario } = parseScenario(beat.replace('says: A', 'says: \u202eA\u0007B'));
    expect(scenario?.chats[0]?.beats[0]?.texts.says).toEqual({ '*': ['A B'] });
  });

  it('a fact that is said a thousand times still fits into a message', () => {
    const fact = 'x'.repeat(3000);
    const text = beat.replace('says: A', `says: ${'{a}'.repeat(1000)}`);
    const { scenario } = parseScenario(text.replace('## a', `facts: a=${fact}\n## a`));
    const [chat] = scenario?.chats ?? [];
    if (!scenario || !chat) throw new Error('Nothing was read.');
    const line = linesOf(chat.beats[0]?.texts ?? {}, 'says', { scenario, language: 'en' })[0] ?? '';
    const [said = ''] = alternatives(line, { scenario, chat, language: 'en' });
    expect(said.slice(0, 3000)).toBe(fact);
    expect(said.length).toBeLessThan(10_000);
  });

  it('says that a file is too long, and reads its beginning', () => {
    const { scenario, problems } = parseScenario(`${beat}// x\n`.repeat(1) + '\n'.repeat(million));
    expect(scenario?.chats).toHaveLength(1);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'too-long' }));
  });

  it('says what goes round in a circle, and still makes a scenario of it', () => {
    const { scenario, problems } = parseScenario(`${beat}all: go b\n## b\nsays: B\nall: go a`);
    expect(scenario?.chats[0]?.beats).toHaveLength(2);
    expect(problems.map(({ kind }) => kind)).toContain('no-end');
  });

  it('takes markup, and patterns that would never end, as plain words', () => {
    const bomb = '(a+)+$';
    const html = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const { scenario, problems } = parseScenario(
      `${beat.replace('says: A', `says: ${html}`)}model: ${html}\n# chat: B\ncustomer: ${html}\nnever: ${bomb} | .* | [\n## a\nsays: B`,
    );
    expect(problems).toEqual([]);
    if (!scenario) throw new Error('Nothing was read.');
    expect(scenario.chats[0]?.beats[0]?.texts.says).toEqual({ '*': [html] });
    expect(scenario.chats[1]?.texts.customer).toEqual({ '*': [html] });
    const [, chat] = scenario.chats;
    if (!chat) throw new Error('There is no second chat.');
    const judge = (text: string) =>
      checkRules(scenario, [{ chat, replies: [{ text, acts: [] }], turns: [] }], 'en', () => [])
        .filter(({ verdict }) => verdict !== 'met')
        .map(({ words }) => words);
    expect(judge(`${'a'.repeat(50_000)}!`)).toEqual([]);
    expect(judge(`this is ${bomb} indeed`)).toEqual([bomb]);
  });

  it('keeps names of object properties as plain words', () => {
    const text = `${beat}`
      .replaceAll('# chat: A', '# chat: __proto__\nfacts: constructor=1; __proto__=2')
      .replace('says: A', 'says: {__proto__} {constructor}');
    const { scenario, problems } = parseScenario(text);
    expect(problems).toEqual([]);
    expect(scenario?.chats[0]?.id).toBe('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
