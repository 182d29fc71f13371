import { describe, expect, it } from 'vitest';
import { inSentences } from '../../src/simulator/in-sentences.ts';
import { parseScenario } from '../../src/simulator/parse-scenario.ts';
import { voiceMark } from '../../src/simulator/voice-mark.ts';
import { connected } from '../support/practice-desk.ts';

const cut = (...lines: readonly string[]) =>
  inSentences({ texts: { says: { en: lines } } }).texts.says?.en;
const chatOf = (channel: string) => {
  const { scenario, problems } = parseScenario(
    `scenario: s\ntitle: T\n# chat: A\ncustomer: A\nchannel: ${channel}\n## a\nsays: One. Two.\nhint: One. Two.`,
  );
  return { chat: scenario?.chats[0], problems };
};

describe('real-time text', () => {
  it('comes sentence by sentence, in order', () => {
    expect(cut('Hello. I am deaf! No phone?', 'Bye')).toEqual([
      'Hello.',
      'I am deaf!',
      'No phone?',
      'Bye',
    ]);
    expect(cut('你好。我听不见，不要打电话！好吗')).toEqual([
      '你好。',
      '我听不见，不要打电话！',
      '好吗',
    ]);
  });

  it('is not cut inside a number, nor where a line has alternatives or is spoken', () => {
    const whole = [
      'Dr. Lee called me at 3 p.m. yesterday',
      'No. 5 is mine',
      'It was £8.50 then',
      'One. Two. | Three. Four.',
      `${voiceMark}One. Two.`,
      '...',
    ];
    expect(cut(...whole)).toEqual(whole);
  });

  it.each(['rtt', 'RTT', '实时文字'])('is asked for by “channel: %s”', (channel) => {
    const { chat, problems } = chatOf(channel);
    expect(problems).toEqual([]);
    expect(chat?.channel).toBe('rtt');
    expect(chat?.beats[0]?.texts).toEqual({
      says: { '*': ['One.', 'Two.'] },
      hint: { '*': ['One. Two.'] },
    });
  });

  it('is no other channel, and those that are not known are told', () => {
    expect(chatOf('text').chat?.beats[0]?.texts.says).toEqual({ '*': ['One. Two.'] });
    expect(chatOf('rtv').problems).toMatchObject([{ kind: 'bad-value', suggestion: 'rtt' }]);
  });

  it.each(['en', 'zh-CN'])('reaches the agent in whole sentences only (%s)', async (language) => {
    const { accept, of, clock } = await connected('deaf-customer', { language });
    await accept();
    await clock.advance(30_000);
    const texts = [
      ...of('conversation.opened').flatMap(({ conversation }) => conversation.messages),
      ...of('message.received').map(({ message }) => message),
    ].map(({ text }) => text);
    expect(texts.length).toBeGreaterThanOrEqual(3);
    for (const text of texts) expect(text).not.toMatch(/[.!?。！？]\s*\S/);
  });
});
