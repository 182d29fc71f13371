import { expect, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { until } from './desk-screens.ts';

/** An element that must be there. */
export function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
}

/** What some elements of the screen say, in one line each. */
export const texts = (selector: string): string[] =>
  [...document.querySelectorAll(`main :is(${selector})`)].map((element) =>
    (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  );

/** What has the focus. */
export const focused = () => document.activeElement as HTMLElement;

/** Presses Enter on a control, once it is there. */
export async function press(control: string | HTMLElement): Promise<void> {
  if (typeof control === 'string') await until(() => document.querySelector(control));
  const element = typeof control === 'string' ? find(control) : control;
  element.focus();
  await userEvent.keyboard('{Enter}');
}

/** Gives a file to a field, once it is there; from outside of the page, megabytes take long. */
export async function upload(
  selector: string,
  content: BlobPart,
  name = 'file.json',
): Promise<void> {
  await until(() => document.querySelector(selector));
  const chosen = new DataTransfer();
  chosen.items.add(new File([content], name));
  const field = find<HTMLInputElement>(selector);
  field.files = chosen.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Waits until the screen before is gone. */
export const alone = () => expect.poll(() => document.querySelectorAll('main').length).toBe(1);

/** The files that are saved from now on, by name. */
export function catchFiles(): Map<string, Promise<string>> {
  const saved = new Map<string, Promise<string>>();
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    saved.set(
      this.download,
      fetch(this.href).then((got) => got.text()),
    );
  };
  onTestFinished(() => {
    HTMLAnchorElement.prototype.click = click;
  });
  return saved;
}
