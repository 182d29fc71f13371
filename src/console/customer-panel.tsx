import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  on,
  onCleanup,
  Show,
} from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { languageName } from '../domain/describe-offer.ts';
import { parseTags } from '../domain/parse-tags.ts';
import { useWorkspace } from '../session/workspace.ts';
import { Coach } from './coach.tsx';
import { EarlierConversations } from './earlier-conversations.tsx';
import '../ui/form.css';
import './customer-panel.css';

/** What is known of the customer, and what the agent notes down. */
export function CustomerPanel(props: { readonly conversation: Conversation }): JSX.Element {
  const { t, notes, run } = useWorkspace();
  // Not with every message: what is being typed here would be set back to what was kept.
  const customer = createMemo(() => props.conversation.customer);
  const [note, setNote] = createSignal({ text: '', tags: [] as readonly string[] });
  let isHere = true;
  onCleanup(() => {
    isHere = false;
  });
  createEffect(
    on(
      () => customer().id,
      (id) => {
        setNote(notes.get(id));
        // They may still be on their way from the disk when the first customer is opened.
        void notes.loaded.then(() => isHere && customer().id === id && setNote(notes.get(id)));
      },
    ),
  );
  const change = (patch: Partial<{ text: string; tags: readonly string[] }>) => {
    setNote({ ...note(), ...patch });
    notes.set(customer().id, note());
  };
  return (
    <>
      <h2 id="customer-heading">{t('customer.heading')}</h2>
      <dl>
        <dt>{t('customer.name')}</dt>
        <dd>{customer().name}</dd>
        <Show when={props.conversation.topic}>
          <dt>{t('customer.topic')}</dt>
          <dd lang={customer().language}>{props.conversation.topic}</dd>
        </Show>
        <dt>{t('customer.language')}</dt>
        <dd>{languageName(customer().language, t)}</dd>
        <dt>{t('customer.channel')}</dt>
        <dd>{t(`channel.${customer().channel}`)}</dd>
        <For each={customer().facts}>
          {(fact) => (
            <>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </>
          )}
        </For>
      </dl>
      <Show when={run()?.policy.length}>
        <h3>{t('customer.policy')}</h3>
        <ul class="plain policy" lang={run()?.language}>
          <For each={run()?.policy}>{(rule) => <li>{rule}</li>}</For>
        </ul>
      </Show>
      <Show when={run()}>
        {(practice) => <Coach run={practice()} conversation={props.conversation} />}
      </Show>
      {/* The same customer may come back under the same id: that is another past. */}
      <Show when={`${props.conversation.id} ${props.conversation.openedAt}`} keyed>
        {(_) => <EarlierConversations conversation={props.conversation} />}
      </Show>
      <label for="note">{t('customer.notes')}</label>
      <textarea
        autocomplete="off"
        id="note"
        rows="3"
        aria-describedby="note-hint"
        value={note().text}
        onInput={(event) => change({ text: event.currentTarget.value })}
      />
      <p id="note-hint" class="hint">
        {t('customer.notesHint')}
      </p>
      <label for="tags">{t('customer.tags')}</label>
      <input
        autocomplete="off"
        id="tags"
        aria-describedby="tags-hint"
        value={note().tags.join(t('app.comma'))}
        onChange={(event) => change({ tags: parseTags(event.currentTarget.value) })}
      />
      <p id="tags-hint" class="hint">
        {t('customer.tagsHint')}
      </p>
    </>
  );
}
