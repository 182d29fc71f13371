import { execFileSync } from 'node:child_process';
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

/** A project whose tests run inside Debian's Chromium. */
const inBrowser = (name: string, include: string[]) => ({
  plugins: plugins(),
  test: {
    name,
    include,
    setupFiles: ['tests/support/fuzz-seed.ts'],
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
          ],
        },
      }),
      instances: [{ browser: 'chromium' as const }],
    },
  },
});

/** Both connectors; the live one against a real server that is started for it. */
const contract = inBrowser('contract', ['tests/contracts/**/*.test.ts']);
Object.assign(contract.test, {
  globalSetup: 'tests/support/live-desk-server.ts',
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
      inBrowser('component', ['tests/**/*.browser.test.{ts,tsx}']),
      contract,
      {
        test: {
          name: 'journey',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
