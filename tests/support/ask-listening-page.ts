import type { Page } from 'playwright-core';
import type {
  BrowserOrder,
  BrowserReport,
  HearOrder,
  HearReport,
  ListeningPage,
} from './listening-page/listening-page.ts';

type Listening = { readonly listening: ListeningPage };

/** Has the page listen by a speech box. */
export const hearByBox = (page: Page, order: HearOrder): Promise<HearReport> =>
  page.evaluate((given) => (window as unknown as Listening).listening.hear(given), order);

/** Has the page try the browser's own recogniser. */
export const askBrowser = (page: Page, order: BrowserOrder): Promise<BrowserReport> =>
  page.evaluate((given) => (window as unknown as Listening).listening.ask(given), order);
