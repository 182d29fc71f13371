import type { Page } from 'playwright-core';
import { type LiveDesk, startLiveDesk } from './live-desk.ts';
import { type OpenBuild, openBuild } from './open-build.ts';

/** The production build, and a real server with customers for it. */
export interface LiveBuild extends OpenBuild {
  readonly live: LiveDesk;
}

/** Opens both; closing it stops the server too. */
export async function openLiveBuild(): Promise<LiveBuild> {
  const [build, live] = await Promise.all([openBuild(), startLiveDesk()]);
  return {
    ...build,
    live,
    close: async () => {
      await build.close();
      await live.stop();
    },
  };
}

/** Fills in the sign-in form that a page shows, and waits for the desk. */
export async function signIn(
  page: Page,
  agent: Awaited<ReturnType<LiveDesk['agent']>>,
): Promise<void> {
  await page.fill('#sign-in-account', agent.address);
  await page.fill('#sign-in-password', agent.password);
  await page.click('details > summary');
  await page.fill('#sign-in-service', agent.service);
  await page.click('#sign-in-submit');
  await page.waitForSelector('.shell.desk');
}
