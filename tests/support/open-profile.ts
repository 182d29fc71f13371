import { execFileSync } from 'node:child_process';
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** A browser whose profile stays on the disk from one start to the next. */
export interface Profile {
  readonly folder: string;
  /** Starts the browser; it must not run. */
  start(): Promise<BrowserContext>;
  /** A page on an address, after the heading is there. Its clock can be moved on. */
  open(address: string): Promise<Page>;
  /** Ends the browser in order. */
  close(): Promise<void>;
  /** Ends the browser as a power cut does. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Makes an empty profile in a folder of its own. */
export function createProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-profile-'));
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  let context: BrowserContext | undefined;
  const close = async () => {
    const open = context;
    context = undefined;
    await open?.close();
  };
  const profile: Profile = {
    folder,
    start: async () => {
      context = await chromium.launchPersistentContext(folder, {
        executablePath: command,
        locale: 'en-US',
        args: ['--no-sandbox', '--disable-background-networking', '--disable-sync'],
      });
      return context;
    },
    open: async (address) => {
      const page = await (context ?? (await profile.start())).newPage();
      page.setDefaultTimeout(15_000);
      await page.clock.install();
      await page.goto(address);
      await page.waitForSelector('h1');
      return page;
    },
    close,
    kill: async () => {
      // `host-PID`: Chromium's own mark of who has the profile.
      const pid = Number(/\d+$/.exec(readlinkSync(join(folder, 'SingletonLock')))?.[0]);
      process.kill(pid, 'SIGKILL');
      await eventually(() => (isAlive(pid) ? undefined : true));
      // Closing finds out in its own time that there is nothing left to close.
      await close().catch(() => undefined);
    },
    remove: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
  return profile;
}
