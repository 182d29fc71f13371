/** What another tab has in the reply box of a conversation. */
export interface DraftWord {
  readonly conversationId: string;
  readonly text: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  /** The words that it had taken from another tab when the agent went on typing there. */
  readonly over: string;
}

/** What this tab has of the same draft. */
export interface DraftCopy {
  readonly text: string;
  /** What was last taken from another tab. */
  readonly over: string;
  /** Typed here, and not known to be in any other tab. */
  readonly own: string;
}

/**
 * What stands here once another tab's draft has come. It takes the place of this one if nothing that
 * was typed here gets lost by that: nothing was, or the other tab had it before it went on, or has
 * it still. Else the words of both stand below one another.
 */
export function joinDrafts(here: DraftCopy, there: DraftWord): DraftCopy {
  const { text, over } = there;
  const isSafe = here.own === '' || over === here.text || text.includes(here.own);
  if (isSafe) return { text, over: text, own: '' };
  return { text: text === '' ? here.own : `${text}\n${here.own}`, over: text, own: here.own };
}

/** Reads what was told as a draft; undefined if it is something else. */
export function parseDraftWord(word: unknown): DraftWord | undefined {
  if (typeof word !== 'object' || word === null) return undefined;
  const { conversationId, text, over, selectionStart, selectionEnd } = word as Record<
    string,
    unknown
  >;
  if (typeof conversationId !== 'string' || typeof text !== 'string') return undefined;
  const offset = (at: unknown) =>
    typeof at === 'number' && at >= 0 && at <= text.length ? at : text.length;
  return {
    conversationId,
    text,
    over: typeof over === 'string' ? over : '',
    selectionStart: offset(selectionStart),
    selectionEnd: offset(selectionEnd),
  };
}
