import type { Workspace } from '../session/workspace.ts';

/** Frames in which something that was just asked for must be there: about two seconds. */
const patience = 120;

/** Gives the focus to an element that is about to be there, unless the agent has gone on meanwhile. */
export function focusSoon(id: string, frames = patience, from = document.activeElement): void {
  const element = document.getElementById(id);
  const now = document.activeElement;
  if (now !== from && now !== document.body && from?.isConnected) return;
  if (element) element.focus();
  else if (frames > 0) requestAnimationFrame(() => focusSoon(id, frames - 1, from));
}

/** Puts words back before those in the reply box of a conversation, whether it is open or not. */
export function putBack(workspace: Workspace, conversationId: string, text: string): void {
  const { drafts, session } = workspace;
  const box = document.querySelector<HTMLTextAreaElement>('#reply');
  const isOpen = box !== null && session()?.desk().selectedId === conversationId;
  const before = isOpen ? box.value : drafts.get(conversationId).text;
  const words = before ? `${text}\n${before}` : text;
  const caret = { selectionStart: text.length, selectionEnd: text.length };
  drafts.set(conversationId, { text: words, ...caret });
  if (!isOpen) return;
  box.value = words;
  box.setSelectionRange(caret.selectionStart, caret.selectionEnd);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
