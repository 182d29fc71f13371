import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { plugins } from './vite.config.ts';

const chromium = (): string | undefined => {
  try {
    return execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
};

const executablePath = chromium();

/** A project whose tests run inside Debian's Chromium; `voice` is a speech-dispatcher's socket. */
const inBrowser = (name: string, include: string[], voice?: string) => ({
  plugins: plugins(),
  test: {
    name,
    include,
    setupFiles: ['tests/support/fuzz-seed.ts'],
    // A busy machine needs more than Vitest's second; what is there is seen soon.
    expect: { poll: { interval: 10, timeout: 10_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(executablePath ? { executablePath } : {}),
          args: [
            '--no-sandbox',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            ...(voice ? ['--enable-speech-dispatcher'] : []),
          ],
          // Without sound Chromium has no voices either.
          ...(voice && {
            ignoreDefaultArgs: ['--mute-audio'],
            env: { ...(process.env as Record<string, string>), SPEECHD_ADDRESS: voice },
          }),
        },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

const component = inBrowser('component', ['tests/**/*.browser.test.{ts,tsx}']);
// Two pages, each with a focus, a storage and a sound of its own: a test waits more than it works.
Object.assign(component.test, { maxWorkers: 2 });

const notebook = join(tmpdir(), `harebell-voice-${process.pid}`);
process.env['HAREBELL_VOICE'] = notebook;

/** Both connectors, the live one against a real server; the browser's voices against a notebook. */
const contract = inBrowser(
  'contract',
  ['tests/contracts/**/*.test.ts'],
  `unix_socket:${join(notebook, 'speechd.sock')}`,
);
Object.assign(contract.test, {
  // Engines that speak and hear keep theirs in the component project: they need no server.
  exclude: ['**/*.browser.test.*'],
  globalSetup: [
    'tests/support/live-desk-server.ts',
    'tests/support/speech-notebook-server.ts',
    'tests/support/speech-box-setup.ts',
  ],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  fileParallelism: false,
});

export default defineConfig({
  test: {
    projects: [
      {
        plugins: plugins(),
        test: {
          name: 'unit',
          environment: 'node',
          // Nothing lives at module level, so files need no process of their own: a quarter of the time.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          // What hangs is found; what only waits for a busy machine passes.
          testTimeout: 30_000,
          setupFiles: ['tests/support/fuzz-seed.ts'],
          include: ['tests/**/*.test.ts'],
          exclude: [
            'tests/**/*.browser.test.*',
            'tests/contracts/**',
            'tests/journeys/**',
            'tests/screen-reader/**',
          ],
        },
      },
      component,
      contract,
      {
        test: {
          name: 'journey',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/shared-builds.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          // They wait more than they work, and each has a browser and servers of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
});
