import type { Command } from '../a11y/commands.ts';
import { nextField } from '../canned-responses/placeholder.ts';
import { describeMessage } from '../domain/describe-message.ts';
import { waitingConversations } from '../domain/desk-state.ts';
import type { Session } from '../session/create-session.ts';
import type { Workspace } from '../session/workspace.ts';
import type { LanguageTag } from '../shared/language.ts';
import { focusOnce } from '../ui/focus-once.ts';
import type { ConversationHandle, Panel } from './conversation-view.tsx';

/** What the console's commands act upon. */
export interface ConsoleParts {
  readonly workspace: Workspace;
  readonly session: Session;
  /** Opens a conversation and goes to its reply box. */
  open(conversationId: string): void;
  resort(): void;
  handle(): ConversationHandle | undefined;
}

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
/** A second press within this time goes to the message that was just read (A13). */
const again = 1500;

/** All that can be done at the desk with a key, a word in the palette or a typed `/command` (A34). */
export function consoleCommands(parts: ConsoleParts): readonly Command[] {
  const { workspace, session, handle } = parts;
  const { t, say, clock, now, formatTime, drafts } = workspace;
  const selected = () => session.selected();
  const hasOpen = () => selected() !== undefined;
  const panel = (name: Panel) => () => handle()?.open(name);
  const focus = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  let lastSpoken = { number: 0, at: 0 };

  /** The n-th newest message is spoken; pressed twice, the focus goes there (A13). */
  const speakMessage = (number: number) => {
    const conversation = selected();
    const message = conversation?.messages.at(-number);
    if (!conversation || !message) return say(t('transcript.noMessage'));
    const isAgain = lastSpoken.number === number && clock.now() - lastSpoken.at < again;
    lastSpoken = { number: isAgain ? 0 : number, at: clock.now() };
    if (isAgain) return handle()?.view.focusMessage(message.id);
    const { name } = conversation.customer;
    say(describeMessage(message, name, formatTime(message.at), t), message.language);
  };
  /** Says a longer account; its words are fetched behind the first screen. */
  const tell = (
    words: (from: typeof import('../domain/describe-where.ts')) => string,
    language: LanguageTag,
  ) => {
    Promise.all([import('../domain/describe-where.ts'), workspace.allSentences()]).then(
      ([from]) => say(words(from), language),
      () => say(t('app.loadFailed')),
    );
  };
  const openOr = (id: string | undefined, otherwise: string) =>
    id ? parts.open(id) : say(otherwise);
  const unreadOutside = () =>
    session
      .desk()
      .conversations.find(({ id, unread }) => unread > 0 && id !== session.desk().selectedId)?.id;

  return [
    ...digits.map((number) => ({
      id: `speak-message-${number}` as const,
      run: () => speakMessage(number),
      available: hasOpen,
    })),
    { id: 'next-unread', run: () => openOr(unreadOutside(), t('list.nothingUnread')) },
    {
      id: 'longest-waiting',
      run: () => openOr(waitingConversations(session.desk())[0]?.id, t('list.nobodyWaits')),
    },
    {
      id: 'speak-longest-waiting',
      run: () => {
        const [first] = waitingConversations(session.desk());
        if (first) tell(({ describeWaiting }) => describeWaiting(first, t, now()), first.language);
        else say(t('list.nobodyWaits'));
      },
    },
    { id: 're-sort', run: parts.resort },
    { id: 'focus-list', run: () => focusList(session) },
    { id: 'focus-composer', run: focus('#reply'), available: hasOpen },
    { id: 'focus-transcript', run: focus('.log [tabindex="0"]'), available: hasOpen },
    {
      id: 'customer-panel',
      available: hasOpen,
      run: () => focusOnce(document.getElementById('customer-heading')),
    },
    { id: 'send', run: () => handle()?.composer()?.send(), available: hasOpen },
    {
      id: 'undo-send',
      available: hasOpen,
      run: () => {
        const composer = handle()?.composer();
        if (composer) composer.takeBack();
        else say(t('composer.nothingToTakeBack'));
      },
    },
    {
      id: 'retry-failed',
      available: hasOpen,
      run: () => {
        const failed = selected()?.messages.filter(({ delivery }) => delivery === 'failed') ?? [];
        for (const { id } of failed) session.retry(id);
        say(t(failed.length ? 'composer.retried' : 'composer.nothingToRetry'));
      },
    },
    {
      id: 'speak-recipient',
      available: hasOpen,
      run: () => say(t('composer.recipient', { name: selected()?.customer.name ?? '' })),
    },
    { id: 'canned-responses', run: panel('canned'), available: hasOpen },
    { id: 'plain-text', run: panel('plain'), available: hasOpen },
    { id: 'search-conversation', run: panel('search'), available: hasOpen },
    {
      id: 'jump-to-unread',
      available: hasOpen,
      run: () => {
        const first = selected()?.firstUnreadId;
        if (first) handle()?.view.focusMessage(first);
        else say(t('transcript.noUnread'));
      },
    },
    { id: 'load-earlier', run: () => handle()?.view.showEarlier(), available: hasOpen },
    {
      id: 'end-conversation',
      available: () => selected()?.state === 'open',
      run: panel('end'),
    },
    { id: 'wrap-up', available: () => selected()?.state === 'wrap-up', run: panel('wrap-up') },
    {
      id: 'where-was-i',
      run: () => {
        const conversation = selected();
        if (!conversation) return say(t('spoken.nowhere'));
        const draft = handle()?.composer()?.text() ?? drafts.get(conversation.id).text;
        tell(({ describeWhere }) => describeWhere(conversation, draft, t), conversation.language);
      },
    },
    {
      id: 'next-field',
      available: hasOpen,
      run: () => {
        const composer = handle()?.composer();
        if (!composer) return;
        const box = composer.element();
        const field = nextField(box.value, box.selectionEnd);
        if (!field) return;
        box.focus();
        box.setSelectionRange(field.start, field.end);
        say(field.name);
      },
    },
    {
      id: 'copy-message',
      available: hasOpen,
      run: () => {
        const conversation = selected();
        const focused = document.activeElement?.id.replace(/^m-/, '');
        const message =
          conversation?.messages.find(({ id }) => id === focused) ?? conversation?.messages.at(-1);
        if (!message) return;
        navigator.clipboard.writeText(message.text).then(
          () => say(t('transcript.copied')),
          () => say(t('transcript.copyFailed')),
        );
      },
    },
    ...(['describe-picture', 'hand-over'] as const).map((id) => ({
      id,
      available: hasOpen,
      run: () => {
        const conversation = selected();
        const composer = handle()?.composer();
        if (!conversation || !composer) return;
        void import('./insert-starter.ts').then(({ insertStarter }) =>
          insertStarter(id, conversation, composer, workspace),
        );
      },
    })),
  ];
}

/** The list's own tab stop, and what stands there. */
function focusList(session: Session): void {
  const stop = document.querySelector<HTMLElement>('#conversation-list [tabindex="0"]');
  if (stop) stop.focus();
  else if (session.desk().conversations.length === 0) {
    focusOnce(document.getElementById('list-heading'));
  }
}
