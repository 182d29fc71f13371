import type { DialogueAct } from '../domain/run-report.ts';

/** What a run is looked at for. */
export const dimensions = [
  'resolution',
  'order',
  'understanding',
  'empathy',
  'clarity',
  'closing',
] as const;

/** One of {@link dimensions}. */
export type Dimension = (typeof dimensions)[number];

/** How a run is judged; data, so that a desk can weigh it otherwise. */
export interface Rubric {
  readonly version: number;
  /** Points of each; together 100. */
  readonly weights: Readonly<Record<Dimension, number>>;
  /** Turns in which one of these is expected count for the dimension. */
  readonly acts: Readonly<Partial<Record<Dimension, readonly DialogueAct[]>>>;
  /** Points that a pass takes. */
  readonly pass: number;
  /** Characters of a reply beyond which it is too long to be read while waiting, by primary language. */
  readonly longest: Readonly<Record<string, number>>;
  /** What nobody writes to a customer; each fails the run. Whole words in English. */
  readonly insults: readonly RegExp[];
}

/** The rubric that practices are judged by. */
export const rubric: Rubric = {
  version: 1,
  weights: {
    resolution: 30,
    order: 25,
    understanding: 15,
    empathy: 15,
    clarity: 10,
    closing: 5,
  },
  acts: {
    order: [
      'verify_identity',
      'state_policy',
      'refuse',
      'offer_resolution',
      'confirm_resolution',
      'set_expectation',
      'escalate',
      'give_information',
      'state_unavailable',
    ],
    understanding: ['ask_order_number', 'ask_info', 'confirm_details', 'acknowledge'],
    empathy: ['greet', 'thank', 'apologise', 'empathise'],
    closing: ['close', 'offer_more_help'],
  },
  pass: 70,
  longest: { en: 600, zh: 220 },
  insults: [
    /\b(?:shut up|stupid|idiots?|morons?|dumb|screw you|not my problem|who cares|you people|stop whining|are you (?:deaf|blind|thick))\b/i,
    // Parcels get lost as well; only an order is an insult.
    /(?:^|[.!?,;]\s*)(?:just\s+|so\s+)?get lost\b/i,
    /闭嘴|傻|蠢|笨蛋|神经病|你有病|有病吧|(?<!翻|打)滚(?=[吧开蛋!！。，]|$)|白痴|关我什么事|爱买不买|你瞎|没脑子|长点脑子|脑子[有进坏]|活该|烦死了/,
  ],
};
