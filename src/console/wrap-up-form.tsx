import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { timerDefaults } from '../a11y/timer-defaults.ts';
import { createTimer } from '../a11y/timers.ts';
import type { Conversation } from '../domain/conversation.ts';
import { parseTags } from '../domain/parse-tags.ts';
import type { Disposition } from '../domain/wrap-up.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';
import '../ui/form.css';

const dispositions: readonly Disposition[] = [
  'solved',
  'follow-up',
  'escalated',
  'no-answer',
  'not-solved',
];

/** Disposition, note and tags; then the conversation is closed and the next offer can come. */
export function WrapUpForm(props: {
  readonly conversation: Conversation;
  onClose(): void;
}): JSX.Element {
  const { t, say, notes, clock, settings, queue } = useWorkspace();
  const session = useSession();
  const { id, customer } = props.conversation;
  const known = notes.get(customer.id);
  const [error, setError] = createSignal(false);
  let summary!: HTMLDivElement;
  let form!: HTMLFormElement;

  const save = (fallback?: Disposition) => {
    const data = new FormData(form);
    const disposition = (data.get('disposition') as Disposition | null) ?? fallback;
    if (!disposition) {
      setError(true);
      focusOnce(summary);
      return;
    }
    const note = String(data.get('note') ?? '');
    const tags = parseTags(String(data.get('tags') ?? ''));
    notes.set(customer.id, { text: note, tags });
    void session.wrapUp(id, { disposition, note, tags }).then((ended) => {
      const { name } = customer;
      if (ended !== 'done') say(t(`ending.${ended}`, { name }));
      // The end of a practice says more, and answers the same key.
      else if (!session.desk().report) say(t('wrapUp.done', { name }));
    });
  };
  const timer = createTimer({
    clock,
    ms: timerDefaults.wrapUp,
    factor: () => settings().timers.wrapUp,
    warnBefore: 20_000,
    onWarn: (left) =>
      queue.announce({
        class: 'waiting',
        priority: 1,
        text: t('wrapUp.left', { seconds: Math.round(left / 1000) }),
      }),
    // Nothing that was filled in is lost; what was left open needs someone to look at it again.
    onEnd: () => save('follow-up'),
  });
  timer.start();
  onCleanup(() => timer.stop());
  // Not the heading: Orca does not read one that takes the focus from a field that goes away.
  onMount(() => form.querySelector<HTMLElement>('input')?.focus());

  return (
    <form
      ref={form}
      class="wrap-up"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onInput={() => timer.activity()}
      onKeyDown={(event) => {
        timer.activity();
        if (event.key === 'Escape' && !event.isComposing) props.onClose();
      }}
    >
      <h2>{t('wrapUp.title', { name: customer.name })}</h2>
      <div ref={summary} class="error-summary" hidden={!error()}>
        <Show when={error()}>
          <h3>{t('wrapUp.summary')}</h3>
          {/* biome-ignore lint/a11y/useValidAnchor: a link to the field; the address of the screen must stay */}
          <a
            href="#disposition-solved"
            onClick={(event) => {
              event.preventDefault();
              document.getElementById('disposition-solved')?.focus();
            }}
          >
            {t('wrapUp.choose')}
          </a>
        </Show>
      </div>
      <fieldset aria-describedby={error() ? 'disposition-error' : undefined}>
        <legend>{t('wrapUp.disposition')}</legend>
        <Show when={error()}>
          <p id="disposition-error" class="error">
            {t('wrapUp.choose')}
          </p>
        </Show>
        <For each={dispositions}>
          {(disposition) => (
            <label class="choice">
              <input
                type="radio"
                name="disposition"
                id={`disposition-${disposition}`}
                value={disposition}
                onChange={() => setError(false)}
              />
              {t(`wrapUp.${disposition}`)}
            </label>
          )}
        </For>
      </fieldset>
      <label for="wrap-up-note">{t('wrapUp.note')}</label>
      <textarea autocomplete="off" id="wrap-up-note" name="note" rows="2" value={known.text} />
      <label for="wrap-up-tags">{t('wrapUp.tags')}</label>
      <input
        autocomplete="off"
        id="wrap-up-tags"
        name="tags"
        value={known.tags.join(t('app.comma'))}
        aria-describedby="wrap-up-tags-hint"
      />
      <p id="wrap-up-tags-hint" class="hint">
        {t('customer.tagsHint')}
      </p>
      <div class="row">
        <button type="submit" class="primary">
          {t('wrapUp.save')}
        </button>
        <button type="button" onClick={() => props.onClose()}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
