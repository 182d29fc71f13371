import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { eventually } from '../support/eventually.ts';

/** A browser that can be killed and started again with all that it had kept. */
export interface ChromiumProfile {
  /** Starts it if it does not run. */
  start(): Promise<BrowserContext>;
  /** `kill -9` for every process of it. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

/** A profile in a folder of its own. */
export function createChromiumProfile(): ChromiumProfile {
  const folder = mkdtempSync(join(tmpdir(), 'harebell-profile-'));
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  let running: { context: BrowserContext; end(): Promise<void> } | undefined;

  const launch = async () => {
    const door = join(folder, 'DevToolsActivePort');
    rmSync(door, { force: true });
    const program = spawn(
      command,
      [
        ...['--headless=new', '--no-sandbox', '--no-first-run', '--disable-gpu'],
        ...['--disable-background-networking', '--disable-sync', '--disable-component-update'],
        // A tab that is not in front is slowed down; the agent's always is.
        ...['--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'],
        ...['--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
      ],
      // A group of its own, so that nothing of it is left.
      { detached: true, stdio: 'ignore' },
    );
    const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
    const port = await eventually(() => {
      const [line] = existsSync(door) ? readFileSync(door, 'utf8').split('\n') : [];
      return line || undefined;
    });
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    if (!context || !program.pid) throw new Error('The browser has no window.');
    const group = -program.pid;
    return {
      context,
      end: async () => {
        process.kill(group, 'SIGKILL');
        await ended;
        await browser.close().catch(() => {});
      },
    };
  };
  const kill = async () => {
    const before = running;
    running = undefined;
    await before?.end();
  };
  return {
    start: async () => {
      running ??= await launch();
      return running.context;
    },
    kill,
    remove: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
