import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { connected, send } from '../support/practice-desk.ts';

const textsOf = (...lines: readonly string[]) => {
  const { scenario, problems } = parseScenario(
    [
      'scenario: s',
      'title: T',
      '# chat: Lin',
      'customer: Lin',
      'facts: code=E18',
      '## open',
      ...lines,
    ].join('\n'),
  );
  return { texts: scenario?.chats[0]?.beats[0]?.texts, problems };
};

describe('a picture', () => {
  it.each([
    ['picture en: a.jpg = A cat.', 'en', 'Picture, no description: a.jpg', 'A cat.'],
    ['图片 中文: 图1.jpg ＝ 一只猫', 'zh', '图片，没有描述：图1.jpg', '一只猫'],
    ['picture: a.jpg = 一只猫', '*', '图片，没有描述：a.jpg', '一只猫'],
    ['PICTURE: A cat = a pet.', '*', 'Picture, no description: A cat', 'a pet.'],
    ['picture en: A cat.', 'en', 'Picture, no description', 'A cat.'],
  ])('%s', (line, language, says, shows) => {
    const { texts, problems } = textsOf(line);
    expect(problems).toEqual([]);
    expect(texts).toEqual({ says: { [language]: [says] }, shows: { [language]: [shows] } });
  });

  it('keeps its place among what is said', () => {
    expect(textsOf('says: Look', 'picture: a.jpg = A cat.', 'says: Nice?').texts?.says).toEqual({
      '*': ['Look', 'Picture, no description: a.jpg', 'Nice?'],
    });
  });

  it('is told what is wrong with it', () => {
    expect(textsOf('picture: a.jpg = The display says {cod}').problems).toMatchObject([
      { line: 7, kind: 'unknown-fact', word: 'cod', suggestion: 'code' },
    ]);
    expect(parseScenario('scenario: s\npicture: a.jpg = A cat').problems).toContainEqual({
      line: 2,
      kind: 'misplaced',
      word: 'picture',
    });
  });

  it.each([
    ['en', 'Picture, no description: IMG_2231.jpg', /E18/],
    ['zh-CN', '图片，没有描述：微信图片_0931.jpg', /E4/],
  ])(
    'comes without its content, which is told in the report (%s)',
    async (language, text, shown) => {
      const { connector, accept, of, clock } = await connected('picture', { language });
      const id = await accept();
      await clock.advance(15_000);
      await send(connector, id, 'hm');
      connector.finish();
      const messages = [
        ...of('conversation.opened').flatMap(({ conversation }) => conversation.messages),
        ...of('message.received').map(({ message }) => message),
      ];
      expect(messages[0]?.text).toBe(text);
      for (const message of messages) expect(message.text).not.toMatch(shown);
      const [turn] = of('run.ended')[0]?.report.turns ?? [];
      expect(turn?.shown).toMatch(shown);
    },
  );
});
