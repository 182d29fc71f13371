import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createBadProxy } from '../support/bad-proxies.ts';
import { builtFiles } from '../support/built-files.ts';
import { type LiveBuild, openLiveBuild, signIn } from '../support/open-live-build.ts';

let build: LiveBuild;
let proxy: Server = createServer();

beforeAll(async () => {
  build = await openLiveBuild();
});
afterEach(() => {
  proxy.closeAllConnections();
  proxy.close();
});
afterAll(async () => {
  await build?.close();
});

it.each([
  [
    'en-US',
    /^The network here blocks the faster connection\. .*nothing is lost\.$/,
    'Connected by',
  ],
  ['zh-CN', /^这里的网络挡住了更快的连接方式，.*不会丢消息。$/, '已连接（长轮询）'],
])(
  'behind a proxy that breaks WebSockets a desk in %s serves its customer, and says once how',
  async (locale, words, shown) => {
    const agent = await build.live.agent();
    proxy = createBadProxy(Number(new URL(agent.service).port), 'refuses');
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { port } = proxy.address() as AddressInfo;
    const page = await (await build.browser.newContext({ locale })).newPage();
    const polling = await builtFiles('open-polling');
    const pieces: string[] = [];
    page.on('request', (request) => pieces.push(new URL(request.url()).pathname));
    // Beside those of Trusted Types: a browser tells what a policy refuses.
    const refused: string[] = [];
    page.on('console', (said) => {
      if (/Content Security Policy|Trusted/.test(said.text())) refused.push(said.text());
    });
    await page.addInitScript(() => {
      const spoken: string[] = [];
      Object.assign(globalThis, { spoken });
      addEventListener('DOMContentLoaded', () => {
        const node = document.getElementById('polite');
        const observer = new MutationObserver(() => {
          const text = (node?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
          if (text) spoken.push(text);
        });
        if (node) observer.observe(node, { childList: true, characterData: true, subtree: true });
      });
    });
    const told = () =>
      page.evaluate(
        (pattern) =>
          (globalThis as unknown as { spoken: string[] }).spoken.filter((text) =>
            new RegExp(pattern).test(text),
          ).length,
        words.source,
      );
    await page.goto(`${build.origin}/#/sign-in`);
    await page.waitForSelector('#sign-in-account');
    expect(pieces.filter((path) => polling.includes(path))).toEqual([]);
    await signIn(page, { ...agent, service: `ws://127.0.0.1:${port}/ws` });
    await expect.poll(told).toBe(1);
    expect(await page.locator('.status .link').textContent()).toContain(shown);
    expect(pieces.filter((path) => polling.includes(path))).toHaveLength(1);

    const customer = await build.live.customer();
    const say = (text: string) =>
      build.live.order(customer, { do: 'send', to: agent.address, text });
    await say('Where is it?');
    await page.locator('.offer button.primary').click();
    await page.waitForSelector('#reply:focus');
    await page.keyboard.insertText('On its way.');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await build.live.heard(customer)).map(({ text }) => text))
      .toContain('On its way.');
    await say('Thank you.');
    await page.getByText('Thank you.').first().waitFor();
    expect(await told()).toBe(1);
    expect(refused).toEqual([]);
  },
  120_000,
);
