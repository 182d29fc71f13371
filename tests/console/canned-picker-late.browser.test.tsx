import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';
import { aCustomer } from '../support/samples.ts';

// A file of its own: the picker must not have been fetched before.
test('A16: a picker that comes late does not take the focus from who has typed on', async () => {
  const desk = await openDesk();
  let come = () => {};
  const words = new Promise<void>((resolve) => {
    come = resolve;
  });
  let asked = 0;
  const allSentences = () => {
    asked += 1;
    return words;
  };
  Object.assign(desk.workspace, { allSentences });
  desk.connector.open('Lin', { customer: aCustomer({ id: 'lin', name: 'Lin' }) });
  desk.workspace.session()?.select('lin');
  const reply = () => document.querySelector<HTMLTextAreaElement>('#reply');
  await expect.poll(reply).not.toBeNull();
  // Other parts of the conversation need their words too.
  await import('../../src/console/dictation-bar.tsx');
  const before = asked;
  reply()?.focus();
  await userEvent.keyboard('/');
  await expect.poll(() => asked).toBeGreaterThan(before);
  await import('../../src/console/canned-picker.tsx');
  await userEvent.keyboard('{Backspace}Hello');
  come();
  await words;
  await new Promise((resolve) => setTimeout(resolve));
  expect(document.querySelector('#canned-query')).toBeNull();
  expect(document.activeElement).toBe(reply());
  expect(reply()?.value).toBe('Hello');
  // It comes when it is wanted.
  await userEvent.keyboard(' /');
  await expect.poll(() => document.activeElement?.id).toBe('canned-query');
});
