import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/editor/editor.tsx';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { alone, find } from '../support/on-page.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

/** The text area. */
export const field = () => find<HTMLTextAreaElement>('#scenario-text');

/** The button that says just that. */
export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name,
  );
  if (!found) throw new Error(`There is no button "${name}".`);
  return found;
}

/** Puts a text in the place of what stands in the text area, as pasting it does. */
export async function write(text: string): Promise<void> {
  await userEvent.fill(field(), text);
}

/** What is selected in the text area. */
export const selected = () => field().value.slice(field().selectionStart, field().selectionEnd);

/** The editor, opened; `database` to come back to what was kept. */
export async function openEditor(
  options: { readonly language?: InterfaceLanguage; readonly database?: string } = {},
): Promise<OpenDesk> {
  const { language = 'en', database } = options;
  const desk = await openDesk({
    signedOut: true,
    settings: { language },
    ...(database && { database }),
  });
  desk.workspace.router.go('editor');
  await expect
    .poll(() => document.querySelector('#editor-new, #scenario-text') !== null)
    .toBe(true);
  await alone();
  return desk;
}
