import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const customersWords = 'Where is my parcel, please?';

/** A desk with a customer who has written and half a reply, locked by its command. */
async function lock(password?: string): Promise<OpenDesk> {
  const desk = await openDesk();
  const { connector, workspace } = desk;
  if (password !== undefined) workspace.lock.check = (typed) => typed === password;
  connector.open('Lin');
  connector.say('Lin', customersWords);
  await expect.poll(() => find('#c-lin')).not.toBeNull();
  find('#c-lin')?.click();
  await expect.poll(() => find('#reply')).not.toBeNull();
  find('#reply')?.focus();
  await userEvent.keyboard('Half a reply');
  await expect.poll(() => workspace.commands.run('lock')).toBe(true);
  await expect.poll(() => workspace.lock.isLocked()).toBe(true);
  onTestFinished(() => find('main.lock')?.parentElement?.remove());
  return desk;
}
/** All that a person sees or a screen reader finds. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count.
const shown = () => `${document.title} ${document.body.innerText}`;

test('hides every word and name, in sight and by ear, and says that it is locked', async () => {
  const { spoken } = await lock('se cret');
  expect(shown()).not.toMatch(/parcel|Lin|Half a reply/);
  expect(document.activeElement?.id).toBe('lock-password');
  await expect.poll(() => spoken.join('\n')).toContain('The desk is locked. Type the password');
  await checkAxe();
});

test('what customers write meanwhile is counted, not said and not shown', async () => {
  const { connector, spoken } = await lock('se cret');
  connector.say('Lin', 'It is number 30021.');
  await expect.poll(() => shown()).toContain('1 piece of news');
  expect(shown()).not.toMatch(/30021|Lin/);
  expect(spoken.join('\n')).not.toContain('30021');
});

test('no key of the desk works behind it', async () => {
  const { spoken } = await lock('se cret');
  await userEvent.keyboard('{Alt>}1{/Alt}');
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(find('#palette')).toBeNull();
  expect(spoken.slice(-3).join('\n')).not.toContain('parcel');
});

test('a wrong password is said plainly, as often as it is tried; the right one opens all as it was', async () => {
  const { connector, spoken, workspace } = await lock(' se cret ');
  for (const wrong of ['x', 'se cret', '']) {
    await userEvent.fill(find('#lock-password') as HTMLElement, wrong);
    await userEvent.keyboard('{Enter}');
    expect(find('.error')?.textContent).toMatch(/not the password you signed in with/);
    expect(document.activeElement?.id).toBe('lock-password');
  }
  await checkAxe();
  connector.say('Lin', 'Hello?');
  await expect.poll(() => shown()).toContain('1 piece of news');
  await userEvent.fill(find('#lock-password') as HTMLElement, ' se cret ');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => workspace.lock.isLocked()).toBe(false);
  expect(document.activeElement?.id).toBe('reply');
  expect(find<HTMLTextAreaElement>('#reply')?.value).toBe('Half a reply');
  expect(shown()).toContain(customersWords);
  await expect.poll(() => spoken.join('\n')).toContain('Unlocked. 1 piece of news.');
  await userEvent.keyboard(', more');
  expect(find<HTMLTextAreaElement>('#reply')?.value).toContain('more');
});

test('what is typed can be shown, as input methods rest in hidden fields', async () => {
  const { workspace } = await lock('四个词语');
  await userEvent.tab();
  expect(document.activeElement?.id).toBe('lock-show');
  await userEvent.keyboard(' ');
  const field = find<HTMLInputElement>('#lock-password');
  expect(field?.type).toBe('text');
  // In the clear it must not be kept to restore the tab.
  expect(field?.autocomplete).toBe('off');
  await checkAxe();
  await userEvent.fill(field as HTMLElement, '四个词语');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => workspace.lock.isLocked()).toBe(false);
});

test('without a password it says that anyone can open it, and Enter does', async () => {
  const { workspace } = await lock();
  expect(shown()).toContain('anyone can open the desk');
  expect(document.activeElement?.id).toBe('lock-open');
  await checkAxe();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => workspace.lock.isLocked()).toBe(false);
  expect(document.activeElement?.id).toBe('reply');
});
