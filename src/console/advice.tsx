import './advice.css';
import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { explainSlip } from '../english/slips/describe-slip.ts';
import { findSlips, type Slip } from '../english/slips/find-slips.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { Translate } from '../shared/translate.ts';
import { fieldTarget } from '../speech/dictation/field-target.ts';
import { advise, loadExplanations } from './advise.ts';
import type { ComposerHandle } from './composer.tsx';

interface AdviceProps {
  composer(): ComposerHandle | undefined;
  /** The reply box was emptied. */
  onSent(): void;
}

/** Milliseconds between two looks at the draft. */
const pause = 600;

const isSame = (one: Slip, other: Slip) =>
  one.rule === other.rule && one.words === other.words && one.better === other.better;

/**
 * Slips of the draft as a list beneath the reply box. It says nothing by itself and holds nothing
 * back; a button puts a slip right, in one step of the field's undo.
 */
export function Advice(props: AdviceProps): JSX.Element {
  const { t, say, clock, language } = useWorkspace();
  const [slips, setSlips] = createSignal<readonly Slip[]>([]);
  const [hints, setHints] = createSignal<readonly string[]>([]);
  const [explain, setExplain] = createSignal<Translate>();
  // It is there a moment after this.
  const box = () => props.composer()?.element();
  let list: HTMLElement | undefined;
  let read = '';
  let cancel = () => {};

  /** What was known stays the same, so that its button does: somebody may stand on it. */
  const find = (draft: string) =>
    findSlips(draft).map((slip) => slips().find((known) => isSame(known, slip)) ?? slip);
  const look = () => {
    const draft = box()?.value ?? read;
    if (draft === read) return;
    if (!draft) props.onSent();
    read = draft;
    setSlips(find(draft));
    weigh(draft);
  };
  const weigh = (draft: string) =>
    advise(draft, t).then(
      (advice) => draft === read && setHints(advice.hints),
      () => undefined,
    );
  /** Canned responses and sending change the field without an event: it is looked at now and then. */
  const watch = () => {
    cancel = clock.after(pause, () => {
      look();
      watch();
    });
  };
  onMount(() => {
    look();
    watch();
  });
  onCleanup(() => cancel());
  createEffect(on(language, () => void weigh(read), { defer: true }));
  createEffect(() => {
    loadExplanations(language()).then(
      (known) => setExplain(() => known),
      () => undefined,
    );
  });
  const putRight = (slip: Slip) => {
    const field = box();
    if (!field) return;
    const place = findSlips(field.value).find((found) => isSame(found, slip));
    if (!place) {
      look();
      field.focus();
      return say(t('advice.gone'));
    }
    field.setSelectionRange(place.start, place.end);
    fieldTarget(field, 'en').insert(place.better);
    look();
    const better = slip.better.trim();
    const rest = slips().length;
    const done = better
      ? t('advice.done', { better })
      : t('advice.dropped', { words: slip.words.trim() });
    say(rest ? `${done} ${t('advice.rest', { count: rest })}` : done);
    // The next one is where the hand is; when there is none, the reply goes on.
    (list?.querySelector('button') ?? field).focus();
  };

  return (
    <Show when={slips().length || hints().length}>
      <section ref={list} class="advice" aria-labelledby="advice-heading">
        <h2 id="advice-heading">{t('advice.title')}</h2>
        <ul>
          <For each={slips()}>
            {(slip, at) => (
              <li>
                <del lang="en">{slip.words.trim()}</del>
                <button
                  type="button"
                  aria-describedby={`why-${at()}`}
                  onClick={() => putRight(slip)}
                >
                  {slip.better.trim()
                    ? t('advice.write', { better: slip.better.trim() })
                    : t('advice.drop', { words: slip.words.trim() })}
                </button>
                <span class="hint" id={`why-${at()}`}>
                  <Show when={explain()}>{(known) => explainSlip(slip, known())}</Show>
                </span>
              </li>
            )}
          </For>
          <For each={hints()}>{(hint) => <li class="hint">{hint}</li>}</For>
        </ul>
      </section>
    </Show>
  );
}
