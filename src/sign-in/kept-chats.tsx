import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { type KeptChat, listChats } from '../session/kept-chats.ts';
import { useWorkspace } from '../session/workspace.ts';

/** The chats of the last shift at this computer, to be read while there is no link to sign in by. */
export function KeptChats(): JSX.Element {
  const { t, storage, formatTime } = useWorkspace();
  const [chats, setChats] = createSignal<readonly KeptChat[]>([]);
  onMount(async () => setChats(await listChats(storage)));
  const authorOf = (chat: KeptChat, author: KeptChat['messages'][number]['author']) =>
    author === 'customer' ? chat.name : t(`author.${author}`);
  /** How far a reply got that was not known to be sent. */
  const stateOf = ({ author, delivery }: KeptChat['messages'][number]) =>
    author === 'agent' && /^(waiting|sending|failed)$/.test(delivery ?? '') && delivery
      ? `(${t(`delivery.${delivery}`)})`
      : '';
  return (
    <Show when={chats().length}>
      <section id="kept-chats" aria-labelledby="kept-chats-title">
        <h2 id="kept-chats-title">{t('keptChats.title')}</h2>
        <p class="hint">{t('keptChats.hint')}</p>
        <For each={chats()}>
          {(chat) => (
            <details>
              <summary>
                <h3>{chat.name}</h3>
              </summary>
              <ul>
                <For each={chat.messages}>
                  {(message) => (
                    <li>
                      <b>{authorOf(chat, message.author)}</b>
                      {t('common.colon')}
                      <span lang={message.language} dir="auto">
                        {message.text}
                      </span>{' '}
                      <span class="meta">
                        {formatTime(message.at)} {stateOf(message)}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          )}
        </For>
      </section>
    </Show>
  );
}
