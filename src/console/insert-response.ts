import { type CannedResponse, chooseVariant } from '../canned-responses/canned-response.ts';
import { expand, type KnownValues } from '../canned-responses/expand.ts';
import { insertAtCaret } from '../canned-responses/insert-at-caret.ts';
import { unfilledBlanks } from '../canned-responses/placeholder.ts';
import type { ShortcutTrigger } from '../canned-responses/shortcut-at-caret.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Workspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import type { ComposerHandle } from './composer.tsx';

type Desk = Pick<Workspace, 't' | 'say' | 'settings' | 'session' | 'language'>;

/** What a response's `{customer}` and `{agent}` stand for in this conversation. */
export const knownValues = (conversation: Conversation, desk: Desk): KnownValues => ({
  customer: conversation.customer.name,
  agent: desk.settings().agentName || desk.session()?.agent()?.name,
});

/**
 * Puts a response at the caret, in the conversation's language, with what is known filled in. The
 * draft stays; the focus goes to the reply box with the first new blank selected, and it is said
 * which one. So is a language that is not the customer's.
 * @param trigger the typed `/query`, which goes
 */
export function insertResponse(
  response: CannedResponse,
  conversation: Conversation,
  composer: ComposerHandle,
  desk: Desk,
  trigger?: ShortcutTrigger,
): void {
  const { t } = desk;
  const variant = chooseVariant(response.texts, [conversation.language, desk.language()]);
  if (!variant) return;
  const box = composer.element();
  const snippet = expand(variant.text, knownValues(conversation, desk));
  const { text, caret, firstNew } = insertAtCaret(
    box.value,
    box.selectionStart,
    box.selectionEnd,
    snippet,
    trigger,
  );
  composer.set(text, firstNew?.start ?? caret, firstNew?.end ?? caret);
  composer.focus();
  const spoken: string[] = [];
  if (primaryLanguage(variant.language) !== primaryLanguage(conversation.language)) {
    const names = new Intl.DisplayNames([desk.language()], { type: 'language' });
    spoken.push(t('canned.otherLanguage', { language: names.of(variant.language) ?? '' }));
  }
  if (firstNew) {
    const count = unfilledBlanks(text).length;
    spoken.push(t('canned.fill', { count, name: firstNew.name }));
  }
  if (spoken.length) desk.say(spoken.join(' '));
}
