import { beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noteTransfer } from '../../src/shared/note-transfer.ts';
import { toWav } from '../../src/speech/pcm.ts';
import { openVoice, recogniser, remote, serveFiles, url, wav } from '../support/open-voice.ts';

const { serve, asked } = serveFiles();

// What this page has loaded tells how fast the link is.
beforeAll(() => noteTransfer('voice', 0, 50_000));

describe('a voice message from elsewhere', () => {
  it('tells what it is, and fetches nothing before it is asked to; then without cookies', async () => {
    serve(() => new Response(wav(3)));
    const { button, hint, spoken } = await openVoice(remote());
    expect(document.querySelector('.voice .hint')?.textContent).toMatch(
      /^voice\.ogg, 0:12, 45 kB, about \d+ seconds? to load, from files\.example$/,
    );
    expect(document.querySelector('.voice')?.textContent).not.toContain('This is more than');
    expect(hint()).toBe('Nobody has written down yet what is said.');
    expect(asked).toEqual([]);
    await userEvent.click(button('Load the voice message'));
    await expect.element(page.getByRole('slider')).toHaveAttribute('max', '3');
    expect(asked).toHaveLength(1);
    // Nor is it left in the browser's own cache, which nobody else at this computer could wipe.
    expect(asked[0]).toMatchObject([
      url,
      { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' },
    ]);
    // It plays only when the agent says so.
    await expect.element(button('Play')).toHaveFocus();
    await expect.poll(() => spoken.at(-1)).toBe('Loaded, 0:03.');
    expect(spoken, 'it did not take long').not.toContain('Loading the voice message …');
  });

  it('that is large says so before it is loaded', async () => {
    const { button } = await openVoice(
      remote({ attachment: { url, name: 'voice.ogg', bytes: 120_000, seconds: 40 } }),
    );
    const warning = page.getByText('This is more than 100 KiB.');
    await expect.element(warning).toBeVisible();
    await userEvent.click(button('Load the voice message'));
    await expect.element(page.getByRole('slider')).toBeVisible();
    await expect.element(warning).not.toBeInTheDocument();
  });

  it('that takes long to come is waited for aloud, at the button that was pressed', async () => {
    let arrive = (_: Response) => {};
    serve(() => new Promise((resolve) => (arrive = resolve)));
    const { button, spoken } = await openVoice(remote());
    const pressed = button('Load the voice message');
    const element = pressed.element();
    await userEvent.click(pressed);
    await expect.poll(() => spoken.at(-1), { timeout: 5000 }).toBe('Loading the voice message …');
    expect(document.querySelector('.voice')?.textContent).not.toContain('Loading the voice');
    arrive(new Response(wav(3)));
    await expect.element(page.getByRole('slider')).toBeVisible();
    // A screen reader loses its place with a button that goes away.
    expect(button('Play').element()).toBe(element);
    expect(document.activeElement).toBe(element);
  });

  const huge = new Response('x', { headers: { 'content-length': '104857601' } });
  it.each<[string, () => Response | Promise<Response>, string, string]>([
    [
      'is no sound',
      () => new Response('<html>'),
      'This is not a sound that the browser can play.',
      '这不是浏览器能播放的声音。',
    ],
    ['is empty', () => new Response(''), 'The recording is empty.', ''],
    ['is larger than 100 MB', () => huge.clone(), 'This file is too large.', ''],
    [
      'is longer than two hours',
      () => new Response(toWav(new ArrayBuffer(2 * 7300 * 3000), 3000)),
      'This is too long.',
      '',
    ],
    [
      'cannot be reached',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'The file could not be fetched: its server is out of reach, or does not let web pages read it.',
      '',
    ],
    [
      'is no longer there',
      () => new Response('', { status: 404 }),
      'That did not work. Try again.',
      '',
    ],
  ])('that %s says so, loses nothing, and can be tried again', async (_, answer, english) => {
    serve(answer);
    const { button, spoken, caption } = await openVoice(remote());
    await userEvent.click(button('Load the voice message'));
    await expect.poll(() => document.querySelector('.voice .error')?.textContent).toBe(english);
    // With what it is about, and not what is shown: Orca says no words that a log has just shown.
    await expect.poll(() => spoken.at(-1)).toBe(`Voice message: ${english}`);
    expect(caption()).toBe('Lin: voice.ogg');
    serve(() => new Response(wav(1)));
    await userEvent.click(button('Load the voice message'));
    await expect.element(page.getByRole('slider')).toBeVisible();
    expect(document.querySelector('.voice .error')).toBeNull();
  });

  it('keeps what was written beside it when it is written down', async () => {
    serve(() => new Response(wav(1)));
    const words = 'Please listen';
    const { button, caption } = await openVoice(
      remote({ text: words, attachment: { url, name: 'voice.ogg', words } }),
      [recogniser({ text: 'my parcel is gone' })],
    );
    await userEvent.click(button('Load the voice message'));
    await expect.poll(caption).toBe('Lin: Please listen\nmy parcel is gone');
  });

  it('says in Chinese what is wrong with it', async () => {
    serve(() => new Response('<html>'));
    const { button } = await openVoice(remote(), [], { settings: { language: 'zh-CN' } });
    await userEvent.click(button('加载语音'));
    await expect
      .poll(() => document.querySelector('.voice .error')?.textContent)
      .toBe('这不是浏览器能播放的声音。');
  });

  it('asked for in writing, says why there is nobody to write it down', async () => {
    serve(() => new Response(wav(1)));
    const { button } = await openVoice(remote(), [recogniser('key-refused', { text: '' })]);
    await userEvent.click(button('Load the voice message'));
    const why = () => document.querySelector('.voice .error')?.textContent;
    await expect
      .poll(why)
      .toBe('The speech box refuses the key. Check it in the settings, under Speech.');
    await userEvent.click(button('Write it down by machine'));
    await expect.poll(why).toBe('Nothing that could be written down was heard in it.');
  });
});
