import type { LinkListener } from '../connector.ts';

/** Who watches the link; what it is told itself, it tells them all. */
export interface LinkWatch extends Required<LinkListener> {
  /** The returned function ends it. */
  watch(listener: LinkListener): () => void;
}

/** Makes one that nobody watches yet; who comes later is told of polling too. */
export function createLinkWatch(): LinkWatch {
  const listeners = new Set<LinkListener>();
  let isPolling = false;
  return {
    watch: (listener) => {
      // One of its own, so that the same listener may be there twice.
      const entry = { ...listener };
      listeners.add(entry);
      if (isPolling) entry.polls?.();
      return () => listeners.delete(entry);
    },
    asked: () => {
      for (const listener of listeners) listener.asked();
    },
    polls: () => {
      isPolling = true;
      for (const listener of listeners) listener.polls?.();
    },
    answered: (ms) => {
      for (const listener of listeners) listener.answered(ms);
    },
  };
}
