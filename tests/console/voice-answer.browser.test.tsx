import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createId } from '../../src/shared/id.ts';
import { err, ok } from '../../src/shared/result.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openAnswer } from '../support/open-answer.ts';
import { playMicrophone, recogniser } from '../support/open-voice.ts';

const box = () => document.querySelector('#voice-words') as HTMLTextAreaElement;
const reply = () => document.querySelector('#reply') as HTMLTextAreaElement;
const trouble = () => document.querySelector('#voice-answer .error')?.textContent;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const hear = () => userEvent.keyboard('{Control>}{Enter}{/Control}');
const isPlaying = () => expect.element(button('Pause')).toBeVisible();

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('what is written is heard, then sent with its words; the reply box is empty', async () => {
  const { connector, said, spoken } = await openAnswer({
    draft: 'Dear 林女士 your parcel is here',
  });
  await checkAxe();
  await hear();
  await isPlaying();
  expect(said.map(([, language]) => language)).toEqual(['en', 'zh-CN', 'en']);
  expect(connector.sent).toEqual([]);
  await checkAxe();
  await hear();
  await expect.poll(() => connector.sent.length).toBe(1);
  const [message] = connector.sent;
  expect(message?.text).toBe('Dear 林女士 your parcel is here');
  expect(message?.attachment).toMatchObject({ mime: 'audio/ogg', name: 'voice-message.ogg' });
  const bytes = await message?.attachment?.sound?.slice(0, 4).text();
  expect([bytes, message?.attachment?.bytes]).toEqual(['OggS', message?.attachment?.sound?.size]);
  expect(message?.attachment?.seconds).toBeCloseTo(6, 1);
  await expect.element(page.getByRole('textbox', { name: /^Reply to/ })).toHaveFocus();
  await expect.poll(() => reply().value).toBe('');
  await expect.poll(() => spoken).toContain('Voice message kept for sending.');
});

test('what was changed after it was heard is made anew before it is sent', async () => {
  const { connector, said } = await openAnswer();
  await hear();
  await isPlaying();
  await userEvent.fill(box(), 'Your parcel is lost.');
  await expect.element(button('Make it and listen')).toBeVisible();
  await userEvent.click(button('Send voice message'));
  await isPlaying();
  expect(said.map(([text]) => text)).toEqual(['Your parcel is here.', 'Your parcel is lost.']);
  expect(connector.sent).toEqual([]);
});

test.each([
  ['', 'Write what is to be said first.'],
  ['Hello {name}, hello.', 'Not sent. Fill in name first.'],
  ['long '.repeat(2100), /10,?000/],
])('%#: words that cannot be sent are not spoken, and it is said why', async (draft, why) => {
  const { said, spoken } = await openAnswer({ draft: '' });
  box().value = draft;
  box().dispatchEvent(new InputEvent('input', { bubbles: true }));
  await hear();
  await expect.poll(trouble).toMatch(why);
  await expect.poll(() => spoken.at(-1)).toMatch(why);
  expect(said).toEqual([]);
  expect(box().value).toBe(draft);
});

test.each([
  ['no-voice', /no voice/i],
  ['engine-silent', /./],
] as const)('a voice that fails (%s) says why, and the words stay', async (failure, why) => {
  const { spoken } = await openAnswer({ failure });
  await hear();
  await expect.poll(trouble).toMatch(why);
  await expect.poll(() => spoken.at(-1)).toBe(trouble());
  expect(box().value).toBe('Your parcel is here.');
});

test('a desk that keeps no files says so at once, a recording that is too large when it is sent', async () => {
  const { connector, open } = await openAnswer();
  await userEvent.keyboard('{Escape}');
  connector.limit = err({ kind: 'no-files' });
  await open();
  await expect.poll(trouble).toMatch(/^The server keeps no files/);
  await userEvent.keyboard('{Escape}');
  connector.limit = ok(100);
  await open();
  await hear();
  await isPlaying();
  await hear();
  await expect.poll(trouble).toMatch(/^The recording is larger than the server takes/);
  expect(connector.sent).toEqual([]);
});

test('an own recording can be taken back with its message, and is then still here', async () => {
  playMicrophone();
  const { connector, open, spoken } = await openAnswer({ ears: [], settings: { undoSend: 5 } });
  await userEvent.click(page.getByLabelText('I speak myself'));
  await userEvent.click(button('Record'));
  await expect.element(page.getByText(/^Recording, 0:0[1-9]/)).toBeVisible();
  await userEvent.click(button('Send voice message'));
  await expect.poll(trouble).toBe('Stop the recording first, then send it.');
  await userEvent.click(button('Record'));
  await isPlaying();
  await userEvent.click(button('Send voice message'));
  await expect.element(button('Take back')).toBeVisible();
  await open();
  await userEvent.click(page.getByLabelText('I speak myself'));
  await expect.element(button('Record')).toBeVisible();
  expect(document.querySelector('#voice-answer .voice-player'), 'not to be sent twice').toBeNull();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(button('Take back'));
  await expect.poll(() => reply().value).toBe('Your parcel is here.');
  expect(connector.sent).toEqual([]);
  await open();
  await expect.poll(() => spoken.at(-1)).toBe('What you recorded before is still here.');
});

