import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../src/domain/settings.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

/** The groups of settings, in their order. */
export const tabIds = [
  'general',
  'profiles',
  'display',
  'announcements',
  'sounds',
  'speech',
  'dictation',
  'engines',
  'timers',
  'keyboard',
  'safe',
  'offline',
  'file',
] as const;

/** What is there in a group once the engines have come. */
const complete: Readonly<Record<string, string>> = {
  speech: '#setting-synthesizer option:nth-child(2)',
  dictation: '#setting-recognizer option:nth-child(2)',
  engines: '#speech-box-address',
  safe: '#safe-form',
};

/** Chooses a group once the screen is there, and waits until it is whole. */
export async function openTab(tab: (typeof tabIds)[number]): Promise<void> {
  await expect.element(page.getByRole('tablist')).toBeVisible();
  const button = document.getElementById(`tab-${tab}`);
  if (!button) throw new Error(`There is no group ${tab}.`);
  await userEvent.click(button);
  const sign = complete[tab];
  if (sign) await expect.poll(() => document.querySelector(sign)).not.toBeNull();
}

/** The whole app at its settings, without a shift. */
export async function openSettings(
  tab: (typeof tabIds)[number] = 'general',
  settings: Partial<Settings> = {},
): Promise<OpenDesk> {
  const desk = await openDesk({ signedOut: true, hash: '#/settings', settings });
  // The screen's code is asked for once a page, and with it its words; here every test is a new desk.
  await desk.workspace.allSentences('settings');
  await openTab(tab);
  return desk;
}

const focusable =
  'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** All that Tab stops at. */
export const tabStops = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) =>
      element.tabIndex >= 0 && element.checkVisibility() && !element.matches(':disabled'),
  );

/** Puts a file into a file field, as choosing it does. */
export async function giveFile(id: string, name: string, text: string | Uint8Array): Promise<void> {
  const field = document.getElementById(id);
  if (!field) throw new Error(`There is no field ${id}.`);
  await userEvent.upload(field, new File([text as BlobPart], name, { type: 'application/json' }));
}

/** What the page hands to the browser to save while `act` runs: name and text. */
export async function savedBy(
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  const create = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  let blob: Blob | undefined;
  let name = '';
  URL.createObjectURL = (object) => {
    blob = object as Blob;
    return 'blob:test';
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    name = this.download;
  };
  try {
    await act();
    return blob && { name, text: await blob.text() };
  } finally {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
  }
}
