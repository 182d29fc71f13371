import { execFileSync } from 'node:child_process';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Settings } from '../../src/domain/settings.ts';
import type { SpeechSettings } from '../../src/domain/speech-settings.ts';
import type { ScriptedConnector } from './scripted-connector.ts';
import { serveBuild } from './serve-build.ts';
import { sharedBuild } from './shared-build.ts';
import { type SpeechNotebook, startSpeechNotebook } from './speech-notebook.ts';

declare const desk: ScriptedConnector;

const deskPage = 'tests/screen-reader/pages/desk.html';

/** The production build at a desk that is played, in browsers that have voices. */
export interface VoiceBuild {
  /** A browser with a speech-dispatcher of its own that writes down what it is to say. */
  openBrowser(): Promise<VoiceBrowser>;
  close(): Promise<void>;
}

/** A browser whose every spoken word is known. */
export interface VoiceBrowser {
  readonly notebook: SpeechNotebook;
  /** A desk with Lina open, who writes English, and Wei beside, who writes Chinese. */
  openDesk(speech: Partial<SpeechSettings>, settings?: Partial<Settings>): Promise<Page>;
}

/** What went to the screen reader of a page of {@link VoiceBrowser}, oldest first. */
export const heardOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: readonly string[] }).heard);

/** Runs in the page before its own scripts. */
const listen = (settings: string) => {
  localStorage.setItem('desk-settings', settings);
  const heard: string[] = [];
  Object.assign(globalThis, { heard });
  document.addEventListener('DOMContentLoaded', () => {
    for (const id of ['polite', 'assertive']) {
      const node = document.getElementById(id) as HTMLElement;
      new MutationObserver(() => {
        const text = (node.textContent ?? '').replaceAll('\u00a0', ' ').trim();
        if (text) heard.push(text);
      }).observe(node, { childList: true, characterData: true, subtree: true });
    }
  });
};

/** Serves the build that all journeys share. */
export async function openVoiceBuild(): Promise<VoiceBuild> {
  const server = await serveBuild(await sharedBuild(deskPage));
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
  const opened: { readonly browser: Browser; readonly notebook: SpeechNotebook }[] = [];

  const openDesk = async (
    browser: Browser,
    speech: Partial<SpeechSettings>,
    settings: Partial<Settings>,
  ) => {
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript(
      listen,
      JSON.stringify({ ...settings, speech: { synthesizer: 'web-speech', ...speech } }),
    );
    await page.goto(`${server.origin}/${deskPage}`);
    await page.waitForFunction(() => 'desk' in window);
    await page.evaluate(() => {
      desk.open('Lina');
      desk.open('Wei', { language: 'zh-CN' });
    });
    await page.locator('#conversation-list').getByText('Lina').first().click();
    await page.waitForSelector('#reply');
    // What reads aloud comes behind the first screen; until then the live region says all.
    await page.waitForLoadState('networkidle');
    return page;
  };
  return {
    openBrowser: async () => {
      const notebook = await startSpeechNotebook();
      const browser = await chromium.launch({
        executablePath: executablePath.trim(),
        args: ['--no-sandbox', '--disable-background-networking', '--enable-speech-dispatcher'],
        // Without sound Chromium has no voices either.
        ignoreDefaultArgs: ['--mute-audio'],
        env: { ...(process.env as Record<string, string>), ...notebook.env },
      });
      opened.push({ browser, notebook });
      return {
        notebook,
        openDesk: (speech, settings = {}) => openDesk(browser, speech, settings),
      };
    },
    close: async () => {
      for (const { browser, notebook } of opened) {
        await browser.close();
        await notebook.close();
      }
      await server.close();
    },
  };
}
