import { createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { groupPast, type PastPage } from '../domain/past.ts';
import { describeConnectorError } from '../session/describe-connector-error.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { PastDetails } from './past-details.tsx';
import './earlier-conversations.css';

/**
 * What was said with this customer before. Nothing is fetched until it is opened: on a slow link
 * its 10 kB would hold up the customer's next words for two seconds, and most answers need no past.
 * @param props.conversation the one that is open; another one needs another list
 */
export function EarlierConversations(props: { readonly conversation: Conversation }): JSX.Element {
  const { t, say } = useWorkspace();
  const { connector } = useSession();
  const { id } = props.conversation;
  const [messages, setMessages] = createSignal<readonly Message[]>([]);
  const [page, setPage] = createSignal<PastPage>();
  const [problem, setProblem] = createSignal('');
  const [isReading, setReading] = createSignal(false);
  const past = createMemo(() =>
    groupPast(messages(), page()?.wrapUps ?? [], page()?.older === undefined),
  );
  // By id, not by what is in them: one that grows at its beginning stays open.
  const ids = createMemo(() => past().map((each) => each.id));
  const goesOn = () => page()?.older !== undefined;
  let isHere = true;
  let details!: HTMLDetailsElement;
  let button: HTMLButtonElement | undefined;
  onCleanup(() => {
    isHere = false;
  });

  const show = (read: PastPage) => {
    const known = new Set(messages().map((each) => each.id));
    const news = read.messages.filter((each) => !known.has(each.id));
    const isFirst = !page();
    const before = past().length;
    const hadFocus = button !== undefined && document.activeElement === button;
    setMessages([...news, ...messages()]);
    setPage(read);
    setProblem('');
    if (!isFirst) say(t('transcript.earlierLoaded', { count: news.length }));
    else if (past().length === 0) say(t('customer.earlierNone'));
    else say(t('customer.earlierFound', { count: past().length }));
    // The button may be gone now; who pressed it goes on where the news begin (A39).
    if (!hadFocus || document.activeElement === button) return;
    const found = details.querySelectorAll<HTMLElement>('li > details > summary');
    if (found.length > 0) found[Math.min(before, found.length - 1)]?.focus();
    else focusOnce(details.querySelector('p'));
  };

  const read = async () => {
    if (isReading()) return;
    setReading(true);
    const result = await connector.readPast(id, page()?.older);
    if (!isHere) return;
    if (result.ok) show(result.value);
    else {
      setProblem(describeConnectorError(result.error, t));
      say(problem());
    }
    setReading(false);
  };

  return (
    <details
      ref={details}
      class="earlier-conversations"
      onToggle={() => {
        if (details.open && !page()) void read();
      }}
    >
      <summary>{t('customer.earlier')}</summary>
      <ul>
        <For each={ids()}>
          {(pastId) => (
            <Show when={past().find((each) => each.id === pastId)}>
              {(found) => (
                <li>
                  <PastDetails
                    past={found()}
                    customerName={props.conversation.customer.name}
                    isCut={goesOn() && found().messages[0]?.id === messages()[0]?.id}
                  />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={page() && !goesOn() && past().length === 0}>
        <p>{t('customer.earlierNone')}</p>
      </Show>
      <Show when={problem()}>
        <p class="error">{problem()}</p>
      </Show>
      <Show when={problem() || goesOn()} fallback={isReading() && <p>{t('app.loading')}</p>}>
        <button ref={button} type="button" class="quiet" onClick={() => void read()}>
          {isReading() ? t('app.loading') : t(problem() ? 'app.retry' : 'customer.earlierOlder')}
        </button>
      </Show>
    </details>
  );
}
