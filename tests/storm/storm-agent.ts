import type { Page } from 'playwright-core';
import type { ChromiumProfile } from './chromium-profile.ts';

/** Who the agent is, and where the desk and the server are. */
export interface StormAgentParts {
  readonly profile: ChromiumProfile;
  readonly origin: string;
  readonly account: string;
  readonly password: string;
  readonly service: string;
  readonly note: (line: string) => void;
  readonly onFrame?: ((line: string) => void) | undefined;
}

/** What stands in the transcript. */
export interface Shown {
  readonly agent: readonly string[];
  readonly customer: readonly string[];
}

/** An agent at work, who opens the desk again whenever it is gone, and looks before writing again. */
export interface StormAgent {
  /** Signs in; tries until the server answers. */
  open(): Promise<void>;
  /** Takes the one customer who waits. */
  accept(): Promise<void>;
  /** Writes and sends; when the desk goes away meanwhile, looks whether it has the words. */
  send(text: string): Promise<void>;
  /** Looks at the whole transcript, and sends again what may not have come. */
  read(): Promise<Shown>;
  /** What was sent again, each once. */
  readonly sentAgain: readonly string[];
  closeTab(): Promise<void>;
  crashTab(): Promise<void>;
  /** Leaves the tab as it is; what comes next is done in another. */
  leaveTab(): void;
  killBrowser(): Promise<void>;
}

/** For one look at the page; longer means that it has gone. */
const patience = 4000;

/** A page that crashed may not answer when it is closed, nor when it is spoken to; so it is not waited for long. */
const atMost = (ms: number, doing: Promise<unknown>): Promise<unknown> =>
  Promise.race([doing.catch(() => {}), new Promise((resolve) => setTimeout(resolve, ms))]);

