import type { Clock } from '../shared/clock.ts';

/** Tells whether a key belongs to an input method rather than to us (A17). */
export interface Composition {
  /** To be called on `compositionstart`. */
  start(): void;
  /** To be called on `compositionend`. */
  end(): void;
  /** Whether this key is still the input method's: Enter must not send then. */
  owns(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean;
}

/**
 * Milliseconds after `compositionend` in which a key still counts as the one that ended it:
 * Safari ends the composition before it tells of the key that did so.
 */
const grace = 100;

/** Whether an input method is at work on this very event; 229 is its sign in older engines. */
export const isComposing = (event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  event.isComposing || event.keyCode === 229;

/** Follows one text field's composition. */
export function createComposition(clock: Pick<Clock, 'now'>): Composition {
  let composing = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  return {
    start: () => {
      composing = true;
    },
    end: () => {
      composing = false;
      endedAt = clock.now();
    },
    owns: (event) => composing || isComposing(event) || clock.now() - endedAt < grace,
  };
}
