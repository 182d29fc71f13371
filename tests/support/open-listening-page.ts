import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { serveBuild } from './serve-build.ts';

/** What Chromium's microphone is, and whether it may be used. */
export interface MicrophonePage {
  /** A WAV file that it hears once; a beep without one. */
  readonly wav?: string;
  /** `missing`: none is connected (nor is one to the machine that runs tests). */
  readonly microphone?: 'there' | 'missing' | 'denied';
}

/** The speech engines on a page of their own, built with the policy of production. */
export interface OpenListeningPage {
  open(options?: MicrophonePage): Promise<Page>;
  close(): Promise<void>;
}

const flagsOf = ({ wav, microphone = 'there' }: MicrophonePage): string[] => [
  ...(microphone === 'missing' ? [] : ['--use-fake-device-for-media-stream']),
  microphone === 'denied' ? '--deny-permission-prompts' : '--use-fake-ui-for-media-stream',
  ...(wav ? [`--use-file-for-fake-audio-capture=${wav}%noloop`] : []),
];

/** Builds the page; each opening is a browser of its own, because a microphone is a browser's. */
export async function openListeningPage(): Promise<OpenListeningPage> {
  const root = fileURLToPath(new URL('listening-page', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'harebell-listening-'));
  const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url));
  const output = { outDir: folder, emptyOutDir: true, reportCompressedSize: false };
  await build({ root, configFile, logLevel: 'warn', build: output });
  const server = await serveBuild(folder);
  const command = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  const closers: (() => Promise<void>)[] = [];
  return {
    open: async (options = {}) => {
      const browser = await chromium.launch({
        executablePath: command.trim(),
        args: ['--no-sandbox', '--disable-background-networking', ...flagsOf(options)],
      });
      closers.push(() => browser.close());
      const page = await browser.newPage();
      await page.goto(server.origin);
      await page.waitForFunction('window.listening');
      return page;
    },
    close: async () => {
      for (const close of closers) await close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
