import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildApart } from '../../scripts/build-apart.ts';
import type { SpeechPage } from './espeak-page.ts';
import { type ServedBuild, serveBuild } from './serve-build.ts';

const path = 'tests/support/espeak-page.html';

/** A page that can speak, as built for production. */
export interface EspeakPage {
  readonly page: Page;
  /** Addresses that were asked for, without the origin, oldest first. */
  readonly requests: readonly string[];
  /** What the policy refused. */
  readonly violations: readonly string[];
  /** Calls what `espeak-page.ts` offers; playwright takes it for a person's gesture. */
  call<K extends keyof SpeechPage>(
    name: K,
    ...args: Parameters<SpeechPage[K]>
  ): Promise<Awaited<ReturnType<SpeechPage[K]>>>;
}

/** The build, its server and a browser, for a whole file of tests. */
export interface EspeakBuild {
  readonly folder: string;
  open(hash?: string): Promise<EspeakPage>;
  /** Takes the network away; pages that are open stay. */
  goOffline(): Promise<void>;
  close(): Promise<void>;
}

/** Builds espeak-page.html apart from `dist/` and serves it as a host would, with names that are kept. */
export async function openEspeakBuild(args: readonly string[] = []): Promise<EspeakBuild> {
  const input = {
    name: 'espeak-page',
    config: () => ({ build: { rollupOptions: { input: path } } }),
  };
  const build = await buildApart([input]);
  const server: ServedBuild = await serveBuild(build.folder, { keep: true });
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  const browser: Browser = await chromium.launch({
    executablePath: command.trim(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-sync', ...args],
  });
  return {
    folder: build.folder,
    open: async (hash = '') => {
      const page = await (await browser.newContext()).newPage();
      const requests: string[] = [];
      const violations: string[] = [];
      page.on('request', (request) => requests.push(request.url().replace(server.origin, '')));
      page.on('console', (message) => {
        if (/Content Security Policy|Trusted/.test(message.text())) violations.push(message.text());
      });
      await page.goto(`${server.origin}/${path}${hash}`);
      return {
        page,
        requests,
        violations,
        call: (name, ...args) =>
          page.evaluate(`speech[${JSON.stringify(name)}](...${JSON.stringify(args)})`),
      };
    },
    goOffline: () => server.close(),
    close: async () => {
      await browser.close();
      await server.close();
      build.remove();
    },
  };
}
