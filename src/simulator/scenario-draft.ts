import type { DialogueAct } from '../domain/run-report.ts';
import type {
  Arrival,
  Condition,
  EarlierMessage,
  Ending,
  KeyValue,
  Must,
  Rule,
  TextName,
} from './scenario.ts';

/** A limit while its conditions are being read. */
interface LimitDraft {
  readonly language: string;
  readonly text: string;
  readonly conditions: string[];
}

type TextsDraft = Partial<Record<TextName, Record<string, string[]>>>;

/** A beat while it is being read. */
export const createBeatDraft = (id: string, line: number) => ({
  id,
  line,
  texts: {} as TextsDraft,
  want: [] as DialogueAct[],
  anyof: [] as DialogueAct[],
  within: undefined as number | undefined,
  rules: {} as Partial<Record<Condition, Rule>>,
  end: undefined as Ending | undefined,
  /** Keywords that stood already, of those that stand once. */
  seen: new Set<string>(),
});

/** @see createBeatDraft */
export type BeatDraft = ReturnType<typeof createBeatDraft>;

/** A chat while it is being read. */
export const createChatDraft = (id: string, line: number) => ({
  id,
  line,
  texts: {} as TextsDraft,
  patience: 60,
  mayEnd: undefined as string | undefined,
  channel: undefined as 'rtt' | undefined,
  arrives: undefined as Arrival | undefined,
  facts: [] as KeyValue[],
  labels: [] as KeyValue[],
  known: [] as string[],
  private: [] as string[],
  earlier: [] as EarlierMessage[],
  musts: [] as Must[],
  nevers: [] as string[],
  limits: undefined as LimitDraft[] | undefined,
  beats: [] as BeatDraft[],
  seen: new Set<string>(),
});

/** @see createChatDraft */
export type ChatDraft = ReturnType<typeof createChatDraft>;

/** A scenario while it is being read. */
export const createScenarioDraft = () => ({
  id: '',
  level: 1,
  languages: [] as string[],
  seed: 1,
  clock: 'soft' as 'soft' | 'off',
  texts: {} as TextsDraft,
  musts: [] as Must[],
  nevers: [] as string[],
  limits: undefined as LimitDraft[] | undefined,
  chats: [] as ChatDraft[],
  seen: new Set<string>(),
});

/** @see createScenarioDraft */
export type Draft = ReturnType<typeof createScenarioDraft>;

/** A name that a line uses and another must explain; looked up when all is read. */
export interface Reference {
  readonly kind: 'beat' | 'fact' | 'arrival';
  readonly word: string;
  readonly chat: ChatDraft;
  /** For an arrival: the chat that the beat is of. */
  readonly chatName: string | undefined;
  readonly line: number;
}
