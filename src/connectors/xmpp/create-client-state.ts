import type { Clock } from '../../shared/clock.ts';
import { ns } from './namespaces.ts';

/** Whether anybody looks at the desk, as the server knows it (XEP-0352). */
export interface ClientState {
  /** The page was hidden, or is seen again. */
  setHidden(isHidden: boolean): void;
  /** A stream goes on or began: each begins active (XEP-0352 5). `tell` says it, uncounted. */
  begun(tell: (text: string) => void): void;
  /** The stream is gone. */
  lost(): void;
}

/** So long the page has been hidden before the server is told, in milliseconds: a glance elsewhere is no rest. */
export const hiddenFor = 5000;

/** Begins with a page that is seen, and no stream. */
export function createClientState(clock: Clock): ClientState {
  let isInactive = false;
  let isKnown = false;
  let tell: ((text: string) => void) | undefined;
  let cancel: (() => void) | undefined;

  const say = () => {
    if (!tell || isKnown === isInactive) return;
    isKnown = isInactive;
    tell(`<${isInactive ? 'inactive' : 'active'} xmlns="${ns.clientState}"/>`);
  };

  return {
    setHidden: (isHidden) => {
      if (!isHidden) {
        cancel?.();
        cancel = undefined;
        isInactive = false;
        say();
      } else if (!isInactive) {
        cancel ??= clock.after(hiddenFor, () => {
          cancel = undefined;
          isInactive = true;
          say();
        });
      }
    },
    begun: (next) => {
      tell = next;
      isKnown = false;
      say();
    },
    lost: () => {
      tell = undefined;
    },
  };
}
