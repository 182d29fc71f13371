import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { createComposition } from '../a11y/is-composing.ts';
import { findFields, unfilledBlanks } from '../canned-responses/placeholder.ts';
import type { Conversation } from '../domain/conversation.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';

/** Longer messages are refused by chat servers; cutting them is the agent's choice. */
export const maximumLength = 10_000;
/** A message counts as heard after this much quiet: the announcer waits 500 ms and then speaks. */
const heardAfter = 1500;
const typingPause = 5000;

/** What the rest of the console does with the reply box. */
export interface ComposerHandle {
  focus(): void;
  send(): void;
  text(): string;
  /** The whole text and where the caret shall stand. */
  set(text: string, selectionStart: number, selectionEnd?: number): void;
  element(): HTMLTextAreaElement;
  /** Puts what was just sent back into the box, and says whether it could (A18). */
  takeBack(): void;
  /** Shows for how long that can be done. */
  held(): void;
}

interface ComposerProps {
  readonly conversation: Conversation;
  onReady(handle: ComposerHandle): void;
  openCanned(): void;
  /** Runs a typed `/command`; false if there is none of that name. */
  runSlash(word: string): boolean;
  /** A `/` was typed where a shortcut may begin. */
  onSlash(): void;
  /** More buttons beside those for sending. */
  readonly children: JSX.Element;
}

/** The reply box: never disabled, never blurred by sending (A16). */
export function Composer(props: ComposerProps): JSX.Element {
  const { t, clock, drafts, queue, say, settings, keymap } = useWorkspace();
  const session = useSession();
  const composition = createComposition(clock);
  const { id } = props.conversation;
  let box!: HTMLTextAreaElement;
  const [held, setHeld] = createSignal(0);
  let isHandingOver = false;
  let lastKey = 0;
  let heardUntil = clock.now();
  let stopTyping: (() => void) | undefined;

  let isRestored = false;

  const name = () => props.conversation.customer.name;
  const keep = () => {
    if (isHandingOver) return;
    drafts.set(id, {
      text: box.value,
      selectionStart: box.selectionStart,
      selectionEnd: box.selectionEnd,
    });
  };
  const set: ComposerHandle['set'] = (text, start, end = start) => {
    box.value = text;
    box.setSelectionRange(start, end);
    keep();
  };
  const typing = (isTyping: boolean) => {
    stopTyping?.();
    stopTyping = undefined;
    session.setTyping(id, isTyping);
    if (isTyping) stopTyping = clock.after(typingPause, () => session.setTyping(id, false));
  };
  /** What came in while typing and cannot have been heard yet (A19). */
  const unheard = (): string | undefined => {
    const at = session.lastArrival(id);
    if (at === undefined || at <= heardUntil) return undefined;
    if (clock.now() - Math.max(at, lastKey) >= heardAfter) return undefined;
    return props.conversation.messages.filter((message) => message.author === 'customer').at(-1)
      ?.text;
  };
  const send = () => {
    const text = box.value.trim();
    const word = /^\/([\p{L}-]+)$/u.exec(text)?.[1];
    if (word) {
      if (props.runSlash(word)) set('', 0);
      else say(t('composer.unknownCommand', { word }));
      return;
    }
    if (!text) return say(t('composer.empty'));
    if (text.length > maximumLength) {
      return say(t('composer.tooLong', { count: text.length, max: maximumLength }));
    }
    const [blank] = findFields(box.value);
    if (blank) {
      box.setSelectionRange(blank.start, blank.end);
      return say(t('composer.blank', { names: unfilledBlanks(box.value).join(t('app.comma')) }));
    }
    const arrived = unheard();
    heardUntil = clock.now();
    if (arrived) {
      queue.drop(id, arrived);
      return say(t('composer.arrived', { name: name(), text: arrived }));
    }
    const kept = session.send(id, text);
    if (!kept) return say(t('composer.ended'));
    // The draft on the disk goes only when the outbox has the words: nothing is lost in between.
    isHandingOver = true;
    set('', 0);
    void kept.then(() => {
      isHandingOver = false;
      keep();
    });
    typing(false);
    startHold();
  };
  const takeBack = () => {
    void session.takeBack(id).then((text) => {
      if (text === undefined) return say(t('composer.nothingToTakeBack'));
      // Before what was typed since.
      set(box.value ? `${text}\n${box.value}` : text, text.length);
      say(t('composer.takenBack'));
    });
  };
  const startHold = () => countDown(settings().undoSend);
  const countDown = (seconds: number) => {
    setHeld(seconds);
    if (seconds > 0) clock.after(1000, () => countDown(seconds - 1));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A pause that was long enough counts, also when typing went on after it.
    if (unheard() === undefined) heardUntil = clock.now();
    lastKey = clock.now();
    queue.keystroke();
    if (event.key !== 'Enter' || event.shiftKey || event.altKey || event.metaKey) return;
    // Control+Enter is a command of its own and comes through the keymap.
    if (event.ctrlKey || composition.owns(event) || !settings().enterSends) return;
    event.preventDefault();
    send();
  };
  onMount(() => {
    const restore = () => {
      const draft = drafts.get(id);
      if (!draft.text || box.value) return;
      box.value = draft.text;
      box.setSelectionRange(draft.selectionStart, draft.selectionEnd);
    };
    restore();
    // They may still be on their way from the disk when the first conversation is opened (A43).
    void drafts.loaded.then(() => {
      isRestored = true;
      // What is on its way out is still the draft.
      if (box.isConnected && !isHandingOver) restore();
    });
    props.onReady({
      focus: () => box.focus(),
      send,
      text: () => box.value,
      set,
      element: () => box,
      takeBack,
      held: startHold,
    });
  });
  createEffect(
    on(
      () => props.conversation.state,
      (state) => state !== 'open' && stopTyping?.(),
    ),
  );
  onCleanup(() => {
    if (isRestored || box.value) keep();
    typing(false);
  });

  return (
    // No <form>: it has no name of its own, and a screen reader would say "form" at every visit.
    <div class="composer">
      <label for="reply">{t('composer.label', { name: name() })}</label>
      <textarea
        autocomplete="off"
        ref={box}
        id="reply"
        rows="3"
        dir="auto"
        lang={props.conversation.language}
        data-region-start
        onKeyDown={onKeyDown}
        onKeyUp={keep}
        onCompositionStart={() => composition.start()}
        onCompositionEnd={() => composition.end()}
        onInput={(event) => {
          keep();
          if (!stopTyping && box.value) typing(true);
          if (event.data === '/' || event.data === '／') props.onSlash();
        }}
      />
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => {
            send();
            box.focus();
          }}
        >
          {t('composer.send')}
        </button>
        <button
          type="button"
          aria-keyshortcuts={keymap.bindingsOf('canned-responses')[0]}
          onClick={() => props.openCanned()}
        >
          {t('composer.canned')}
        </button>
        {props.children}
        <Show when={held() > 0}>
          <span class="held">
            <span aria-hidden="true">{t('composer.held', { seconds: held() })}</span>
            <button
              type="button"
              onClick={() => {
                setHeld(0);
                box.focus();
                takeBack();
              }}
            >
              {t('composer.takeBack')}
            </button>
          </span>
        </Show>
      </div>
      <p class="hint">{t(settings().enterSends ? 'composer.hintEnter' : 'composer.hintCtrl')}</p>
    </div>
  );
}
