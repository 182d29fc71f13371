/** What can be wrong with a line of a scenario. */
export type ProblemKind =
  /** Neither a heading nor `keyword: text`. */
  | 'no-colon'
  | 'unknown-keyword'
  /** A keyword that belongs to another part: scenario, chat or beat. */
  | 'misplaced'
  | 'unknown-act'
  | 'unknown-beat'
  | 'unknown-chat'
  | 'unknown-fact'
  | 'unknown-language'
  | 'bad-number'
  | 'bad-time'
  /** A step of a rule that is not `go`, `stay`, `end` or `patience`. */
  | 'bad-step'
  | 'bad-value'
  /** Said before: a chat, a beat, or a keyword that stands once. */
  | 'duplicate'
  | 'missing'
  /** Good answers go round in a circle. */
  | 'no-end'
  /** Nothing leads to the beat. */
  | 'unreachable'
  /** Nobody says, sees or has to keep the fact. */
  | 'unused-fact'
  /** No beat and no reply of the chat says that it ends. */
  | 'open-end'
  /** Written in one declared language, but not in another. */
  | 'untranslated'
  /** A model reply has a forbidden phrase or a private value. */
  | 'model-forbidden'
  /** A model reply states what the policy sheet does not. */
  | 'model-contradicts'
  /** A model reply does not do what its beat hopes for. */
  | 'model-lacks'
  /** A limit names no amount. */
  | 'no-amount'
  | 'line-too-long'
  | 'too-long';

/** One thing that is wrong, at a line (counted from 1) of the text. */
export interface Problem {
  readonly line: number;
  readonly kind: ProblemKind;
  /** The word that it is about. */
  readonly word?: string;
  /** What was probably meant. */
  readonly suggestion?: string;
}
