import { describe, expect, it } from 'vitest';
import { assessRun } from '../../src/simulator/assess-run.ts';
import { dimensions, rubric } from '../../src/simulator/rubric.ts';
import { aReport, aTurn } from '../practice/a-report.ts';

const met = aTurn({ expected: ['apologise'], missing: [], verdict: 'met' });
const missed = aTurn({ expected: ['apologise'], missing: ['apologise'], verdict: 'not-met' });
const unclear = { ...missed, verdict: 'needs-review' as const };
const run = (patch: Parameters<typeof aReport>[0]) =>
  assessRun(aReport({ rules: [], ...patch }), rubric);
const pointsOf = (patch: Parameters<typeof aReport>[0]) =>
  Object.fromEntries(
    run(patch).dimensions.map(({ dimension, points, of }) => [
      dimension,
      [Math.round(points), Math.round(of)],
    ]),
  );

describe('points', () => {
  it('the weights are a hundred together', () => {
    const weights = dimensions.map((dimension) => rubric.weights[dimension]);
    expect(weights.reduce((sum, weight) => sum + weight)).toBe(100);
  });

  it('what was not asked for takes none: its weight goes to the others', () => {
    // Resolution 30, empathy 15, clarity 10 of 55.
    expect(pointsOf({ turns: [met] })).toEqual({
      resolution: [55, 55],
      empathy: [27, 27],
      clarity: [18, 18],
    });
    expect(run({ turns: [met] }).points).toBe(100);
  });

  it('a dimension gets the share of its turns that were met', () => {
    expect(pointsOf({ turns: [met, missed] })['empathy']).toEqual([14, 27]);
  });

  it('a customer who left was not helped', () => {
    const [conversation] = aReport().conversations;
    if (!conversation) throw new Error('No conversation.');
    const conversations = [conversation, { ...conversation, outcome: 'left' as const }];
    expect(pointsOf({ conversations, turns: [met] })['resolution']).toEqual([27, 55]);
  });

  it('a rule that must be kept counts like a turn', () => {
    const [must] = aReport().rules;
    if (!must) throw new Error('No rule.');
    const result = (verdict: 'met' | 'not-met') =>
      pointsOf({ turns: [met], rules: [{ ...must, verdict, acts: ['greet'] }] })['order'];
    expect([result('met'), result('not-met')]).toEqual([
      [31, 31],
      [0, 31],
    ]);
  });

  it.each([
    ['too long', 'word '.repeat(150)],
    ['shouted', 'YOUR PARCEL IS LATE!'],
    ['silent', ''],
  ])('a reply that is %s is not clear', (_name, reply) => {
    expect(pointsOf({ turns: [{ ...met, reply }] })['clarity']?.[0]).toBe(0);
  });

  it.each([
    'Parcels sometimes get lost, I will trace it for you.',
    '请向下滚动页面',
    '您的滚筒洗衣机明天送到',
    '我帮您回滚到上一个版本',
    '您的运单号是 SFEXP12345，明天送到',
  ])('is no fault: %s', (words) => {
    expect(run({ turns: [{ ...met, reply: words }] }).criticals).toEqual([]);
    const [points, all] = pointsOf({ turns: [{ ...met, reply: words }] })['clarity'] ?? [];
    expect(points).toBe(all);
  });

  it('a code in capitals inside a sentence is no shouting', () => {
    expect(pointsOf({ turns: [{ ...met, reply: 'It is ABCDE 12.' }] })['clarity']?.[0]).toBe(18);
  });
});

describe('the verdict', () => {
  it('what the detector could not tell stands open, and may decide', () => {
    const all = run({ turns: [unclear, unclear] });
    expect([all.points, all.open]).toEqual([73, 27]);
    expect(all.verdict).toBe('met');
    const [conversation] = aReport().conversations;
    if (!conversation) throw new Error('No conversation.');
    const half = run({
      turns: [unclear],
      conversations: [conversation, { ...conversation, outcome: 'left' }],
    });
    expect([half.points, half.open, half.verdict]).toEqual([45, 27, 'needs-review']);
  });

  it('times and patience change nothing', () => {
    const [conversation] = aReport().conversations;
    if (!conversation) throw new Error('No conversation.');
    const slow = {
      ...conversation,
      firstReplyAfter: 600_000,
      handlingTime: 3_600_000,
      patience: 1,
    };
    expect(run({ turns: [met], conversations: [slow] })).toEqual(run({ turns: [met] }));
  });
});

describe('what fails a run at once', () => {
  it.each([
    ['a private fact', { kind: 'private' as const, rule: 'Phone' }, 'private'],
    ['a forbidden phrase', { kind: 'never' as const, rule: 'not our problem' }, 'never'],
    [
      'no verification where it was due',
      { kind: 'must' as const, rule: 'x', acts: ['verify_identity', 'refuse'] as const },
      'no-verification',
    ],
  ])('%s', (_name, rule, kind) => {
    const broken = { ...rule, verdict: 'not-met' as const, words: 'words', turn: 0 };
    const { criticals, verdict } = run({ turns: [met, met, met, met], rules: [broken] });
    expect(criticals).toEqual([{ kind, words: 'words', turn: 0 }]);
    expect(verdict).toBe('not-met');
  });

  it('an insult, but not one that is quoted, nor a word that holds one', () => {
    const reply = (text: string) => run({ turns: [{ ...met, reply: text }] }).criticals;
    expect(reply('Only idiots do that.')).toEqual([{ kind: 'insult', words: 'idiots', turn: 0 }]);
    expect(reply('You wrote "stupid machine", I am sorry.')).toEqual([]);
    expect(reply('The dumbbells are on their way.')).toEqual([]);
    expect(reply('您别傻站着')).toHaveLength(1);
  });

  it('a false statement; one that somebody must look at stands open', () => {
    const fact = { kind: 'fact' as const, rule: 'Up to 50 yuan', words: '500 yuan', turn: 0 };
    const of = (verdict: 'not-met' | 'needs-review') =>
      run({ turns: [met], rules: [{ ...fact, verdict }] });
    expect(of('not-met').criticals).toEqual([
      { kind: 'false-statement', words: '500 yuan', turn: 0 },
    ]);
    expect(of('not-met').verdict).toBe('not-met');
    expect(of('needs-review').criticals).toEqual([]);
    expect(of('needs-review').open).toBeGreaterThan(0);
  });

  it('an order that was not kept is no verification missed', () => {
    const rule = { kind: 'must' as const, rule: 'x', acts: ['apologise'] as const, words: '' };
    expect(run({ rules: [{ ...rule, verdict: 'not-met' }] }).criticals).toEqual([]);
  });
});
