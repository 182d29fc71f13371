import { createEffect, type JSX, onCleanup, Show } from 'solid-js';
import { deferred } from '../session/deferred.tsx';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { consoleCommands } from './console-commands.ts';
import { ConversationList } from './conversation-list.tsx';
import { type ConversationHandle, ConversationView } from './conversation-view.tsx';
import type { Views } from './views.ts';

const CustomerPanel = deferred(async () => (await import('./customer-panel.tsx')).CustomerPanel);

/** The desk itself: list, conversation and customer. Offers stand outside, on every screen. */
export function Console(props: { readonly views: Views }): JSX.Element {
  const workspace = useWorkspace();
  const session = useSession();
  const { t, settings, router, setTitle } = workspace;
  let handle: ConversationHandle | undefined;
  let resort = () => {};
  let main!: HTMLElement;

  const open = (id: string) => {
    session.select(id);
    // The reply box exists after this turn's rendering.
    queueMicrotask(() => document.getElementById('reply')?.focus());
  };
  onCleanup(
    workspace.commands.add(
      consoleCommands({ workspace, session, open, resort: () => resort(), handle: () => handle }),
    ),
  );
  createEffect(() => {
    // Nobody's name: browsers keep titles in their history, and in what restores tabs.
    const page = t(session.selected() ? 'list.label' : 'conversation.none');
    setTitle(t('app.title', { page }));
  });
  queueMicrotask(() => {
    if (router.hasMoved() && !router.restoreFocus()) focusOnce(main.querySelector('h1'));
  });

  return (
    <>
      <Show when={!settings().oneTask || !session.selected()}>
        <ConversationList
          open={open}
          onReady={(sort) => {
            resort = sort;
          }}
        />
      </Show>
      <main ref={main} id="content" class="conversation" data-region="main">
        <Show
          when={session.desk().selectedId}
          keyed
          fallback={
            <div class="nothing">
              <h1>{t('conversation.none')}</h1>
              <p>{t('conversation.noneHint')}</p>
            </div>
          }
        >
          {(id) => (
            <Show when={session.selected()}>
              {(conversation) => (
                <ConversationView
                  conversation={conversation()}
                  view={props.views.of(id)}
                  onReady={(ready) => {
                    handle = ready;
                    onCleanup(() => {
                      if (handle === ready) handle = undefined;
                    });
                  }}
                  runSlash={(word) => workspace.runSlash(word)}
                />
              )}
            </Show>
          )}
        </Show>
      </main>
      <Show when={session.selected()}>
        {(conversation) => (
          <aside class="panel" data-region="customer" aria-labelledby="customer-heading">
            <CustomerPanel conversation={conversation()} />
          </aside>
        )}
      </Show>
    </>
  );
}
