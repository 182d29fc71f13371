import './numbers.css';
import { createSignal, For, type JSX, onCleanup, onMount } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { spokenNumber } from '../speech/spoken-number.ts';
import { activate, type NumberedControl, numberControls } from './numbered-controls.ts';

/**
 * A number at every control in the window; typing one, or saying it while dictation is open, works
 * the control (A49). Not modal: offers stay operable, and what is announced is still heard.
 */
export function Numbers(props: { onClose(): void }): JSX.Element {
  const { t, say } = useWorkspace();
  const before = document.activeElement;
  const [controls, setControls] = createSignal<readonly NumberedControl[]>([]);
  const [typed, setTyped] = createSignal('');
  /** A number once given is not given again: the agent may be about to type it. */
  const given = new Map<HTMLElement, number>();
  let frame = 0;
  let field!: HTMLInputElement;
  let isLeaving = false;

  const collect = () => {
    const dialog = document.querySelector<HTMLElement>('[role=dialog][aria-modal=true]');
    const page = document.querySelector<HTMLElement>('#app');
    const within = dialog ?? page;
    if (within) setControls(numberControls(within, given));
  };
  /** The page has changed or moved beneath the numbers. */
  const collectAgain = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      collect();
    });
  };
  const leave = (to?: HTMLElement) => {
    isLeaving = true;
    props.onClose();
    if (to) queueMicrotask(() => activate(to));
    else if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  const run = (number: number) => {
    const control = controls().find((one) => one.number === number);
    if (control?.element.isConnected) leave(control.element);
    else {
      setTyped('');
      field.value = '';
      say(t('numbers.none', { number, count: given.size }));
    }
  };
  const onInput = () => {
    const number = spokenNumber(field.value);
    setTyped(number === undefined ? '' : String(number));
    if (number === undefined) return;
    // Said in words, or no longer number begins so: there is nothing to wait for.
    const isWhole = !/^\d+$/.test(field.value) || number * 10 > given.size;
    if (isWhole) run(number);
  };

  onMount(() => {
    collect();
    field.focus();
    say(t('numbers.shown', { count: controls().length }));
    const watcher = new MutationObserver((changes) => {
      const isOwn = ({ target }: MutationRecord) =>
        target instanceof Element && target.closest('.numbers') !== null;
      if (!changes.every(isOwn)) collectAgain();
    });
    watcher.observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: ['hidden', 'open', 'class'],
    });
    addEventListener('resize', collectAgain);
    addEventListener('scroll', collectAgain, true);
    onCleanup(() => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      removeEventListener('resize', collectAgain);
      removeEventListener('scroll', collectAgain, true);
    });
  });

  return (
    <section class="numbers" aria-label={t('numbers.title')}>
      <div class="numbers-field">
        <label for="number">{t('numbers.label')}</label>
        <input
          ref={field}
          id="number"
          inputmode="numeric"
          autocomplete="off"
          onInput={onInput}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter' && typed()) run(Number(typed()));
            else if (event.key === 'Escape') leave();
            else return;
            event.preventDefault();
            event.stopPropagation();
          }}
          onBlur={() => {
            // The agent has gone elsewhere by Tab or by a click: the numbers are in the way.
            if (!isLeaving) props.onClose();
          }}
        />
      </div>
      <div aria-hidden="true">
        <For each={controls()}>
          {({ number, left, top }) => (
            <span
              class="number"
              classList={{ dim: typed() !== '' && !String(number).startsWith(typed()) }}
              ref={(badge) => {
                badge.style.translate = `${left}px ${top}px`;
              }}
            >
              {number}
            </span>
          )}
        </For>
      </div>
    </section>
  );
}
