import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createId } from '../../src/shared/id.ts';
import { checkAxe } from '../support/check-axe.ts';
import {
  openVoice,
  practised,
  recogniser,
  remote,
  script,
  serveFiles,
  wav,
} from '../support/open-voice.ts';

const { serve } = serveFiles();

describe('a voice message in practice', () => {
  it('A45: shows who speaks and the words of the scenario, which the player says when it is asked', async () => {
    const { caption, hint, button, rendered, name } = await openVoice(practised);
    expect(caption()).toBe(`Lin: ${script}`);
    expect(hint()).toBe('These are the words of the scenario, not of a recogniser.');
    expect(name()).toMatch(/^Lin: My parcel is gone\. \(voice message\)/);
    expect(rendered).toEqual([]);
    await userEvent.click(button('Play'));
    await expect.element(button('Pause')).toHaveFocus();
    expect(rendered).toEqual([[script, 'en']]);
    await expect.element(page.getByRole('slider')).toHaveAttribute('max', '2');
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Play')).toHaveFocus();
  });

  it('says its words once: the line beneath it is not read a second time', async () => {
    await openVoice(practised);
    const line = document.querySelector('.voice + .text') as HTMLElement;
    await expect.poll(() => getComputedStyle(line).display).toBe('none');
  });

  it('is written down by a recogniser when it is played, and says so with how sure it is', async () => {
    const words = [{ text: 'purse', confidence: 0.2 }];
    const heard = { text: 'my purse is gone', confidence: 0.7, words };
    const { caption, hint, button, row, name, spoken } = await openVoice(practised, [
      recogniser(heard),
    ]);
    await userEvent.click(button('Play'));
    await expect.poll(caption).toBe('Lin: my purse is gone');
    expect(hint()).toBe(
      'Written by a machine (Speech box), and it is fairly sure. Not sure of: purse',
    );
    expect(document.querySelector('.caption mark')?.textContent).toBe('purse');
    expect(row()).toContain('my purse is gone');
    expect(name()).toMatch(/^Lin: my purse is gone \(voice message\)/);
    await expect.poll(() => spoken.at(-1)).toBe('Written down: my purse is gone');
  });
});

