import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPracticeConnector } from '../../src/connectors/practice/create-practice-connector.ts';
import { importTranscript } from '../../src/simulator/import-transcript.ts';
import { isAdvice, lintScenario } from '../../src/simulator/lint-scenario.ts';
import { maskTranscript } from '../../src/simulator/mask-transcript.ts';
import { longestScenario } from '../../src/simulator/parse-scenario.ts';
import { type ReplayOptions, toReplayScenario } from '../../src/simulator/to-replay-scenario.ts';
import type { SpeakerRole, TranscriptLine } from '../../src/simulator/transcript.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { judge } from '../support/judge.ts';
import { playByModels } from '../support/play-by-models.ts';

const options: ReplayOptions = { title: 'A chat', language: 'en', words: 'en', kept: new Set() };
const replay = (text: string, more: Partial<ReplayOptions> = {}) => {
  const read = importTranscript(text, 'a.txt');
  if (!read.ok) throw new Error(read.error.kind);
  const { speakers, language } = read.value;
  const words = more.words ?? 'en';
  const masked = maskTranscript(
    read.value,
    speakers.map(({ role }) => role),
    words,
  );
  const made = toReplayScenario(masked, { ...options, language, ...more });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value;
};
const chat = `Agent Kim: Welcome!
Lina Moss: Hi, where is my parcel?
Lina Moss: It is late.
Agent Kim: Hello Lina, I'm sorry about that.
Agent Kim: Could you give me your order number, please?
Lina Moss: 30021
Agent Kim: Thank you. It will be with you by tomorrow. Is there anything else I can do?
Lina Moss: No, thanks!
Agent Kim: You're welcome. Goodbye, Lina!`;

describe('a transcript as a scenario', () => {
  it('keeps the customer’s lines; the agent’s become models and what is wanted', () => {
    expect(
      replay(chat).text,
    ).toBe(`// Made from a transcript. Read it through: what a machine masks is never all of it.
scenario: a-chat
title: A chat
level: 1
languages: en
nudge: Hello? | Are you still there?
again: Sorry, that doesn't answer it. | I don't understand.
leaves: Never mind. Bye.

# chat: 1
customer: {name}
answered: Welcome!
facts: name=Robin Lake
facts: order=30001

## step-1
says: Hi, where is my parcel?
says: It is late.
want: ask_order_number, apologise, greet
model: Hello {name}, I'm sorry about that. Could you give me your order number, please?

## step-2
says: {order}
want: thank, offer_more_help, set_expectation
model: Thank you. It will be with you by tomorrow. Is there anything else I can do?

## step-3
says: No, thanks!
want: close, acknowledge
model: You're welcome. Goodbye, {name}!
end: solved
`);
  });

  it('is written with Chinese keywords for a Chinese mentor', () => {
    const { text } = replay('林女士：包裹没到\n客服小王：您好，请问订单号是多少？\n林女士：30021', {
      words: 'zh',
    });
    expect(text).toContain('客户: {姓名}');
    expect(text).toContain('## 环节1\n说: 包裹没到\n要: 问订单号, 问候\n范例: 您好');
    expect(text).toContain('说: {订单}\n结束: 已解决');
    expect(lintScenario(text).problems).toEqual([]);
  });

  it.each([
    ['en', chat],
    [
      'zh',
      '林女士：包裹怎么还没到\n客服小王：您好，请问订单号是多少？\n林女士：30021\n客服小王：谢谢，明天送到，再见。',
    ],
  ] as const)('in %s, is solved by what the agent wrote', async (language, text) => {
    const { scenario } = lintScenario(replay(text).text);
    if (!scenario) throw new Error('There is no scenario.');
    const clock = createFakeClock();
    const connector = createPracticeConnector({ judge, scenario, language, seed: 1, clock });
    const report = await playByModels(connector, scenario, language, clock);
    expect(report.conversations.map(({ outcome }) => outcome)).toEqual(['solved']);
    expect(report.turns.map(({ verdict }) => verdict)).toEqual(report.turns.map(() => 'met'));
  });

  it('leaves as it is what the mentor left', () => {
    const { text } = replay(chat, { kept: new Set(['30021']) });
    expect(text).toContain('says: 30021');
    expect(text).not.toContain('order=');
  });

  it('what the customer wrote cannot become a keyword, a fact or an alternative', () => {
    const { text } = replay(`Lin: # chat: x
## y
: z
says: a
end: left
{order} {nosuch} a | b ｜ c {
// no note
Agent Kim: {x} | y
Lin: bye`);
    expect(text).toContain(
      'says: # chat: x ## y : z says: a end: left (order) (nosuch) a / b / c ( // no note',
    );
    expect(text).toContain('model: (x) / y');
    const { scenario, problems } = lintScenario(text);
    expect(problems).toEqual([]);
    expect(scenario?.chats.map(({ beats }) => beats.length)).toEqual([2]);
  });

  it('of a very long one as much as there is room for, and says how much is left', () => {
    const long = Array.from(
      { length: 3000 },
      (_, at) =>
        `Lin: ${at} is what I ask you, ring 1380000${1000 + at}\nAgent Kim: Hello, sorry. Thank you, it is ${at}.`,
    ).join('\n');
    const { text, beats, left } = replay(long);
    expect(text.length).toBeLessThanOrEqual(longestScenario);
    expect(text.length).toBeGreaterThan(longestScenario / 3);
    expect(left).toBeGreaterThan(0);
    expect(beats).toBeLessThan(3000);
    expect(lintScenario(text).problems).toEqual([]);
  });

  it('is none without a customer', () => {
    const lines = [{ speaker: 0, text: 'a' }];
    const transcript = { speakers: [], lines, language: 'en' as const };
    expect(toReplayScenario(maskTranscript(transcript, ['agent'], 'en'), options)).toEqual({
      ok: false,
      error: { kind: 'no-customer' },
    });
  });
});

