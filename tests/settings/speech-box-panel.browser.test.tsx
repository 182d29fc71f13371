import { expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { speechOf } from '../../src/domain/speech-settings.ts';
import { createSpeechBoxKey } from '../../src/session/speech-box-key.ts';
import type { ListenOptions, Recognizer } from '../../src/speech/recognizer.ts';
import type { SpeechErrorKind } from '../../src/speech/speech-error.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openSettings, openTab, savedBy } from './open-settings.ts';

const field = (id: string) => document.getElementById(id) as HTMLInputElement;
const type = async (id: string, text: string) => {
  await userEvent.fill(field(id), text);
  await userEvent.tab();
};
const shown = (id: string) => document.getElementById(id)?.textContent?.trim() ?? '';
const boxOf = async ({ workspace }: Awaited<ReturnType<typeof openSettings>>) => {
  const box = (await workspace.speech()).recognizers.get('speech-box');
  if (!box) throw new Error('There is no speech box.');
  return box;
};
const open = async (settings: Parameters<typeof openSettings>[1] = {}) => {
  const desk = await openSettings('engines', settings);
  await expect.element(page.getByLabelText('Address of the speech box')).toBeVisible();
  return desk;
};
/** Has an engine hear what the test says. */
const play = (
  engine: Recognizer,
  hear: (options: ListenOptions) => SpeechErrorKind | undefined,
) => {
  const listening = vi.spyOn(engine, 'listen').mockImplementation(async (options) => {
    const kind = hear(options);
    return kind ? { ok: false, error: { kind } } : { ok: true, value: undefined };
  });
  onTestFinished(() => listening.mockRestore());
};
const heard = (text: string) => ({ text, words: [], alternatives: [] });

test('A61: an address says what it is good for, and what is wrong with it, at its field and aloud', async () => {
  const { workspace, spoken } = await open();
  const box = field('speech-box-address');
  expect(shown('speech-box-address-words')).toBe('No speech box is set up.');
  await type('speech-box-address', 'ws://localhost:2700');
  expect(shown('speech-box-address-words')).toContain('Live words');
  await expect.poll(() => spoken.join(' ')).toContain('Live words');
  expect(speechOf(workspace.settings()).boxAddress).toBe('ws://localhost:2700');
  await type('speech-box-address', 'http://192.168.1.5:8000');
  expect(shown('speech-box-address-words')).toContain('without encryption');
  await type('speech-box-address', 'https://speech.example.com');
  expect(shown('speech-box-address-words')).toContain('outside your network');
  await type('speech-box-address', 'my box');
  expect(shown('speech-box-address-words')).toContain('This is not an address.');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(box.getAttribute('aria-describedby')).toContain('speech-box-address-words');
  expect(speechOf(workspace.settings()).boxAddress, 'the one before stays in use').toBe(
    'https://speech.example.com',
  );
  await checkAxe();
});

test('the focus stays where it was when an address changes what is offered', async () => {
  await open();
  await type('speech-box-address', 'ws://localhost:2700');
  expect(document.activeElement?.id).toBe('speech-box-key');
  await expect.element(page.getByRole('button', { name: 'Try Speech box' })).toBeVisible();
  expect(document.activeElement?.id).toBe('speech-box-key');
});

test('A62: the key is hidden until it is asked for, kept apart, and in no exported file', async () => {
  const desk = await open();
  await type('speech-box-key', ' bluebell-3141 ');
  await expect.poll(() => desk.spoken.at(-1)).toContain('The key is kept');
  expect(await createSpeechBoxKey(desk.workspace.storage).read()).toBe('bluebell-3141');
  expect(JSON.stringify(desk.workspace.settings())).not.toContain('bluebell');
  expect(field('speech-box-key').type).toBe('password');
  const show = page.getByRole('button', { name: 'Show the key' });
  await userEvent.click(show);
  expect(field('speech-box-key').type).toBe('text');
  await expect.element(show).toHaveAttribute('aria-pressed', 'true');
  await openTab('file');
  const file = await savedBy(async () => userEvent.click(page.getByText('Save the settings')));
  expect(file?.text).toContain('harebell-settings');
  expect(file?.text).not.toContain('bluebell');
  await openTab('engines');
  await expect.poll(() => field('speech-box-key')?.value).toBe('bluebell-3141');
  await type('speech-box-key', '');
  await expect.poll(() => desk.spoken.at(-1)).toContain('forgotten');
  expect(await desk.workspace.storage.get('settings', 'speech-box-key')).toBeUndefined();
});

test('trying says when to speak, and what was heard', async () => {
  const desk = await open({ speech: { boxAddress: 'ws://localhost:2700' } });
  const languages: string[] = [];
  play(await boxOf(desk), ({ language, onOpen, onHeard }) => {
    languages.push(language);
    onOpen?.();
    onHeard(heard('where is'));
    onHeard(heard('<b>my</b> parcel'));
    return undefined;
  });
  await userEvent.click(page.getByRole('button', { name: 'Try Speech box' }));
  await expect.poll(() => shown('tried-speech-box')).toBe('It heard: where is <b>my</b> parcel');
  await expect.poll(() => desk.spoken.join(' ')).toContain('It heard: where is');
  expect(desk.spoken.join(' ')).toContain('Speak now.');
  expect(languages).toEqual(['en']);
});

test.each([
  [undefined, 'It answered, but heard no words.'],
  ['key-refused', 'refuses the key'],
  ['microphone-denied', 'does not let this page use the microphone'],
] as const)('trying that gives %s says so', async (kind, words) => {
  const desk = await open({ speech: { boxAddress: 'ws://localhost:2700' } });
  play(await boxOf(desk), () => kind);
  await userEvent.click(page.getByRole('button', { name: 'Try Speech box' }));
  await expect.poll(() => shown('tried-speech-box')).toContain(words);
});

test('leaving the group gives up a trial', async () => {
  const desk = await open({ speech: { boxAddress: 'ws://localhost:2700' } });
  let signal: AbortSignal | undefined;
  play(await boxOf(desk), (options) => {
    signal = options.signal;
    return undefined;
  });
  const box = await boxOf(desk);
  vi.mocked(box.listen as NonNullable<Recognizer['listen']>).mockImplementation((options) => {
    signal = options.signal;
    return new Promise(() => {});
  });
  await userEvent.click(page.getByRole('button', { name: 'Try Speech box' }));
  await expect.poll(() => signal?.aborted).toBe(false);
  await openTab('general');
  expect(signal?.aborted).toBe(true);
});

test('a cloud is agreed to only after reading where the voice goes, and can be taken back', async () => {
  const desk = await open();
  const button = page.getByRole('button', { name: 'Read where your voice would go' });
  await userEvent.click(button);
  const dialog = page.getByRole('dialog');
  await expect
    .element(dialog)
    .toHaveTextContent('In mainland China it does not work without a VPN');
  expect(document.activeElement?.textContent, 'the safe answer has the focus').toBe('Do not send');
  await userEvent.keyboard('{Escape}');
  expect(speechOf(desk.workspace.settings()).cloudAgreed).toBe(false);
  await userEvent.click(button);
  await userEvent.click(page.getByRole('button', { name: 'Agree and send' }));
  expect(speechOf(desk.workspace.settings()).cloudAgreed).toBe(true);
  expect(document.activeElement?.id).toBe('consent-web-speech-recognition-cloud');
  await expect.poll(() => shown('engine-web-speech-recognition-cloud')).toContain('Ready');
  await userEvent.click(page.getByRole('button', { name: 'Take back the consent' }));
  expect(speechOf(desk.workspace.settings()).cloudAgreed).toBe(false);
  expect(document.activeElement?.id).toBe('consent-web-speech-recognition-cloud');
});

test('installing that fails, as it does in this browser, says so', async () => {
  const desk = await open();
  await userEvent.click(page.getByRole('button', { name: 'Install', exact: true }));
  await expect.poll(() => desk.spoken.join(' ')).toContain('It could not be installed.');
});
