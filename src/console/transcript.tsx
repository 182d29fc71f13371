import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import type { Message } from '../domain/message.ts';
import { useWorkspace } from '../session/workspace.ts';
import { moveInList } from '../ui/move-in-list.ts';
import { createRows } from './create-rows.ts';
import { MessageArticle } from './message-article.tsx';
import type { View } from './views.ts';

/** How many of the newest messages stay mounted (A12), and how many come with each request. */
const mounted = 200;
/** How many are there at once, and how many more with each frame: to open must not take long. */
const atOnce = 20;
const page = 100;
const nearBottom = 48;

interface TranscriptProps {
  readonly conversation: Conversation;
  readonly view: View;
  loadEarlier(): void;
  retry(messageId: string): void;
}

/**
 * The messages: a silent log (A10) of articles with one tab stop. What is read is never moved:
 * the window only lets old messages go while the agent is at the bottom and elsewhere (A12, A15).
 */
export function Transcript(props: TranscriptProps): JSX.Element {
  const { t, say, settings } = useWorkspace();
  let log!: HTMLDivElement;
  const [startId, setStartId] = createSignal(props.view.startId);
  const [activeId, setActiveId] = createSignal(props.view.messageId);
  const [below, setBelow] = createSignal(0);
  const [grown, setGrown] = createSignal(props.view.isAtBottom ? atOnce : mounted);
  let isAtBottom = props.view.isAtBottom;

  const isElsewhere = () => !(log as HTMLElement | undefined)?.contains(document.activeElement);
  const visible = createMemo<readonly Message[]>((before) => {
    const { messages } = props.conversation;
    const mayGo = before.length < mounted || (isAtBottom && isElsewhere());
    const start = startId() ?? (mayGo ? undefined : before[0]?.id);
    const from = start ? messages.findIndex(({ id }) => id === start) : -1;
    return messages.slice(from >= 0 ? from : -grown());
  }, []);
  const rows = createRows(visible);
  const ids = () => visible().map(({ id }) => id);
  /** The one tab stop: where the agent was, else the newest. */
  const stop = createMemo(() => {
    const active = activeId();
    const isShown = visible().some(({ id }) => id === active);
    return isShown ? active : visible().at(-1)?.id;
  });
  // Asked by every article, so each is something that rarely changes.
  const isStop = createSelector(stop);
  const isFirstUnread = createSelector(() => props.conversation.firstUnreadId);
  const name = createMemo(() => props.conversation.customer.name);
  // A memo, because it is asked once more when the conversation is gone already.
  const hasHidden = createMemo(() => visible().length < props.conversation.messages.length);

  let followedTo = 0;
  const toBottom = () => {
    log.scrollTop = log.scrollHeight;
    followedTo = log.scrollTop;
    setBelow(0);
  };
  /** Once a frame: each scroll makes the browser lay everything out. */
  let follow = 0;
  const followSoon = () => {
    follow ||= requestAnimationFrame(() => {
      follow = 0;
      if (isAtBottom) toBottom();
    });
  };
  createEffect(
    on(
      () => props.conversation.messages.length,
      (length, previous = length) => {
        if (isAtBottom) {
          followSoon();
          if (isElsewhere() && visible().length > mounted + page) setStartId(undefined);
        } else if (props.conversation.messages.at(-1)?.author === 'customer' && length > previous) {
          setBelow((count) => count + 1);
        }
      },
    ),
  );
  let growing = 0;
  /** What is read stays where it is, as far from the end as before. */
  const grow = () => {
    const fromEnd = log.scrollHeight - log.scrollTop;
    setGrown((count) => Math.min(mounted, count + atOnce));
    log.scrollTop = log.scrollHeight - fromEnd;
    if (isAtBottom) followedTo = log.scrollTop;
    if (grown() < mounted && hasHidden()) growing = requestAnimationFrame(grow);
  };
  onMount(() => {
    // In the frame after the first one, which is not to wait for it.
    growing = requestAnimationFrame(() => {
      growing = requestAnimationFrame(grow);
    });
    // What comes and goes beneath it, or a window that is made smaller, hides no message.
    new ResizeObserver(followSoon).observe(log);
    if (isAtBottom) toBottom();
    else log.scrollTop = props.view.scrollTop;
  });
  onCleanup(() => {
    cancelAnimationFrame(follow);
    cancelAnimationFrame(growing);
    Object.assign(props.view, {
      startId: isAtBottom || !hasHidden() ? undefined : visible()[0]?.id,
      messageId: activeId(),
      isAtBottom,
      scrollTop: log.scrollTop,
    });
  });

  const focusMessage = (id: string | undefined) => {
    if (!id) return;
    setActiveId(id);
    const element = document.getElementById(`m-${id}`);
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLButtonElement)
      return;
    const list = ids();
    const index = list.indexOf(stop() ?? '');
    const next = moveInList(event.key, index, list.length);
    if (next === undefined) return;
    event.preventDefault();
    focusMessage(list[next]);
  };
  /** Shows older ones; the one at the top stays where it is on the screen. */
  const earlier = () => {
    const height = log.scrollHeight;
    const top = log.scrollTop;
    const { messages } = props.conversation;
    const from = messages.length - visible().length;
    if (from > 0) {
      const next = Math.max(0, from - page);
      setStartId(messages[next]?.id);
      say(t('transcript.earlierLoaded', { count: from - next }));
    } else if (props.conversation.hasEarlier) {
      setStartId(messages[0]?.id);
      props.loadEarlier();
    } else say(t('transcript.earlierNone'));
    log.scrollTop = top + log.scrollHeight - height;
  };
  createEffect(
    on(
      () => props.conversation.messages[0]?.id,
      (first, previous) => {
        if (!previous || first === previous || startId() !== previous) return;
        const height = log.scrollHeight;
        const top = log.scrollTop;
        setStartId(first);
        log.scrollTop = top + log.scrollHeight - height;
      },
    ),
  );
  props.view.focusMessage = focusMessage;
  props.view.showEarlier = earlier;

  return (
    <div class="transcript" style={{ 'font-size': `${settings().transcriptSize}%` }}>
      <div
        ref={log}
        class="log"
        role="log"
        aria-live="off"
        aria-label={t('transcript.label', { name: name() })}
        onKeyDown={onKeyDown}
        onScroll={() => {
          // What came since the last frame is not below: that frame's scroll is only told now.
          isAtBottom =
            (follow > 0 && log.scrollTop >= followedTo) ||
            log.scrollHeight - log.scrollTop - log.clientHeight < nearBottom;
          if (isAtBottom && below()) setBelow(0);
        }}
      >
        <Show when={hasHidden() || props.conversation.hasEarlier}>
          <button type="button" class="quiet earlier" onClick={earlier}>
            {t('transcript.earlier')}
          </button>
        </Show>
        <For each={rows()}>
          {(message) => (
            <>
              <Show when={isFirstUnread(message().id)}>
                <p class="divider">{t('transcript.unread')}</p>
              </Show>
              <MessageArticle
                message={message()}
                customerName={name()}
                isStop={isStop(message().id)}
                onFocus={() => setActiveId(message().id)}
                retry={props.retry}
              />
            </>
          )}
        </For>
      </div>
      <Show when={below() > 0}>
        <button type="button" class="below" onClick={toBottom}>
          {t('transcript.below', { count: below() })}
        </button>
      </Show>
    </div>
  );
}
