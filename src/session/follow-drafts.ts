import type { DeskStorage } from '../outbox/desk-storage.ts';
import type { Drafts } from '../outbox/drafts.ts';
import { type DraftCopy, type DraftWord, joinDrafts, parseDraftWord } from './join-drafts.ts';
import type { TabLine } from './open-tab-line.ts';

/** The reply box that is in the page. */
export interface ReplyBox {
  readonly conversationId: string;
  readonly element: HTMLTextAreaElement;
}

/** Keeps drafts alike in all tabs of a desk. */
export interface DraftFollower {
  /** To be called when the reply box may have another text, or stand for another conversation. */
  look(): void;
  /** A conversation is over, and its draft with it. */
  forget(conversationId: string): void;
  end(): void;
}

/** What following takes. */
export interface DraftFollowerParts {
  readonly line: TabLine;
  readonly drafts: Drafts;
  readonly storage: Pick<DeskStorage, 'subscribe'>;
  box(): ReplyBox | undefined;
  /** Whether the agent is typing there: such a box is left alone. */
  isTypedIn(element: HTMLTextAreaElement): boolean;
}

/** Asks the others for what they have of a conversation that this tab has just opened. */
interface Question {
  readonly ask: string;
}

/**
 * Shows here what is typed in another tab (docs/adr/0009-two-tabs.md). A reply box that the agent is
 * in is not touched before they leave it, and words that no other tab has had are never replaced.
 */
export function followDrafts(parts: DraftFollowerParts): DraftFollower {
  const { line, drafts, isTypedIn } = parts;
  const copies = new Map<string, DraftCopy>();
  /** Came while the agent was typing in that box. */
  const waiting = new Map<string, DraftWord>();

  const tell = (conversationId: string, element?: HTMLTextAreaElement) => {
    const copy = copies.get(conversationId);
    if (!copy) return;
    const { text, over } = copy;
    const { selectionStart, selectionEnd } = element ?? {
      selectionStart: text.length,
      selectionEnd: text.length,
    };
    const word: DraftWord = { conversationId, text, over, selectionStart, selectionEnd };
    line.tell(word);
  };
  const copyOf = (conversationId: string): DraftCopy => {
    const known = copies.get(conversationId);
    if (known) return known;
    const { text } = drafts.get(conversationId);
    const copy = { text, over: text, own: '' };
    copies.set(conversationId, copy);
    const question: Question = { ask: conversationId };
    line.tell(question);
    return copy;
  };
  /** What was typed here, whatever typed it: keys, a canned response, or sending. */
  const noteOwn = ({ conversationId, element }: ReplyBox) => {
    const copy = copyOf(conversationId);
    const text = element.value;
    if (text === copy.text) return;
    copies.set(conversationId, { text, over: copy.over, own: text });
    tell(conversationId, element);
  };
  const take = (word: DraftWord, element: HTMLTextAreaElement | undefined) => {
    const { conversationId } = word;
    waiting.delete(conversationId);
    const next = joinDrafts(copyOf(conversationId), word);
    const isJoined = next.text !== word.text;
    const at = (offset: number) => (isJoined ? next.text.length : offset);
    const selection = [at(word.selectionStart), at(word.selectionEnd)] as const;
    copies.set(conversationId, next);
    if (element && element.value !== next.text) {
      element.value = next.text;
      element.setSelectionRange(...selection);
    }
    // A box in the page is kept by the composer; what that tab typed is on its way to the disk.
    if (!element || isJoined) {
      const [selectionStart, selectionEnd] = selection;
      drafts.set(conversationId, { text: next.text, selectionStart, selectionEnd });
    }
    if (isJoined) tell(conversationId, element);
  };
  const look = () => {
    const box = parts.box();
    if (box) noteOwn(box);
    for (const word of [...waiting.values()]) {
      const isHere = box?.conversationId === word.conversationId;
      if (!isHere || !isTypedIn(box.element)) take(word, isHere ? box.element : undefined);
    }
  };

  line.listen((told) => {
    const word = parseDraftWord(told);
    if (word) {
      waiting.set(word.conversationId, word);
      return look();
    }
    const { ask } = (typeof told === 'object' && told !== null ? told : {}) as Partial<Question>;
    if (ask !== undefined && copies.get(ask)?.own) tell(ask);
  });
  const end = parts.storage.subscribe('drafts', look);
  return {
    look,
    end,
    forget: (conversationId) => {
      copies.delete(conversationId);
      waiting.delete(conversationId);
    },
  };
}
