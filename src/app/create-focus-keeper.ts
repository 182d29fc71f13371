import { focusOnce } from '../ui/focus-once.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** Where an agent goes on whose place in this region is gone. */
const nextIn = (region: string | undefined): HTMLElement | null => {
  const inRegion = (selector: string) => find(`[data-region="${region}"] ${selector}`);
  const list = () => find('#conversation-list [tabindex="0"]');
  if (region === 'offers') return inRegion('button') ?? inRegion('h2');
  if (region === 'list') return list() ?? inRegion('h2');
  return find('main [data-region-start]') ?? (region ? list() : null) ?? find('main h1');
};

/**
 * Holds the focus when the element that has it goes away: it goes on to what stood around it, to
 * the next thing of its region, or to the heading, and never falls to `body` (A39).
 * @param root what is watched
 * @returns ends it
 */
export function createFocusKeeper(root: HTMLElement): () => void {
  let path: readonly EventTarget[] = [];
  let region: string | undefined;
  const remember = (event: FocusEvent) => {
    path = event.composedPath();
    region = (event.target as Element).closest<HTMLElement>('[data-region]')?.dataset['region'];
  };
  const restore = () => {
    const [last] = path;
    if (document.activeElement !== document.body) return;
    if (!(last instanceof HTMLElement) || last.isConnected) return;
    const around = path.find(
      (one) => one instanceof HTMLElement && one.isConnected && one.hasAttribute('tabindex'),
    ) as HTMLElement | undefined;
    // What was only drawn anew has its old id.
    const next = (last.id && document.getElementById(last.id)) || around || nextIn(region);
    if (next && next.tabIndex < 0 && !next.hasAttribute('tabindex')) focusOnce(next);
    else next?.focus();
  };
  // What was removed on purpose gives the focus on by itself, within the same turn.
  const observer = new MutationObserver(() => queueMicrotask(() => queueMicrotask(restore)));
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', remember);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', remember);
  };
}
