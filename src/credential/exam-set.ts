/** What is to be passed for one certificate; in one language at a time. */
export interface ExamSet {
  readonly id: 'levels-1-2' | 'level-3' | 'level-4';
  readonly levels: readonly number[];
  /** How customers come. */
  readonly channel: 'text';
  /** Primary subtags of the languages that it can be taken in. */
  readonly languages: readonly string[];
  /** Ids of built-in scenarios, all of which are to be passed. */
  readonly scenarios: readonly string[];
  /** Points of 100 that each takes, without a critical error. */
  readonly pass: number;
  /** How often each may be tried … */
  readonly tries: number;
  /** … in so many days; then tries come back. */
  readonly days: number;
}

const common = { channel: 'text', languages: ['en', 'zh'], tries: 3, days: 30 } as const;

/** The built-in sets, the easiest first. No scenario is in two of them. */
export const examSets: readonly ExamSet[] = [
  {
    id: 'levels-1-2',
    levels: [1, 2],
    scenarios: [
      'late-parcel',
      'refund',
      'double-charge',
      'account-locked',
      'privacy-request',
      'deaf-customer',
    ],
    pass: 70,
    ...common,
  },
  {
    id: 'level-3',
    levels: [3],
    scenarios: ['fraud-call', 'cross-border', 'scam', 'says-no'],
    pass: 75,
    ...common,
  },
  { id: 'level-4', levels: [4], scenarios: ['rush-four'], pass: 75, ...common },
];
