import type { Page } from 'playwright-core';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { alternatives, linesOf } from '../../src/simulator/texts-of.ts';
import { voiceMark } from '../../src/simulator/voice-mark.ts';
import { passUntil } from './open-build.ts';

/** Whether the focus is on what `selector` names. */
export const isFocused = (page: Page, selector: string) => () =>
  page.evaluate((one) => document.activeElement?.matches(one) === true, selector);

/** Presses Tab until the focus is on what `selector` names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const isThere = isFocused(page, selector);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

/**
 * The reply that a scenario's author would give to what a customer said last; undefined where it is
 * not the last line of a beat.
 */
export function modelReply(scenario: Scenario, said: string, language: string): string | undefined {
  for (const chat of scenario.chats) {
    const speaker = { scenario, chat, language };
    for (const { texts } of chat.beats) {
      const last = linesOf(texts, 'says', speaker).at(-1) ?? '';
      if (alternatives(last.replaceAll(voiceMark, ''), speaker).includes(said))
        return alternatives(linesOf(texts, 'model', speaker)[0] ?? '', speaker)[0];
    }
  }
  return undefined;
}

/** Goes to a control and presses Enter. */
export async function enter(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/**
 * Serves whoever comes, several at once, by the author's model replies, until the debrief is there.
 * @returns how many replies that took
 */
export async function serveAll(page: Page, scenario: Scenario, language: string): Promise<number> {
  const answered = new Set<string>();
  const look = () =>
    page.evaluate(() => ({
      isOver: document.querySelector('.debrief') !== null,
      isOffered: document.querySelector('.offer') !== null,
      isEnded: document.querySelector('#wrap-up-button') !== null,
      words: [...document.querySelectorAll('.message.customer .text')].map(
        ({ textContent }) => textContent,
      ),
    }));
  await passUntil(
    page,
    async () => {
      const { isOver, isOffered, isEnded, words } = await look();
      if (isOver) return true;
      const said = words.findLast((text) => modelReply(scenario, text, language)) ?? '';
      const reply = answered.has(said) ? undefined : modelReply(scenario, said, language);
      if (isOffered) {
        await page.keyboard.press('Alt+a');
        await passUntil(page, isFocused(page, '#reply'));
      } else if (isEnded) {
        await page.keyboard.press('Alt+w');
        await passUntil(page, isFocused(page, '.wrap-up [type=radio]'));
        await page.keyboard.press('Space');
        await enter(page, '.wrap-up .primary');
      } else if (reply) {
        answered.add(said);
        await page.keyboard.press('Alt+m');
        await passUntil(page, isFocused(page, '#reply'));
        // What has just come counts as heard after a moment (A19).
        await page.clock.runFor(3000);
        await page.keyboard.insertText(reply);
        await page.keyboard.press('Enter');
      } else if (words.length > 0) await page.keyboard.press('Alt+l');
      // After a wrap-up the focus is on the next one of the list.
      else await page.keyboard.press('Enter');
      return false;
    },
    900,
  );
  return answered.size;
}
