import type { BrowserContext, Page } from 'playwright-core';
import type { LiveDesk } from '../../tests/support/live-desk.ts';
import { signIn } from '../../tests/support/open-live-build.ts';
import type { ShapedLink } from './shape-link.ts';

/** A frame of the agent's WebSocket, as the page sees it. */
export interface Frame {
  /** Milliseconds since the page was opened. */
  readonly at: number;
  readonly way: 'up' | 'down';
  readonly text: string;
}

/** An agent in a page, and the link that carries their stream. */
export interface WiredAgent {
  readonly page: Page;
  readonly link: ShapedLink;
  readonly address: string;
  readonly frames: readonly Frame[];
  signIn(): Promise<void>;
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Not so after ${ms} ms: ${isSo}`);
    await wait(5);
  }
}

/** Both ways together. */
export const bytesOf = (link: ShapedLink): number => link.count().down + link.count().up;

/** Waits until nothing has passed for so long, in milliseconds. */
export async function quiet(link: ShapedLink, ms: number): Promise<void> {
  let before = -1;
  while (before !== bytesOf(link)) {
    before = bytesOf(link);
    await wait(ms);
  }
}

/** What a receiver of frames sees of one: text, or bytes that are none. */
const textOf = ({ payload }: { readonly payload: string | Buffer }) => String(payload);

/** Opens the sign-in screen for an account of their own. */
export async function openAgent(
  context: BrowserContext,
  origin: string,
  live: LiveDesk,
  link: ShapedLink,
  how: { readonly ownClock?: boolean } = {},
): Promise<WiredAgent> {
  const agent = await live.agent();
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const frames: Frame[] = [];
  const begun = performance.now();
  page.on('websocket', (socket) => {
    const note = (way: Frame['way']) => (frame: { readonly payload: string | Buffer }) =>
      frames.push({ at: performance.now() - begun, way, text: textOf(frame) });
    socket.on('framesent', note('up'));
    socket.on('framereceived', note('down'));
  });
  if (how.ownClock) await page.clock.install();
  await page.goto(`${origin}/#/sign-in`);
  await page.waitForSelector('#sign-in-account');
  return {
    page,
    link,
    frames,
    address: agent.address,
    signIn: () => signIn(page, { ...agent, service: `ws://127.0.0.1:${link.port}/ws` }),
  };
}

/** A new customer writes and is taken; their address. */
export async function takeCustomer(
  live: LiveDesk,
  { page, address }: WiredAgent,
  words: string,
): Promise<string> {
  const customer = await live.customer();
  await live.order(customer, { do: 'send', to: address, text: words });
  await page.locator('.offer button.primary').click();
  await page.waitForSelector('#reply:focus');
  return customer;
}

/** The customer sends words, and this resolves when the agent's receipt has come. */
export async function sendWords(
  live: LiveDesk,
  customer: string,
  to: string,
  text: string,
): Promise<void> {
  // As long as what programs make up, and as unlike one another.
  const id = crypto.randomUUID();
  await live.order(customer, { do: 'send', to, text, id });
  await until(async () =>
    (await live.heard(customer)).some((event) => event.type === 'receipt' && event.id === id),
  );
}
