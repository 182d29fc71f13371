import type { RuleReport, RunReport, TurnReport } from '../../src/domain/run-report.ts';
import { noon } from '../support/samples.ts';

/** A turn of Lin's that was not met, in the language of the run. */
export const aTurn = (patch: Partial<TurnReport> = {}): TurnReport => ({
  conversationId: 'lin',
  customerName: 'Lin',
  beat: 'open',
  customerText: 'Where is my parcel?',
  reply: 'Hello Lin.',
  expected: ['greet', 'ask_order_number'],
  found: [{ act: 'greet', words: 'Hello' }],
  missing: ['ask_order_number'],
  verdict: 'not-met',
  model: 'Hello! May I have your order number?',
  hint: 'Ask for the number.',
  replyAfter: 9000,
  language: 'en',
  ...patch,
});

/** A rule that was kept. */
export const aRule = (patch: Partial<RuleReport> = {}): RuleReport => ({
  kind: 'must',
  rule: 'verify_identity before offer_resolution',
  acts: ['verify_identity', 'offer_resolution'],
  verdict: 'met',
  words: '',
  ...patch,
});

/** What a practice came to: one customer, two turns, two rules. */
export const aReport = (patch: Partial<RunReport> = {}): RunReport => ({
  scenarioId: 'late-parcel',
  title: 'Parcel has not moved for three days',
  seed: 7,
  language: 'en',
  startedAt: noon,
  endedAt: noon + 200_000,
  conversations: [
    {
      conversationId: 'lin',
      customerName: 'Lin',
      outcome: 'solved',
      patience: 60,
      firstReplyAfter: 9400,
      handlingTime: 130_000,
    },
  ],
  turns: [aTurn(), aTurn({ beat: 'next', verdict: 'met', missing: [], hint: 'Not needed' })],
  rules: [
    aRule(),
    {
      kind: 'never',
      rule: 'not our problem',
      verdict: 'not-met',
      words: 'Not our problem',
      turn: 1,
    },
  ],
  ...patch,
});

/** The same in a run with Chinese customers. */
export const aChineseReport = (): RunReport =>
  aReport({
    title: '包裹三天没动',
    language: 'zh',
    turns: [
      aTurn({
        customerText: '我的包裹呢',
        reply: '您好',
        found: [{ act: 'greet', words: '您好' }],
        model: '您好，请提供订单号。',
        hint: '先问订单号。',
        language: 'zh',
      }),
    ],
    rules: [{ kind: 'never', rule: '不归我管、都得排队', verdict: 'not-met', words: '不归我管' }],
  });
