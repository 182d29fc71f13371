import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The screens of the training room, of the traffic, and of the link; their code is fetched as one step (app/training-screens.ts). */
export const trainingRoutes = [
  'training',
  'progress',
  'phrases',
  'editor',
  'review',
  'certificates',
  'traffic',
  'link',
] as const;

/** The screens, each with its own address. */
export const routes = [
  'start',
  'practise',
  'sign-in',
  'desk',
  'settings',
  'canned-responses',
  'help',
  'announcements',
  'debrief',
  ...trainingRoutes,
] as const;

/** One of {@link routes}. */
export type Route = (typeof routes)[number];

/** Where the agent is, and how to go elsewhere (A4). */
export interface Router {
  readonly route: Accessor<Route>;
  /** True once the agent has moved: only then does a screen take the focus. */
  readonly hasMoved: () => boolean;
  go(route: Route): void;
  /** Goes back where the agent came from, or to `fallback`. */
  back(fallback: Route): void;
  /** The address of a screen, for links. */
  href(route: Route): string;
  /**
   * Takes the focus that the agent had on this screen when leaving it, after going back.
   * @returns whether there was one
   */
  restoreFocus(): boolean;
}

const parse = (hash: string): Route => routes.find((route) => hash === `#/${route}`) ?? 'start';

/** Addresses are in the fragment, so that any static server will do. */
export function createRouter(target: Window): Router {
  const [route, setRoute] = createSignal<Route>(parse(target.location.hash));
  const focusIds = new Map<Route, string>();
  let moved = false;
  let isBack = false;
  let depth = 0;
  const remember = () => {
    const id = target.document.activeElement?.id;
    if (id) focusIds.set(route(), id);
  };
  const onPop = () => {
    const next = parse(target.location.hash);
    if (next === route()) return;
    const known = (target.history.state as { depth?: number } | null)?.depth;
    isBack = known !== undefined && known < depth;
    if (known === undefined) {
      depth += 1;
      target.history.replaceState({ depth }, '');
    } else depth = known;
    moved = true;
    remember();
    setRoute(next);
  };
  target.history.replaceState({ depth }, '');
  target.addEventListener('popstate', onPop);
  onCleanup(() => target.removeEventListener('popstate', onPop));
  const href = (to: Route) => (to === 'start' ? '#/' : `#/${to}`);
  const go = (to: Route) => {
    if (to === route()) return;
    remember();
    moved = true;
    isBack = false;
    depth += 1;
    target.history.pushState({ depth }, '', href(to));
    setRoute(to);
  };
  return {
    route,
    hasMoved: () => moved,
    go,
    back: (fallback) => (depth > 0 ? target.history.back() : go(fallback)),
    href,
    restoreFocus: () => {
      if (!isBack) return false;
      const element = target.document.getElementById(focusIds.get(route()) ?? '');
      element?.focus();
      return element !== null;
    },
  };
}