test('Shift+Tab stays in the dialog, past a radio button that is not chosen', async () => {
  await openAnswer();
  await userEvent.click(page.getByLabelText('I speak myself'));
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(button('Send voice message')).toHaveFocus();
});

test('what is written stays when another conversation comes in its place', async () => {
  const { connector } = await openAnswer();
  connector.open('Mei');
  await userEvent.fill(box(), 'Your parcel is nearly there.');
  await expect.poll(() => document.querySelector('#c-mei')).not.toBeNull();
  (document.querySelector('#c-mei') as HTMLElement).click();
  await expect.poll(() => document.querySelector('#voice-answer')).toBeNull();
  (document.querySelector('#c-lin') as HTMLElement).click();
  await expect.poll(() => reply()?.value).toBe('Your parcel is nearly there.');
});

test('closed without sending, what was written there is in the reply box', async () => {
  await openAnswer();
  await userEvent.fill(box(), 'Your parcel is nearly here.');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => reply().value).toBe('Your parcel is nearly here.');
  expect(document.querySelector('#voice-answer')).toBeNull();
});

describe('one’s own voice', () => {
  const database = `test-${createId()}`;

  test('is recorded, written down for the agent to check, and kept when the dialog is closed', async () => {
    playMicrophone();
    const { spoken, connector } = await openAnswer({
      draft: '',
      database,
      ears: [recogniser({ text: 'it comes on monday' }, { text: 'it goes on tuesday' })],
    });
    await userEvent.click(page.getByLabelText('I speak myself'));
    await userEvent.click(button('Send voice message'));
    await expect.poll(trouble).toBe('Record something first, then send it.');
    await userEvent.click(button('Record'));
    await expect.element(page.getByText(/^Recording, 0:0[1-9]/)).toBeVisible();
    await checkAxe();
    await userEvent.click(button('Record'));
    await expect.poll(() => box().value).toBe('it comes on monday');
    await isPlaying();
    await userEvent.click(button('Record again'));
    await expect.element(page.getByText(/^Recording, 0:0[1-9]/)).toBeVisible();
    await userEvent.click(button('Record again'));
    await expect.poll(() => box().value).toBe('it goes on tuesday');
    await expect.poll(() => spoken).toContain('Written down: it goes on tuesday');
    await isPlaying();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => spoken.at(-1)).toBe('The recording is kept until you send it.');
    expect(connector.sent).toEqual([]);
  });

  test('is still there after a reload, goes out once it was heard, and is then kept no more', async () => {
    const { spoken, connector, open } = await openAnswer({ database, draft: 'Monday.' });
    await expect.poll(() => spoken.at(-1)).toBe('What you recorded before is still here.');
    await userEvent.click(button('Send voice message'));
    await expect.poll(trouble).toMatch(/^Play it first/);
    await userEvent.click(button('Play'));
    await isPlaying();
    await userEvent.click(button('Send voice message'));
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['Monday.']);
    await open();
    await userEvent.click(page.getByLabelText('I speak myself'));
    expect(document.querySelector('#voice-answer .voice-player')).toBeNull();
  });
});

test('taken away in the middle of a recording, the microphone closes and nothing spoken is lost', async () => {
  const track = playMicrophone();
  const { connector, open, spoken, workspace } = await openAnswer({ draft: '', ears: [] });
  await userEvent.click(page.getByLabelText('I speak myself'));
  await userEvent.click(button('Record'));
  await expect.element(page.getByText(/^Recording, 0:0[1-9]/)).toBeVisible();
  const { reader } = await workspace.speech();
  const read = await reader.read({ text: 'It is half past four.', language: 'en' });
  expect(read, 'the customer would hear it').toMatchObject({ error: { kind: 'aborted' } });
  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);
  expect(leaving.defaultPrevented, 'nobody’s words are cut off unasked').toBe(true);
  connector.open('Mei');
  await expect.poll(() => document.querySelector('#c-mei')).not.toBeNull();
  (document.querySelector('#c-mei') as HTMLElement).click();
  await expect.poll(() => track().readyState).toBe('ended');
  (document.querySelector('#c-lin') as HTMLElement).click();
  await expect.element(button('Voice answer')).toBeVisible();
  await open();
  await expect.poll(() => spoken.at(-1)).toBe('What you recorded before is still here.');
});

test.each([
  ['NotAllowedError', /microphone/i],
  ['NotFoundError', /microphone/i],
])('%s: without a microphone it is said why, and writing still works', async (name, why) => {
  playMicrophone(new DOMException('', name));
  const { said } = await openAnswer();
  await userEvent.click(page.getByLabelText('I speak myself'));
  await userEvent.click(button('Record'));
  await expect.poll(trouble).toMatch(why);
  await userEvent.click(page.getByLabelText('The computer speaks what I write'));
  await userEvent.click(button('Make it and listen'));
  await isPlaying();
  expect(said).toHaveLength(1);
});
