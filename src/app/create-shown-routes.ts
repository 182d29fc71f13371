import { type Accessor, createComputed, createSignal, on } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import type { Workspace } from '../session/workspace.ts';

/** A screen that has not come by then says that it is on its way: milliseconds. */
const patience = 1000;
/** How long the screen that had the focus outlives it: milliseconds. A busy Orca is half a second late. */
const overlap = 1000;

/**
 * The screens that are mounted: the one that is wanted as soon as its code is there, and for a
 * moment after it the one before. A screen reader follows the focus from the one to the other; if
 * what it was on goes away first, Orca looks for another place by itself and then takes the new
 * heading, which has the focus, for one that it has read (A4, A39).
 * @param prepare fetches a screen's code; nothing if it is there
 * @param holdsFocus whether the focus is in the screen that is about to go; it may then hide it
 */
export function createShownRoutes(
  workspace: Pick<Workspace, 'router' | 'session' | 'clock'>,
  prepare: (route: Route) => Promise<void> | undefined,
  holdsFocus: () => boolean,
): Accessor<readonly Route[]> {
  const { router, session, clock } = workspace;
  /** Without a shift there is nothing to show on these: the agent starts or signs in again. */
  const isOpen = (route: Route) =>
    session() !== undefined || (route !== 'desk' && route !== 'debrief');
  const wanted = (): Route => (isOpen(router.route()) ? router.route() : 'start');
  const [shown, setShown] = createSignal<readonly Route[]>([wanted()]);
  createComputed(
    on(wanted, (route) => {
      const show = () => {
        const [last] = shown();
        if (wanted() !== route || last === route) return;
        if (last && shown().includes(route)) {
          // The agent came back while it was leaving: it has to come anew, seen and with its focus.
          setShown([last]);
          queueMicrotask(show);
          return;
        }
        setShown(last && holdsFocus() ? [route, last] : [route]);
        clock.after(overlap, () => setShown(shown().slice(0, 1)));
      };
      const pending = prepare(route);
      if (!pending) return show();
      const cancel = clock.after(patience, show);
      void pending.then(() => {
        cancel();
        show();
      });
    }),
  );
  return shown;
}