describe('the player', () => {
  it('has native controls of 44 px, keeps the pitch at every speed, and moves by the arrows', async () => {
    const made: HTMLAudioElement[] = [];
    const RealAudio = globalThis.Audio;
    globalThis.Audio = class extends RealAudio {
      constructor() {
        super();
        made.push(this);
      }
    };
    const { button } = await openVoice(practised);
    await userEvent.click(button('Play'));
    await expect.element(button('Pause')).toBeVisible();
    globalThis.Audio = RealAudio;
    const audio = made.find(({ src }) => src.startsWith('blob:'));
    expect(audio?.preservesPitch).toBe(true);
    for (const speed of ['0.5', '3']) {
      await userEvent.selectOptions(page.getByLabelText('Speed'), speed);
      expect(audio?.playbackRate).toBe(Number(speed));
    }
    await userEvent.click(button('Pause'));
    const slider = page.getByRole('slider', { name: 'Place in the voice message' });
    (slider.element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}{ArrowRight}');
    await expect.element(slider).toHaveAttribute('aria-valuetext', '0:01 of 0:02');
    await expect.element(slider).toHaveFocus();
    for (const control of document.querySelectorAll('.voice button, .voice select, .voice input')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('A48, A57: for every ear and eye', () => {
  it('has no fault that axe knows: before, while and after it is played, and while it is edited', async () => {
    const heard = { text: 'my 包裹 is gone', confidence: 0.4 };
    const { button } = await openVoice(practised, [recogniser(heard)]);
    const whole = document.querySelector('.voice') as HTMLElement;
    await checkAxe(whole);
    await userEvent.click(button('Play'));
    await expect.poll(() => whole.querySelector('.caption')?.textContent).toContain('包裹');
    await checkAxe(whole);
    await userEvent.click(button('Edit the caption'));
    await checkAxe(whole);
  });

  it('names the language of each run of the caption, and of the desk’s own words', async () => {
    const { workspace } = await openVoice({ ...practised, text: 'my 包裹 is gone' });
    const run = document.querySelector('.caption span') as HTMLElement;
    expect([run.lang, run.textContent?.trim()]).toEqual(['zh-CN', '包裹']);
    workspace.changeSettings({ language: 'zh-CN' });
    await expect
      .poll(() => document.querySelector('.voice > .hint')?.textContent)
      .toContain('场景');
    expect(document.querySelector<HTMLElement>('.voice > .hint')?.lang).toBe('zh-CN');
    expect(document.querySelector('.voice button')?.closest('[lang]')?.getAttribute('lang')).toBe(
      'zh-CN',
    );
  });

  it('leaves one stop for Tab among messages: the player of another message is passed by', async () => {
    const { connector } = await openVoice(practised);
    connector.say('Lin', 'Hello?', 'last');
    const buttons = () =>
      [...document.querySelectorAll<HTMLElement>('.voice button')].map(({ tabIndex }) => tabIndex);
    await expect.poll(buttons).toEqual([-1, -1]);
    document.querySelector<HTMLElement>('#m-v')?.focus();
    await expect.poll(buttons).toEqual([0, 0]);
  });
});

describe('the caption', () => {
  it('is put right by the agent, who then is named as its writer; Escape changes nothing', async () => {
    const { caption, hint, button, row } = await openVoice(practised);
    await userEvent.click(button('Edit the caption'));
    const field = page.getByRole('textbox', { name: 'What Lin says in the voice message' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard(' Never mind{Escape}');
    await expect.element(button('Edit the caption')).toHaveFocus();
    expect(caption()).toBe(`Lin: ${script}`);
    // Anew at once, before the field is gone: it stays, with what is there.
    await userEvent.keyboard('{Enter}');
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveValue(script);
    await userEvent.keyboard('{Escape}');
    await expect.element(field).not.toBeInTheDocument();
    await userEvent.click(button('Edit the caption'));
    await userEvent.fill(field, 'My purse is gone.');
    await userEvent.click(button('Save'));
    await expect.poll(caption).toBe('Lin: My purse is gone.');
    expect(hint()).toBe('Put right by you.');
    expect(row()).toContain('My purse is gone.');
    await expect.element(button('Edit the caption')).toHaveFocus();
  });

  it('that the agent has put right is not overwritten by playing it', async () => {
    const { caption, button } = await openVoice({ ...practised, caption: { by: 'agent' } }, [
      recogniser({ text: 'something else' }),
    ]);
    await userEvent.click(button('Play'));
    await expect.element(button('Pause')).toBeVisible();
    expect(caption()).toBe(`Lin: ${script}`);
    await userEvent.click(button('Write it down by machine'));
    await expect.poll(caption).toBe('Lin: something else');
  });

  const database = `test-${createId()}`;
  it('of a live message is put right …', async () => {
    const { caption, button } = await openVoice(remote(), [], { database });
    await userEvent.click(button('Edit the caption'));
    await userEvent.fill(page.getByRole('textbox', { name: 'What Lin says' }), 'Put right');
    await userEvent.click(button('Save'));
    await expect.poll(caption).toBe('Lin: Put right');
  });
  it('… and is there again after a reload, when the server knows nothing of it', async () => {
    const { caption, hint, row } = await openVoice(remote(), [], { database });
    await expect.poll(caption).toBe('Lin: Put right');
    expect(hint()).toBe('Put right by you.');
    expect(row()).toContain('Put right');
  });
  it('that a machine wrote is not kept on this computer', async () => {
    serve(() => new Response(wav(1)));
    const { caption, button, workspace } = await openVoice(remote(), [
      recogniser({ text: 'heard' }),
    ]);
    await userEvent.click(button('Load the voice message'));
    await expect.poll(caption).toBe('Lin: heard');
    expect(await workspace.storage.all('notes')).toEqual([]);
  });

  it('grows and shrinks with the transcript', async () => {
    const { workspace } = await openVoice(practised);
    const size = () =>
      Number.parseFloat(getComputedStyle(document.querySelector('.caption') as Element).fontSize);
    const before = size();
    workspace.changeSettings({ transcriptSize: 200 });
    await expect.poll(size).toBeCloseTo(before * 2, 0);
  });
});
