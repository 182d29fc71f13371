import { userEvent } from 'vitest/browser';
import type { Route } from '../../src/session/create-router.ts';
import type { OpenDesk } from './open-desk.tsx';
import { anOffer } from './samples.ts';

/** Every screen that has an address. */
export const screens = [
  'start',
  'practise',
  'sign-in',
  'desk',
  'settings',
  'canned-responses',
  'help',
  'announcements',
  'debrief',
  'phrases',
] as const satisfies readonly Route[];

/** Resolves when `isThere` is no longer false; fails after twelve seconds. */
export async function until(isThere: () => unknown): Promise<void> {
  const end = performance.now() + 12_000;
  while (!isThere()) {
    if (performance.now() > end) throw new Error(`Still not so: ${isThere}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const heading = () => document.querySelector('main h1')?.textContent;

/** Goes to a screen and waits for its heading. */
export async function visit({ workspace }: OpenDesk, route: Route): Promise<void> {
  if (workspace.router.route() === route) return;
  const before = heading();
  workspace.router.go(route);
  await workspace.allSentences();
  await until(() => heading() && heading() !== before && !document.querySelector('.loading'));
  // The screen before stays for a moment, hidden, while a screen reader follows the focus.
  await until(() => document.querySelectorAll('main').length === 1);
}

/** An offer, a conversation that is open with messages of all kinds, and another one with news. */
export async function fillDesk({ connector }: OpenDesk): Promise<void> {
  const at = Date.now() - 60_000;
  connector.open('Lin', {
    topic: 'Late parcel',
    hasEarlier: true,
    waitingSince: at,
    messages: [
      { author: 'customer' as const, text: 'Where is it?', language: 'en' },
      { author: 'customer' as const, text: '包裹在哪里？ order 30021', language: 'zh-CN' },
      {
        author: 'agent' as const,
        text: 'One moment.',
        language: 'en',
        delivery: 'failed' as const,
      },
      { author: 'system' as const, text: 'Lin is back.', language: 'en' },
    ].map((message, index) => ({ id: `kind-${index}`, conversationId: 'lin', at, ...message })),
  });
  connector.open('Bo', { customer: { ...anOffer().customer, id: 'bo', name: 'Bo' } });
  document.querySelector<HTMLElement>('#c-lin')?.click();
  connector.say('Bo', 'Hello?');
  connector.offer('Cai', { topic: 'A refund' });
  await until(() => document.querySelector('#m-kind-3') && document.querySelector('.badge'));
}

/** What Tab reaches from the top of the page to its end, in order, by pressing it. */
export async function tabStops(limit = 60): Promise<readonly Element[]> {
  const first = document.querySelector<HTMLElement>('.brand a');
  if (!first) throw new Error('There is no header.');
  first.focus();
  const stops: Element[] = [first];
  for (let count = 0; count < limit; count += 1) {
    await userEvent.tab();
    const at = document.activeElement;
    if (!at || at === document.body || stops.includes(at)) break;
    stops.push(at);
  }
  return stops;
}
