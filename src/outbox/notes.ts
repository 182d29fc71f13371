import type { Clock } from '../shared/clock.ts';
import { createKeptMap, type KeptMap } from './create-kept-map.ts';
import type { DeskStorage } from './desk-storage.ts';
import { isRecord } from './is-record.ts';
import { onPageHidden } from './on-page-hidden.ts';

/** What an agent notes about a customer, for agents only. */
export interface CustomerNotes {
  readonly text: string;
  readonly tags: readonly string[];
}

/** The notes on all customers, by customer id. */
export type Notes = KeptMap<CustomerNotes>;

/** Nothing noted yet. */
export const emptyNotes: CustomerNotes = { text: '', tags: [] };

const parseNotes = (value: unknown): CustomerNotes | undefined => {
  if (!isRecord(value) || typeof value['text'] !== 'string') return undefined;
  const tags: unknown = value['tags'];
  return {
    text: value['text'],
    tags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
  };
};

/**
 * Private notes and tags by customer id, written like drafts are.
 * @param options.onHidden calls its task when the page is about to go; ends with the returned function
 */
export function createNotes(options: {
  readonly storage: DeskStorage;
  readonly clock: Clock;
  readonly delay?: number;
  readonly onHidden?: (task: () => void) => () => void;
}): Notes {
  const { storage, clock, delay = 300, onHidden = onPageHidden } = options;
  const notes = createKeptMap<CustomerNotes>({
    storage,
    store: 'notes',
    clock,
    delay,
    empty: emptyNotes,
    isEmpty: ({ text, tags }) => text === '' && tags.length === 0,
    parse: parseNotes,
  });
  onHidden(() => void notes.flush());
  return notes;
}
