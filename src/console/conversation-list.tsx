import {
  createEffect,
  createMemo,
  createSelector,
  createSignal,
  For,
  type JSX,
  Show,
} from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { describeConversation, previewOf } from '../domain/describe-conversation.ts';
import { describeDuration } from '../domain/describe-duration.ts';
import { orderConversations } from '../domain/order-conversations.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { moveInList } from '../ui/move-in-list.ts';
import { createRows } from './create-rows.ts';

const shownAtFirst = 50;

interface ConversationListProps {
  /** Opens a conversation and goes to its reply box. */
  open(conversationId: string): void;
  /** Hands out the function that sorts again, for the command. */
  onReady(resort: () => void): void;
}

/** A listbox with one tab stop (A5). While it has the focus its order stands still (A7). */
export function ConversationList(props: ConversationListProps): JSX.Element {
  const { t, now, say } = useWorkspace();
  const { desk } = useSession();
  let list!: HTMLDivElement;
  const [frozen, setFrozen] = createSignal<readonly string[]>();
  const [activeId, setActiveId] = createSignal<string>();
  const [limit, setLimit] = createSignal(shownAtFirst);
  let typed = '';
  let typedAt = 0;

  const byId = createMemo(() => new Map(desk().conversations.map((item) => [item.id, item])));
  const sorted = createMemo(() => orderConversations(desk().conversations).map(({ id }) => id));
  const order = createMemo<readonly string[]>(() => {
    const still = frozen();
    if (!still) return sorted();
    const kept = still.filter((id) => byId().has(id));
    return [...kept, ...sorted().filter((id) => !kept.includes(id))];
  });
  const ids = createMemo(() => order().slice(0, limit()));
  const hasChanged = () => frozen() !== undefined && order().join() !== sorted().join();
  const stop = createMemo(() => {
    const active = activeId() ?? desk().selectedId;
    return active && ids().includes(active) ? active : ids()[0];
  });
  const rows = createRows(() => ids().flatMap((id) => byId().get(id) ?? []));
  // Asked by every row, so each is something that rarely changes.
  const isStop = createSelector(stop);
  const isSelected = createSelector(() => desk().selectedId);
  const focus = (id: string | undefined) => {
    if (!id) return;
    setActiveId(id);
    document.getElementById(`c-${id}`)?.focus();
  };
  const resort = () => {
    if (frozen()) setFrozen(sorted());
    say(t('list.resorted'));
  };
  props.onReady(resort);
  createEffect(() => {
    if (desk().selectedId) setActiveId(desk().selectedId);
  });

  const typeAhead = (key: string) => {
    const at = performance.now();
    typed = at - typedAt > 1000 ? key : typed + key;
    typedAt = at;
    const names = ids().map((id) => byId().get(id)?.customer.name.toLowerCase() ?? '');
    const from = ids().indexOf(stop() ?? '') + (typed.length === 1 ? 1 : 0);
    const found = names.findIndex((_, step) =>
      names[(from + step) % names.length]?.startsWith(typed.toLowerCase()),
    );
    if (found >= 0) focus(ids()[(from + found) % names.length]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const all = ids();
    const index = all.indexOf(stop() ?? '');
    const next = moveInList(event.key, index, all.length);
    if (next !== undefined) focus(all[next]);
    else if (event.key === 'Enter' || event.key === ' ') props.open(stop() ?? '');
    else if (event.key.length === 1) typeAhead(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <section class="list" data-region="list" aria-labelledby="list-heading">
      <h2 id="list-heading">{t('list.region')}</h2>
      <Show when={hasChanged()}>
        <p class="note">
          {t('list.changed')}{' '}
          <button type="button" class="quiet" onClick={resort}>
            {t('list.resort')}
          </button>
        </p>
      </Show>
      <Show when={ids().length} fallback={<p class="empty">{t('list.empty')}</p>}>
        <div
          ref={list}
          id="conversation-list"
          class="options"
          role="listbox"
          tabindex="-1"
          aria-label={t('list.label')}
          onKeyDown={onKeyDown}
          onFocusIn={() => setFrozen((still) => still ?? sorted())}
          onFocusOut={(event) => {
            if (!list.contains(event.relatedTarget as Node | null)) setFrozen(undefined);
          }}
        >
          <For each={rows()}>
            {(conversation) => (
              <Row
                conversation={conversation()}
                isSelected={isSelected(conversation().id)}
                isStop={isStop(conversation().id)}
                now={now()}
                open={() => props.open(conversation().id)}
              />
            )}
          </For>
        </div>
        <Show when={order().length > limit()}>
          <button type="button" class="quiet" onClick={() => setLimit((count) => count * 2)}>
            {t('list.more', { count: order().length - limit() })}
          </button>
        </Show>
      </Show>
    </section>
  );
}

interface RowProps {
  readonly conversation: Conversation;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly now: number;
  open(): void;
}

function Row(props: RowProps): JSX.Element {
  const { t } = useWorkspace();
  const conversation = () => props.conversation;
  const waited = () => props.now - (conversation().waitingSince ?? props.now);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys of its options
    // biome-ignore lint/a11y/useFocusableInteractive: it has a roving tabindex
    <div
      id={`c-${conversation().id}`}
      class="option"
      role="option"
      aria-selected={props.isSelected}
      aria-label={describeConversation(conversation(), t, props.now)}
      tabindex={props.isStop ? 0 : -1}
      onClick={() => props.open()}
    >
      <span class="who">{conversation().customer.name}</span>{' '}
      {/* In the order of the name (A6), so that what is seen is what is said (A48). */}
      <Show when={conversation().unread}>
        {(unread) => <span class="badge">{t('list.unread', { count: unread() })}</span>}
      </Show>{' '}
      <span class="since">
        {[
          conversation().state === 'wrap-up'
            ? t('list.wrapUp')
            : conversation().waitingSince !== undefined &&
              t('list.waiting', { time: describeDuration(waited(), t) }),
          t(`channel.${conversation().customer.channel}`),
        ]
          .filter(Boolean)
          .join(t('app.comma'))}
      </span>{' '}
      <span class="preview" lang={conversation().language} dir="auto">
        {previewOf(conversation())}
      </span>
    </div>
  );
}
