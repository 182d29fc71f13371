import type { Page } from 'playwright-core';

/** Runs in the page, before or after its document is there: keeps all that the announcer writes. */
export function startHearing(): void {
  const spoken: string[] = [];
  Object.assign(globalThis, { spoken });
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const text = (target.textContent ?? '').replaceAll('\u00a0', ' ').trim();
      if (text) spoken.push(text);
    }
  });
  const begin = () => {
    for (const id of ['polite', 'assertive']) {
      const node = document.getElementById(id);
      if (node) observer.observe(node, { childList: true, characterData: true, subtree: true });
    }
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}

/** From the next load on, all that the announcer writes is kept, in a page or in all of a browser. */
export const listen = (target: Pick<Page, 'addInitScript'>): Promise<unknown> =>
  target.addInitScript(startHearing);

/** What was said there since the page was loaded or told to forget. */
export const spoken = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);

/** How often something was said that matches. */
export const timesSpoken = async (page: Page, pattern: RegExp): Promise<number> =>
  (await spoken(page)).filter((text) => pattern.test(text)).length;

/** Empties what {@link spoken} gives. */
export const forgetSpoken = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as { spoken: string[] }).spoken.length = 0;
  });
