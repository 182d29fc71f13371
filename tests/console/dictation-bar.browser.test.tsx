import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SpeechSettings } from '../../src/domain/speech-settings.ts';
import { createRegistry } from '../../src/speech/registry.ts';
import { createHearing } from '../speech/create-hearing.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';

const reply = () => document.querySelector('#reply') as HTMLTextAreaElement;
const microphone = () => document.querySelector<HTMLElement>('.microphone')?.dataset['state'];
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

/** A chat with Lin at a desk whose ear the test plays. */
async function openChat(speech: Partial<SpeechSettings> = {}) {
  const hearing = createHearing('played');
  const desk = await openDesk({ settings: { speech } });
  const built = await desk.workspace.speech();
  Object.assign(desk.workspace, {
    speech: async () => ({ ...built, recognizers: createRegistry([hearing.engine]) }),
  });
  desk.connector.offer('Lin');
  await userEvent.keyboard('{Alt>}a{/Alt}');
  await expect.element(button('Dictate')).toBeVisible();
  reply().focus();
  return { ...desk, hearing };
}

test('A47: held, the key opens the microphone, and letting go closes it', async () => {
  const { hearing, spoken } = await openChat();
  await userEvent.keyboard('{F9>}');
  await expect.poll(microphone).toBe('open');
  hearing.partial('hello');
  await expect.element(page.getByText('Heard so far: hello')).toBeVisible();
  expect(spoken.join(), 'partial words are not announced').not.toContain('hello');
  hearing.hear('hello comma Lin');
  // An open microphone would write down what a screen reader says.
  expect(spoken.join()).not.toContain('Written');
  await userEvent.keyboard('{/F9}');
  await expect.poll(microphone).toBeUndefined();
  expect(reply().value).toBe('Hello, Lin');
  await expect.poll(() => spoken.at(-1)).toBe('Microphone off. Written: Hello, Lin');
  await userEvent.keyboard('{F9>}');
  await expect.poll(microphone).toBe('open');
  await userEvent.keyboard('{/F9}');
  await expect.poll(() => spoken.at(-1)).toBe('Microphone off');
  await checkAxe();
});

test('A47: let go of before the ear was there, or in another window, it does not stay open', async () => {
  const { hearing } = await openChat();
  await userEvent.keyboard('{F9>}{/F9}');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([microphone(), hearing.isListening()]).toEqual([undefined, false]);
  await userEvent.keyboard('{F9>}');
  await expect.poll(microphone).toBe('open');
  dispatchEvent(new Event('blur'));
  await expect.poll(microphone).toBeUndefined();
  await userEvent.keyboard('{/F9}');
});

test('A47: as a toggle it stays open until it is pressed again; so it does from a typed word', async () => {
  const { hearing } = await openChat({ dictation: 'toggle' });
  await userEvent.keyboard('{F9}');
  await expect.poll(microphone).toBe('open');
  await userEvent.keyboard('{F9}');
  await expect.poll(microphone).toBeUndefined();
  await userEvent.keyboard('/dictate{Escape}');
  reply().focus();
  reply().value = '/dictate';
  await userEvent.keyboard('{Enter}');
  await expect.poll(microphone).toBe('open');
  expect(hearing.isListening()).toBe(true);
});

test('A34: a spoken “send message” is asked about, and done only then', async () => {
  const { hearing, connector } = await openChat({ voiceCommands: true, dictation: 'toggle' });
  await userEvent.keyboard('On its way.{F9}');
  await expect.poll(microphone).toBe('open');
  hearing.hear('send message');
  await expect.element(page.getByRole('dialog', { name: 'Send this to Lin?' })).toBeVisible();
  expect(connector.sent).toEqual([]);
  hearing.hear('and one more thing');
  expect(reply().value, 'what is asked about stays as it is').toBe('On its way.');
  hearing.hear('do not send');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(reply().value).toBe('On its way.');
  hearing.hear('send message');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  hearing.hear('yes send it');
  await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['On its way.']);
});

test('“correct that” offers what else it may have been', async () => {
  const { hearing, spoken } = await openChat({ dictation: 'toggle' });
  await userEvent.keyboard('{F9}');
  await expect.poll(microphone).toBe('open');
  hearing.hear('the partial is late', { alternatives: ['the parcel is late'] });
  hearing.hear('correct that');
  await userEvent.click(page.getByRole('button', { name: 'The parcel is late' }));
  expect(reply().value).toBe('The parcel is late');
  await expect.poll(() => spoken.at(-1)).toBe('Written: The parcel is late');
});

test('what is likely to be said is told to the recogniser, the customer first', async () => {
  const { hearing } = await openChat({ dictation: 'toggle' });
  await userEvent.keyboard('{F9}');
  await expect.poll(microphone).toBe('open');
  expect(hearing.phrases()?.[0]).toBe('Lin');
});
