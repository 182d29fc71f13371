import { createEffect, createSignal, type JSX, on, onCleanup, Show } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { type PracticeRun, useWorkspace } from '../session/workspace.ts';

/** Milliseconds without a word after which a customer has said all: longer than between two messages. */
const settled = 1500;

interface CoachProps {
  readonly run: PracticeRun;
  readonly conversation: Conversation;
}

/** What the scenario advises: when it is asked for, or once a beat after the customer's words. */
export function Coach(props: CoachProps): JSX.Element {
  const { t, say, clock, queue, commands, onDeskEvent } = useWorkspace();
  const id = () => props.conversation.id;
  const isCoach = () => props.run.start.mode === 'coach';
  const advice = () => (isCoach() ? props.run.hint?.(id()) : undefined);
  const [shown, setShown] = createSignal<string>();
  const said = new Map<string, Set<string>>();

  const ask = () => {
    if (!isCoach()) return say(t('coach.notHere'));
    const hint = advice();
    setShown(hint);
    if (hint) say(t('coach.hint', { hint }), props.run.language);
    else say(t('coach.none'));
  };
  const tell = () => {
    const hint = advice();
    const before = said.get(id()) ?? new Set();
    if (!hint || before.has(hint)) return;
    said.set(id(), before.add(hint));
    setShown(hint);
    queue.announce({
      class: 'message-open',
      priority: 3,
      text: t('coach.hint', { hint }),
      language: props.run.language,
    });
  };
  let cancel = () => {};
  const tellSoon = () => {
    cancel();
    if (props.run.start.spokenHints) cancel = clock.after(settled, tell);
  };
  createEffect(
    on(id, () => {
      setShown(undefined);
      tellSoon();
    }),
  );
  onCleanup(() => cancel());
  onCleanup(
    onDeskEvent((event) => {
      if (event.type === 'typing.changed' && event.conversationId === id()) cancel();
      if (event.type === 'message.received' && event.message.conversationId === id()) tellSoon();
      // What was good advice a beat ago is none now.
      if (shown() !== advice()) setShown(undefined);
    }),
  );
  onCleanup(commands.add([{ id: 'hint', run: ask }]));

  return (
    <Show when={isCoach()}>
      <h3>{t('coach.title')}</h3>
      <Show when={shown()}>
        {(hint) => (
          <p class="coach" lang={props.run.language}>
            {hint()}
          </p>
        )}
      </Show>
      <button type="button" id="ask-hint" onClick={ask}>
        {t('coach.ask')}
      </button>
    </Show>
  );
}
