import type { Clock } from '../shared/clock.ts';
import { createKeptMap, type KeptMap } from './create-kept-map.ts';
import type { DeskStorage } from './desk-storage.ts';
import { isRecord } from './is-record.ts';
import { onPageHidden } from './on-page-hidden.ts';

/** What stands in the composer of a conversation, and where the agent is in it (A8). */
export interface Draft {
  readonly text: string;
  /** UTF-16 offsets, as a text field gives them. */
  readonly selectionStart: number;
  readonly selectionEnd: number;
  /** The reading position of the transcript, in a unit of the screen's own. */
  readonly scroll?: number;
}

/** The drafts of all conversations, by conversation id. */
export type Drafts = KeptMap<Draft>;

/** No words yet. */
export const emptyDraft: Draft = { text: '', selectionStart: 0, selectionEnd: 0 };

const parseDraft = (value: unknown): Draft | undefined => {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const text = value['text'];
  const offset = (at: unknown) =>
    typeof at === 'number' && at >= 0 && at <= text.length ? at : text.length;
  const scroll = value['scroll'];
  return {
    text,
    selectionStart: offset(value['selectionStart']),
    selectionEnd: offset(value['selectionEnd']),
    ...(typeof scroll === 'number' && { scroll }),
  };
};

/**
 * The drafts of all conversations, by conversation id. They outlive reload, crash and sign-in (A43):
 * at most `delay` milliseconds of typing are lost, nothing when the page is left in order.
 * @param options.onHidden calls its task when the page is about to go; ends with the returned function
 */
export function createDrafts(options: {
  readonly storage: DeskStorage;
  readonly clock: Clock;
  readonly delay?: number;
  readonly onHidden?: (task: () => void) => () => void;
}): Drafts {
  const { storage, clock, delay = 300, onHidden = onPageHidden } = options;
  const drafts = createKeptMap<Draft>({
    storage,
    store: 'drafts',
    clock,
    delay,
    empty: emptyDraft,
    isEmpty: ({ text, scroll }) => text === '' && scroll === undefined,
    parse: parseDraft,
  });
  onHidden(() => void drafts.flush());
  return drafts;
}
