import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLiveRegion, type LiveRegion } from '../../src/a11y/live-region.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';

let clock: FakeClock;
let region: LiveRegion;
let polite: HTMLElement;
let assertive: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<div aria-live="polite"></div><div aria-live="assertive"></div>';
  [polite, assertive] = [...document.body.children] as [HTMLElement, HTMLElement];
  clock = createFakeClock();
  region = createLiveRegion({ polite, assertive, clock });
});
afterEach(() => document.body.replaceChildren());

test('A21: each kind goes to its own node', () => {
  region.write('calm', { assertive: false });
  region.write('urgent', { assertive: true });
  expect([polite.textContent, assertive.textContent]).toEqual(['calm', 'urgent']);
});

test('A22: what was written is taken away a second later, counted from the last write', async () => {
  region.write('one', { assertive: false });
  await clock.advance(600);
  region.write('two', { assertive: false });
  await clock.advance(999);
  expect(polite.textContent?.trim()).toBe('two');
  await clock.advance(1);
  expect(polite.textContent).toBe('');
});

test('A22: the same text twice is a change each time, even after it was cleared', async () => {
  const written: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    region.write('again', { assertive: false });
    written.push(polite.textContent ?? '');
    await clock.advance(n === 0 ? 1500 : 100);
  }
  expect(written.map((text) => text.trim())).toEqual(['again', 'again', 'again']);
  expect(written[0]).not.toBe(written[1]);
  expect(written[1]).not.toBe(written[2]);
});

test('A57: the text has its language, and the next one does not inherit it', () => {
  region.write('你好', { assertive: false, language: 'zh-CN' });
  expect(polite.lang).toBe('zh-CN');
  region.write('hello', { assertive: false });
  expect(polite.hasAttribute('lang')).toBe(false);
});

test('A30: it is never busy, and never hidden while a dialog of ours is open', () => {
  const busy: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const record of records) busy.push(record.attributeName ?? '');
  });
  observer.observe(polite, { attributes: true });
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-modal', 'true');
  document.body.append(dialog);
  region.write('A customer is waiting', { assertive: false });
  expect(polite.textContent).toBe('A customer is waiting');
  expect(polite.closest('[inert], [aria-hidden], [aria-busy]')).toBeNull();
  expect(observer.takeRecords()).toEqual([]);
  expect(busy).toEqual([]);
});

test('A13: after Alt and a digit, however they are let go, what Orca still reads is written', () => {
  const press = (type: string, key: string, altKey: boolean) =>
    document.body.dispatchEvent(new KeyboardEvent(type, { key, altKey, bubbles: true }));
  const shape = () => {
    region.write('Ada: Hello', { assertive: false });
    expect(polite.textContent?.trim()).toBe('Ada: Hello');
    return polite.querySelector('[role=table]') ? 'table' : 'text';
  };
  press('keydown', 'Alt', true);
  press('keydown', '1', true);
  press('keyup', '1', true);
  press('keyup', 'Alt', false);
  expect(shape(), 'the digit first').toBe('table');
  expect(shape(), 'the next message too').toBe('table');
  press('keydown', 'Shift', false);
  expect(shape(), 'a modifier changes nothing').toBe('table');
  press('keydown', 'a', false);
  expect(shape(), 'another key ends it').toBe('text');
  press('keydown', '2', true);
  press('keyup', 'Alt', false);
  press('keyup', '2', false);
  expect(shape(), 'Alt first: Orca is not in that state').toBe('text');
  press('keydown', 'a', true);
  expect(shape(), 'Alt with a letter').toBe('text');
});