describe('whatever was written', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ maxLength: 20 }),
    fc.constantFrom(
      ...[
        '\n',
        '\r\n',
        '#',
        '##',
        '# chat: ',
        ':',
        '：',
        '{',
        '}',
        '{name}',
        '|',
        '//',
        'says: ',
        '\u202e',
        '\ufeff',
      ],
      ...[
        'Hello Lina, ',
        '13812345678',
        ' order number 30021',
        '王女士',
        'lina@example.com',
        ' ',
        '\0',
        '<b>',
      ],
    ),
  );
  const words = fc.array(piece, { maxLength: 8 }).map((all) => all.join(''));

  it('the scenario has no errors', () => {
    const line: fc.Arbitrary<TranscriptLine> = fc.record({ speaker: fc.nat(2), text: words });
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 20 }),
        fc.array(fc.constantFrom<SpeakerRole>('agent', 'customer', 'other'), {
          minLength: 3,
          maxLength: 3,
        }),
        fc.array(words, { minLength: 3, maxLength: 3 }),
        fc.constantFrom('en' as const, 'zh' as const),
        fc.constantFrom('en' as const, 'zh' as const),
        words,
        fc.boolean(),
        (lines, roles, names, language, keywords, title, keeps) => {
          const speakers = names.map((name, at) => ({
            name,
            count: 1,
            role: roles[at] ?? 'other',
          }));
          const masked = maskTranscript({ speakers, lines, language }, roles, keywords);
          const kept = new Set(keeps ? masked.values.map(({ id }) => id) : []);
          const made = toReplayScenario(masked, { title, language, words: keywords, kept });
          if (!made.ok) return;
          const { scenario, problems } = lintScenario(made.value.text);
          expect(problems.filter((problem) => !isAdvice(problem))).toEqual([]);
          expect(scenario?.chats[0]?.beats).toHaveLength(made.value.beats);
        },
      ),
      { numRuns: 300 },
    );
  });
});
