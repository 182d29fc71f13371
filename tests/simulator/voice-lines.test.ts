import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { voiceMark } from '../../src/simulator/voice-mark.ts';
import { connected, send } from '../support/practice-desk.ts';

const scenario = (...lines: readonly string[]) =>
  parseScenario(
    [
      'scenario: s',
      'title: T',
      '# chat: Lin',
      'customer: Lin',
      'facts: days=3',
      '## open',
      ...lines,
    ].join('\n'),
  );
const saysOf = (...lines: readonly string[]) =>
  scenario(...lines).scenario?.chats[0]?.beats[0]?.texts.says;

describe('a line that is spoken', () => {
  it.each([
    ['voice en: My parcel!', { en: [`${voiceMark}My parcel!`] }],
    ['语音 中文: 我的包裹呢', { zh: [`${voiceMark}我的包裹呢`] }],
    ['VOICE: Hello', { '*': [`${voiceMark}Hello`] }],
    ['voice: One | Two', { '*': [`${voiceMark}One|${voiceMark}Two`] }],
    ['语音: 一｜ 二', { '*': [`${voiceMark}一|${voiceMark}二`] }],
  ])('%s', (line, expected) => {
    expect(scenario(line).problems).toEqual([]);
    expect(saysOf(line)).toEqual(expected);
  });

  it('keeps its place among those that are written', () => {
    expect(saysOf('says: First', 'voice: Second', 'says: Third')).toEqual({
      '*': ['First', `${voiceMark}Second`, 'Third'],
    });
  });

  it('is told what is wrong with it: unknown facts, no words, the wrong place', () => {
    expect(scenario('voice: {dais} days').problems).toMatchObject([
      { line: 7, kind: 'unknown-fact', word: 'dais', suggestion: 'days' },
    ]);
    expect(scenario('says: Hi', 'voice:').problems).toMatchObject([{ line: 8, kind: 'missing' }]);
    const outside = parseScenario('scenario: s\nvoice: Hello').problems;
    expect(outside).toContainEqual({ line: 2, kind: 'misplaced', word: 'voice' });
  });

  it('suggests the keyword for one that is misspelt', () => {
    expect(scenario('says: Hi', 'vioce: Hello').problems).toMatchObject([
      { kind: 'unknown-keyword', word: 'vioce', suggestion: 'voice' },
    ]);
  });
});

describe('in a practice run', () => {
  it.each([
    ['en', 'Mr Voss, I am very sorry, that must be really frustrating.', /money back/],
    ['zh-CN', '王先生，非常抱歉，扣了两次又没人联系您，换作是我也会很生气。', /退给我/],
  ])('a customer sends a voice message, with its words (%s)', async (language, reply, words) => {
    const { connector, accept, of, clock } = await connected('double-charge', { language });
    const id = await accept();
    // All that is said first has been said.
    await clock.advance(15_000);
    await send(connector, id, reply);
    await clock.advance(30_000);
    const voice = of('message.received').find(({ message }) => message.attachment)?.message;
    expect(voice?.text).toMatch(words);
    expect(voice?.attachment).toEqual({ script: voice?.text });
    expect(voice?.author).toBe('customer');
    const written = of('message.received').filter(({ message }) => !message.attachment);
    const all = [...written.map(({ message }) => message.text), voice?.text].join();
    expect(all).not.toContain(voiceMark);
    connector.finish();
    const turns = JSON.stringify(of('run.ended')[0]?.report.turns);
    expect(turns).not.toContain(JSON.stringify(voiceMark).slice(1, -1));
  });
});