/** Makes an agent without a page yet. */
export function createStormAgent(parts: StormAgentParts): StormAgent {
  const { note, profile } = parts;
  const sentAgain = new Set<string>();
  let page: Page | undefined;
  let opening: Promise<Page> | undefined;

  const signIn = async (at: Page): Promise<void> => {
    await at.goto(`${parts.origin}/#/sign-in`);
    await at.fill('#sign-in-account', parts.account);
    await at.fill('#sign-in-password', parts.password);
    await at.click('details > summary');
    await at.fill('#sign-in-service', parts.service);
    for (;;) {
      await at.click('#sign-in-submit');
      const desk = at.waitForSelector('.shell.desk', { timeout: 60_000 }).then(() => true);
      const refused = at.waitForSelector('.error-summary:focus', { timeout: 60_000 });
      if (await Promise.race([desk, refused.then(() => false)])) {
        refused.catch(() => {});
        return;
      }
      desk.catch(() => {});
      await at.evaluate(() => (document.activeElement as HTMLElement).blur());
    }
  };
  const openPage = async (): Promise<Page> => {
    for (;;) {
      try {
        const context = await profile.start();
        const fresh = await context.newPage();
        fresh.setDefaultTimeout(patience);
        page = fresh;
        fresh.once('crash', () => {
          if (page === fresh) page = undefined;
        });
        const { onFrame } = parts;
        fresh.on('websocket', (socket) => {
          if (!onFrame) return;
          socket.on('framesent', ({ payload }) => onFrame(`→ ${payload}`));
          socket.on('framereceived', ({ payload }) => onFrame(`← ${payload}`));
          socket.on('close', () => onFrame('closed'));
        });
        await signIn(fresh);
        if (page === fresh) return fresh;
      } catch (error) {
        note(`not opened: ${String(error).split('\n', 1)[0]}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    }
  };
  let ready: Page | undefined;
  const there = async (): Promise<Page> => {
    if (ready && ready === page && !ready.isClosed()) return ready;
    opening ??= openPage().finally(() => {
      opening = undefined;
    });
    ready = await opening;
    return ready;
  };
  const select = async (at: Page) => {
    if (await at.isVisible('#reply')) return;
    await at.click('[role=option][id^=c-]', { timeout: 15_000 });
    await at.waitForSelector('#reply');
  };
  const texts = (at: Page, author: string) =>
    at.locator(`.message.${author} .text`).allTextContents();
  const has = async (at: Page, text: string) => (await texts(at, 'agent')).includes(text);

  /** Presses Enter until the box is empty: words that came while typing are told first (A19). */
  const press = async (at: Page, text: string) => {
    await at.fill('#reply', text);
    const box = at.locator('#reply');
    while ((await box.inputValue()) === text) await box.press('Enter');
    await at.waitForFunction(
      (wanted) =>
        [...document.querySelectorAll('.message.agent .text')].some(
          (each) => each.textContent === wanted,
        ),
      text,
    );
  };
  /** What was held, because the customer wrote meanwhile, shall go as it is. */
  const letGo = async (at: Page) => {
    const button = at.getByRole('button', { name: 'Send as it is' });
    if ((await button.count()) === 0) return;
    note('sends as it is what was held');
    await button.first().click();
    await button.waitFor({ state: 'detached' });
  };
  /** What the desk is not sure of goes once more, as it says. */
  const sendAgain = async (at: Page) => {
    const unsure = at.locator('.message.agent:has(.delivery.failed)');
    const found = await unsure.locator('.text').allTextContents();
    if (found.length === 0) return;
    note(`sends again: ${found.join(' ')}`);
    for (const text of found) sentAgain.add(text);
    while ((await unsure.count()) > 0) await unsure.first().getByRole('button').click();
  };
  /** After the desk went away in the middle of it: what an agent sees who looks. */
  const isKept = async (at: Page, text: string): Promise<boolean> => {
    const until = Date.now() + 1500;
    while (Date.now() < until) {
      if (await has(at, text)) {
        if ((await at.inputValue('#reply')) === text) {
          note(`also still in the box: ${text}`);
          await at.fill('#reply', '');
        }
        return true;
      }
      await at.waitForTimeout(100);
    }
    const draft = await at.inputValue('#reply');
    note(`${draft === text ? 'still in the box' : `typed again, box "${draft}"`}: ${text}`);
    return false;
  };

  return {
    open: async () => void (await there()),
    accept: async () => {
      const at = await there();
      await at.waitForSelector('.offer', { timeout: 15_000 });
      await at.keyboard.press('Alt+a');
      await at.waitForSelector('#reply');
    },
    send: async (text) => {
      for (let tries = 0; ; tries += 1) {
        try {
          const at = await there();
          await select(at);
          await letGo(at);
          if (tries > 0 && (await isKept(at, text))) return;
          await press(at, text);
          return;
        } catch (error) {
          note(`interrupted at ${text}: ${String(error).split('\n', 1)[0]}`);
        }
      }
    },
    read: async () => {
      const at = await there();
      await select(at);
      await letGo(at);
      await sendAgain(at);
      const earlier = at.locator('.earlier');
      for (let clicks = 0; clicks < 20 && (await earlier.isVisible()); clicks += 1) {
        const before = await at.locator('.message').count();
        await earlier.click();
        await at
          .waitForFunction(
            (count) =>
              document.querySelectorAll('.message').length !== count ||
              !document.querySelector('.earlier'),
            before,
            { timeout: 3000 },
          )
          .catch(() => {});
      }
      return { agent: await texts(at, 'agent'), customer: await texts(at, 'customer') };
    },
    get sentAgain() {
      return [...sentAgain];
    },
    closeTab: async () => {
      const gone = page;
      page = undefined;
      if (gone) await atMost(patience, gone.close({ runBeforeUnload: false }));
    },
    crashTab: async () => {
      const gone = page;
      page = undefined;
      if (!gone || gone.isClosed()) return;
      const crash = async () => (await gone.context().newCDPSession(gone)).send('Page.crash');
      await atMost(300, crash());
      await atMost(patience, gone.close());
    },
    leaveTab: () => {
      page = undefined;
    },
    killBrowser: async () => {
      page = undefined;
      await profile.kill();
    },
  };
}
