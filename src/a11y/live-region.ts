import type { Clock } from '../shared/clock.ts';
import type { LanguageTag } from '../shared/language.ts';

/** The two nodes of `index.html` through which everything is said (A21). */
export interface LiveRegion {
  /** Has `text` said: after what is being said, or at once if `assertive`. */
  write(text: string, how: { readonly assertive: boolean; readonly language?: LanguageTag }): void;
}

/** Milliseconds after which what was written is taken away again (A22). */
const keptFor = 1000;

/**
 * Makes the announcer's outlet.
 * A screen reader stays silent when a node gets the text that it had before, even when it was empty
 * for a moment, so that every other write ends in a no-break space, which no voice pronounces.
 * Never `aria-busy` (A30): a reader that misses its removal stays silent for good.
 *
 * Orca 43 takes Alt with a digit for the switch of a browser's page and lets no new text through until
 * the next key: neither the message that was asked for (A13) nor the next customer's. A new table is
 * all that it still reads, so that the text is one for as long as Orca is in that state, and only
 * then, because at other times it would be read twice.
 */
export function createLiveRegion(options: {
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
  readonly clock: Clock;
}): LiveRegion {
  let tableOnly = false;
  const keyMoved = ({ key, altKey }: KeyboardEvent) => {
    if (!/^(Alt|Shift|Control|Meta)/.test(key)) tableOnly = altKey && /^\d$/.test(key);
  };
  addEventListener('keydown', keyMoved);
  addEventListener('keyup', keyMoved);
  const outlet = (node: HTMLElement) => {
    let odd = false;
    let cancel: (() => void) | undefined;
    return (text: string, language: LanguageTag | undefined) => {
      cancel?.();
      odd = !odd;
      // `lang` first: the reader asks for it when the text changes.
      if (language) node.lang = language;
      else node.removeAttribute('lang');
      let line: Node | string = odd ? text : `${text}\u00a0`;
      if (tableOnly) {
        const table = document.createElement('div');
        table.role = 'table';
        table.textContent = line;
        line = table;
      }
      node.replaceChildren(line);
      cancel = options.clock.after(keptFor, () => {
        node.textContent = '';
      });
    };
  };
  const polite = outlet(options.polite);
  const assertive = outlet(options.assertive);
  return {
    write: (text, how) => (how.assertive ? assertive : polite)(text, how.language),
  };
}
