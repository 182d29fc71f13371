/** Going round the regions of the screen, each keeping its last focus (A2). */
export interface Regions {
  /** Moves to the region after the one with the focus; false if there is none to go to. */
  next(): boolean;
  /** Moves to the region before. */
  previous(): boolean;
  /** To be told of every `focusin`. */
  remember(event: FocusEvent): void;
}

const nameOf = (region: HTMLElement) => region.dataset['region'] ?? '';

const canTakeFocus = (element: HTMLElement | null | undefined): element is HTMLElement =>
  !!element?.isConnected && element.checkVisibility({ visibilityProperty: true });

/**
 * Makes the round. Remembered by name, as a region may be drawn anew while the focus is elsewhere.
 * @param root the elements with `data-region`, in the order of the page; hidden ones are passed over
 */
export function createRegions(root: () => readonly HTMLElement[]): Regions {
  const lastFocus = new Map<string, HTMLElement>();

  const enter = (region: HTMLElement) => {
    const focused = () => region.contains(document.activeElement);
    const remembered = lastFocus.get(nameOf(region));
    const candidates = [
      region.contains(remembered ?? null) ? remembered : undefined,
      region.querySelector<HTMLElement>('[data-region-start]'),
      region.querySelector<HTMLElement>(
        '[tabindex="0"], a[href], button:not(:disabled, [tabindex="-1"]), input:not(:disabled, [tabindex="-1"]), select, textarea',
      ),
    ];
    for (const candidate of candidates) {
      if (canTakeFocus(candidate)) candidate.focus();
      if (focused()) return true;
    }
    if (!region.hasAttribute('tabindex')) region.tabIndex = -1;
    region.focus();
    return focused();
  };

  const go = (step: 1 | -1) => {
    const regions = root().filter(canTakeFocus);
    const at = regions.findIndex((region) => region.contains(document.activeElement));
    const from = at < 0 && step < 0 ? 0 : at;
    const target = regions.at((from + step) % regions.length);
    return target !== undefined && enter(target);
  };

  return {
    next: () => go(1),
    previous: () => go(-1),
    remember: ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const region = root().find((one) => one.contains(target));
      // A region that had to take the focus itself has nothing worth giving back.
      if (region && region !== target) lastFocus.set(nameOf(region), target);
    },
  };
}
