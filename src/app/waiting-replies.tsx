import './waiting-replies.css';
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { render } from '#dom';
import type { Conversation } from '../domain/conversation.ts';
import { spokenText } from '../domain/describe-message.ts';
import type { Message } from '../domain/message.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';
import type { Session } from '../session/create-session.ts';
import { useWorkspace, type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import { focusSoon, putBack } from './reply-box.ts';

/** The replies to one customer that have not gone out. */
interface Waiting {
  readonly conversation: Conversation;
  readonly entries: readonly OutboxEntry[];
  /** Whether it is the agent's word that is waited for, and not the link. */
  readonly isHeld: boolean;
  /** What the customer wrote since, as far as it is shown. */
  readonly news: readonly Message[];
}

/**
 * Shows above the desk which replies wait, for the link or for the agent's word, until its owner goes.
 * It stands outside of the app's own tree, so that the first screen need not know of it.
 */
export function showWaitingReplies(workspace: Workspace, shift: Session): void {
  const { storage, clock, t, queue } = workspace;
  const outbox = createOutbox({ storage, clock });
  const [entries, setEntries] = createSignal<readonly OutboxEntry[]>([]);
  const update = () => setEntries(outbox.list(shift.connector.id));
  onCleanup(outbox.subscribe(update));
  void outbox.loaded.then(update);

  const waiting = createMemo<readonly Waiting[]>(() => {
    const { conversations, connection } = shift.desk();
    const open = entries().filter(({ state }) => state === 'waiting');
    return conversations.flatMap((conversation): readonly Waiting[] => {
      const own = open.filter(({ conversationId }) => conversationId === conversation.id);
      const held = own.filter((entry) => entry.held);
      const news = held[0] ? newsSince(conversation, held[0].after) : [];
      if (held.length) return [{ conversation, entries: held, isHeld: true, news }];
      const isOffline = own.length > 0 && connection !== 'online';
      return isOffline ? [{ conversation, entries: own, isHeld: false, news }] : [];
    });
  });

  const describe = (news: readonly Message[], name: string) =>
    t('away.wrote', { name, count: Math.max(1, news.length) });
  // Told once each, by name; the words too where they were not heard when they came.
  const heard = new Set<string>();
  const told = new Set<string>();
  onCleanup(
    workspace.onDeskEvent((event) => {
      if (event.type === 'message.received') heard.add(event.message.id);
    }),
  );
  createEffect(() => {
    const held = waiting().filter(({ isHeld }) => isHeld);
    for (const id of told)
      if (!held.some(({ conversation }) => conversation.id === id)) told.delete(id);
    for (const { conversation, news } of held) {
      if (told.has(conversation.id)) continue;
      told.add(conversation.id);
      const { name } = conversation.customer;
      const source = { id: conversation.id, name };
      const text = `${describe(news, name)} ${t('away.choose')}`;
      queue.announce({ class: 'connection', priority: 1, text, source });
      const last = news.at(-1);
      if (!last || heard.has(last.id)) continue;
      const isOpen = conversation.id === shift.desk().selectedId;
      const words = spokenText(last, t);
      queue.announce({
        class: isOpen ? 'message-open' : 'message-other',
        priority: isOpen ? 1 : 2,
        text: isOpen ? words : t('spoken.from', { name, text: words }),
        language: last.language,
        source,
      });
    }
  });

  const host = document.createElement('section');
  host.className = 'notices note waiting-replies';
  host.dataset['region'] = 'waiting';
  createEffect(() => {
    host.ariaLabel = t('away.title');
    if (!waiting().length) host.remove();
    else if (!host.isConnected) document.querySelector('.shell > header')?.after(host);
  });
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <For each={waiting().map(({ conversation }) => conversation.id)}>
          {(id) => (
            <Show when={waiting().find(({ conversation }) => conversation.id === id)}>
              {(found) => <WaitingReply waiting={found()} outbox={outbox} shift={shift} />}
            </Show>
          )}
        </For>
      </WorkspaceProvider>
    ),
    host,
  );
  onCleanup(() => {
    dispose();
    host.remove();
  });
}

/** What the customer wrote after a message; all that is known if that one is not. */
const newsSince = ({ messages }: Conversation, after: string | undefined): readonly Message[] =>
  messages
    .slice(messages.findIndex(({ id }) => id === after) + 1)
    .filter(({ author }) => author === 'customer');

interface WaitingReplyProps {
  readonly waiting: Waiting;
  readonly outbox: Outbox;
  readonly shift: Session;
}

function WaitingReply(props: WaitingReplyProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, router } = workspace;
  const id = () => props.waiting.conversation.id;
  const name = () => props.waiting.conversation.customer.name;
  const lineId = () => `waiting-${id()}`;

  const goThere = () => {
    router.go('desk');
    props.shift.select(id());
  };
  const look = () => {
    const first = props.waiting.news[0];
    goThere();
    focusSoon(first ? `m-${first.id}` : 'reply');
    say(t('away.looking'));
  };
  const send = () => {
    const text = t('away.sending', { name: name() });
    goThere();
    focusSoon('reply');
    // What was heard is known; what comes after it may be asked about again.
    const newest =
      props.waiting.news.at(-1) ?? newsSince(props.waiting.conversation, undefined).at(-1);
    void props.outbox.release(id(), newest?.id);
    say(text);
  };
  const takeBack = async (entries: readonly OutboxEntry[]) => {
    const conversationId = id();
    goThere();
    const texts: string[] = [];
    for (const entry of entries) {
      const text = await props.outbox.takeBack(entry.id);
      if (text !== undefined) texts.push(text);
    }
    if (texts.length) putBack(workspace, conversationId, texts.join('\n'));
    focusSoon('reply');
    say(t(texts.length ? 'composer.takenBack' : 'away.tooLate'));
  };
  const button = (text: string, act: () => void, isFirst = false) => (
    <button
      type="button"
      classList={{ primary: isFirst }}
      aria-describedby={lineId()}
      onClick={() => act()}
    >
      {text}
    </button>
  );
  return (
    <>
      <p id={lineId()}>
        {props.waiting.isHeld
          ? t('away.wrote', { name: name(), count: Math.max(1, props.waiting.news.length) })
          : t('away.waits', { name: name(), count: props.waiting.entries.length })}{' '}
        <q lang={props.waiting.conversation.language} dir="auto">
          {props.waiting.entries.at(-1)?.text}
        </q>
      </p>
      <div class="row">
        <Show
          when={props.waiting.isHeld}
          fallback={button(t('away.takeLast'), () => takeBack(props.waiting.entries.slice(-1)))}
        >
          {button(t('away.look'), look, true)}
          {button(t('away.send'), send)}
          {button(t('away.takeBack'), () => takeBack(props.waiting.entries))}
        </Show>
      </div>
    </>
  );
}
