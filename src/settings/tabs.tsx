import { createSignal, For, type JSX } from 'solid-js';
import { createComponent } from '#dom';

/** A group of settings: the tab that chooses it, and what it shows. */
export interface Tab {
  readonly id: string;
  title(): string;
  readonly panel: () => JSX.Element;
}

/**
 * Tabs after the ARIA Authoring Practices: one tab stop however many groups there are, so that the
 * whole screen stays within 25 (A50). All four arrows move, as the tabs stand in a column or wrap.
 */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
}): JSX.Element {
  const [at, setAt] = createSignal(0);
  let list!: HTMLDivElement;
  const current = () => props.tabs[at()] as Tab;

  const choose = (index: number) => {
    setAt((index + props.tabs.length) % props.tabs.length);
    list.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at() + 1,
      ArrowRight: at() + 1,
      ArrowUp: at() - 1,
      ArrowLeft: at() - 1,
      Home: 0,
      End: -1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  return (
    // A new <select> makes Chromium tell of a selection, and Orca says its label before the tab's,
    // unless both are in one block that is in the tree, and blocks without an id are not.
    <div id="tabs" class="tabs">
      <div ref={list} role="tablist" aria-label={props.label} onKeyDown={onKeyDown}>
        <For each={props.tabs}>
          {(tab, index) => (
            <button
              type="button"
              role="tab"
              id={`tab-${tab.id}`}
              aria-controls={`panel-${tab.id}`}
              aria-selected={at() === index()}
              tabindex={at() === index() ? 0 : -1}
              onClick={() => choose(index())}
            >
              {tab.title()}
            </button>
          )}
        </For>
      </div>
      <section
        role="tabpanel"
        class="setting-group"
        id={`panel-${current().id}`}
        aria-labelledby={`tab-${current().id}`}
      >
        <h2>{current().title()}</h2>
        {createComponent(current().panel, {})}
      </section>
    </div>
  );
}
