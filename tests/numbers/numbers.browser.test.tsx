import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';

const field = () => page.getByLabelText('Number of the control');
const badges = () => [...document.querySelectorAll<HTMLElement>('.number')];
/** The number that stands at a control. */
const numberAt = (control: Element) => {
  const { left, top } = control.getBoundingClientRect();
  return badges().find((badge) => {
    const box = badge.getBoundingClientRect();
    return Math.abs(box.left - left) < 1 && Math.abs(box.top - top) < 1;
  })?.textContent;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

const openWithLin = async () => {
  const desk = await openDesk();
  desk.connector.offer('Lin');
  await userEvent.keyboard('{Alt>}a{/Alt}');
  await expect.element(page.getByRole('textbox', { name: /^Reply to/ })).toHaveFocus();
  return desk;
};

test('A49: every control in the window has a number, and typing it works the control', async () => {
  const { spoken } = await openWithLin();
  const settings = page.getByRole('link', { name: 'Settings' }).element();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  await expect.poll(() => spoken.at(-1)).toMatch(/^\d+ numbers\. Type or say one/);
  // What came while they were shown has the next one, wherever it stands.
  const shown = badges()
    .map((badge) => Number(badge.textContent))
    .sort((a, b) => a - b);
  expect(shown).toEqual(shown.map((_, at) => at + 1));
  const controls = [...document.querySelectorAll<HTMLElement>('#app button, #app a[href]')].filter(
    (control) => control.checkVisibility() && !control.closest('.numbers'),
  );
  expect(controls.length).toBeGreaterThan(5);
  for (const control of controls) {
    await expect.poll(() => numberAt(control), { message: control.outerHTML }).toBeDefined();
  }
  await checkAxe();
  await userEvent.keyboard(`${numberAt(settings)}{Enter}`);
  await expect.poll(() => location.hash).toContain('settings');
  expect(badges()).toEqual([]);
});

test('A49: a field takes the focus instead of a click, and the number may be a word', async () => {
  await openWithLin();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  const number = Number(numberAt(document.querySelector('#reply') as HTMLElement));
  const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const tens = ['', '', 'twenty', 'thirty', 'forty'];
  const teens =
    'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
  const [ten, one] = [Math.floor(number / 10), number % 10];
  const word =
    ten === 0 ? words[one] : ten === 1 ? teens[one] : `${tens[ten]}${one ? ` ${words[one]}` : ''}`;
  // What dictation does: the whole word at once.
  document.execCommand('insertText', false, word);
  await expect.element(page.getByRole('textbox', { name: /^Reply to/ })).toHaveFocus();
  expect(badges()).toEqual([]);
});

test('a number that is not there is said, and the field is empty for the next one', async () => {
  const { spoken } = await openWithLin();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  document.execCommand('insertText', false, 'ninety-nine');
  await expect.poll(() => spoken.at(-1)).toMatch(/^There is no number 99\. They go to \d+\.$/);
  await expect.element(field()).toHaveValue('');
});

test('what comes and moves while numbers are shown gets one, and no number changes its control', async () => {
  await openWithLin();
  await expect.element(page.getByRole('button', { name: 'Dictate' })).toBeInTheDocument();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  const send = page.getByRole('button', { name: 'Send', exact: true }).element();
  const before = numberAt(send);
  const box = document.querySelector<HTMLElement>('.composer');
  const late = document.createElement('button');
  late.textContent = 'Late';
  let isPressed = false;
  late.onclick = () => {
    isPressed = true;
  };
  box?.prepend(late);
  await expect.poll(() => numberAt(late)).toBeDefined();
  expect(numberAt(send)).toBe(before);
  await userEvent.keyboard(`${numberAt(late)}{Enter}`);
  await expect.poll(() => isPressed).toBe(true);
});

test('A39: Escape takes the numbers away and gives the focus back', async () => {
  await openWithLin();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox', { name: /^Reply to/ })).toHaveFocus();
  expect(badges()).toEqual([]);
});

test('A49: over a dialog, only what is in the dialog has numbers', async () => {
  await openWithLin();
  await userEvent.keyboard('{Alt>}j{/Alt}e');
  const end = page.getByRole('button', { name: 'End it' });
  await expect.element(end).toBeVisible();
  await userEvent.keyboard('{F4}');
  await expect.element(field()).toHaveFocus();
  expect(badges()).toHaveLength(2);
  await userEvent.keyboard('1');
  await expect.element(end).not.toBeInTheDocument();
});
