import './dialog.css';
import { type JSX, onCleanup, onMount } from 'solid-js';

const focusable =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex]';

/** Of radio buttons that belong together, Tab reaches the one that is chosen. */
const isPassedBy = (element: HTMLElement): boolean =>
  element instanceof HTMLInputElement &&
  element.type === 'radio' &&
  !element.checked &&
  document.querySelector(`input[name="${CSS.escape(element.name)}"]:checked`) !== null;

/** Elements inside `root` that Tab reaches, in order. */
export const tabStops = (root: HTMLElement): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !isPassedBy(element) &&
      (element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null),
  );

interface DialogProps {
  readonly id: string;
  readonly title: string;
  /** A sentence that is read with the title. */
  readonly description?: string;
  readonly children: JSX.Element;
  readonly class?: string;
  /** Called on Escape; the caller unmounts the dialog. */
  onClose(): void;
}

/**
 * A modal dialog. Not a native one: closing `showModal()` makes Orca read the whole transcript
 * again, and what is inert outside silences the announcer (A30). See docs/adr/0006-dialogs.md.
 * Focus goes to `[autofocus]` or the first tab stop, stays inside, and returns on closing.
 */
export function Dialog(props: DialogProps): JSX.Element {
  let root!: HTMLDivElement;
  const before = document.activeElement;
  onMount(() => {
    (root.querySelector<HTMLElement>('[autofocus]') ?? tabStops(root)[0] ?? root).focus();
  });
  onCleanup(() => {
    // Whoever closed it may have sent the focus on already.
    const isHere =
      root.contains(document.activeElement) || document.activeElement === document.body;
    if (isHere && before instanceof HTMLElement && before.isConnected) before.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onClose();
    }
    if (event.key !== 'Tab') return;
    const stops = tabStops(root);
    const edge = event.shiftKey ? stops[0] : stops.at(-1);
    if (document.activeElement === edge) {
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
    }
  };
  return (
    <div class="backdrop">
      <div
        ref={root}
        id={props.id}
        class={`dialog ${props.class ?? ''}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={`${props.id}-title`}
        aria-describedby={props.description ? `${props.id}-text` : undefined}
        tabindex="-1"
        onKeyDown={onKeyDown}
      >
        <h2 id={`${props.id}-title`}>{props.title}</h2>
        {props.description && <p id={`${props.id}-text`}>{props.description}</p>}
        {props.children}
      </div>
    </div>
  );
}
