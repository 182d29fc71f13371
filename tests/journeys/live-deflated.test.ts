import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeflateProxy, startDeflateProxy } from '../../desk/deflate-proxy.ts';
import { type LiveBuild, openLiveBuild, signIn } from '../support/open-live-build.ts';

let build: LiveBuild;
let proxy: DeflateProxy | undefined;

beforeAll(async () => {
  build = await openLiveBuild();
});

afterAll(async () => {
  await proxy?.close();
  await build?.close();
});

it('serves a customer through the deflating proxy, and learns when the server has died', async () => {
  const agent = await build.live.agent();
  proxy = await startDeflateProxy({ target: agent.service });
  const context = await build.browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const negotiated: string[] = [];
  devtools.on('Network.webSocketHandshakeResponseReceived', ({ response }) => {
    negotiated.push(
      Object.entries(response.headers).find(
        ([name]) => name.toLowerCase() === 'sec-websocket-extensions',
      )?.[1] ?? '',
    );
  });
  await page.goto(`${build.origin}/#/sign-in`);
  await page.waitForSelector('#sign-in-account');
  await signIn(page, { ...agent, service: proxy.service });
  expect(negotiated).toEqual([expect.stringContaining('permessage-deflate')]);

  const customer = await build.live.customer();
  const words = '我的包裹还没有到 – where is it?';
  await build.live.order(customer, { do: 'send', to: agent.address, text: words });
  await page.locator('.offer button.primary').click();
  await page.locator('.message.customer', { hasText: words }).waitFor();
  await page.waitForSelector('#reply:focus');
  await page.keyboard.insertText('Hello! 我查一下。');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await build.live.heard(customer)).map(({ text }) => text))
    .toContain('Hello! 我查一下。');
  await page.getByText('delivered').waitFor();

  // The server is there again by then, and so is the desk: through the proxy, which has not gone away.
  await build.live.crash();
  await expect.poll(() => negotiated.length, { timeout: 30_000 }).toBeGreaterThan(1);
  await build.live.program(`${customer}/again`);
  await expect
    .poll(
      async () => {
        await build.live.order(`${customer}/again`, {
          do: 'send',
          to: agent.address,
          text: 'Still there?',
        });
        return page.locator('.message.customer', { hasText: 'Still there?' }).count();
      },
      { interval: 2000, timeout: 30_000 },
    )
    .toBeGreaterThan(0);
  await context.close();
});
