import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import type { SpeechSettings } from '../../src/domain/speech-settings.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';
import { playVoices, replace } from '../support/play-voices.ts';
import { aVoice, type PlayedSynthesis } from '../support/played-synthesis.ts';

const voices = [aVoice('Cantonese', 'yue'), aVoice('Mandarin', 'cmn'), aVoice('English', 'en-US')];

/** A desk with Lina open and Tom beside, whose voice is played. */
const setUp = async (
  speech: Partial<SpeechSettings>,
  more: { settings?: Partial<Settings>; voices?: typeof voices; bySelf?: boolean } = {},
) => {
  const played = playVoices(more.voices ?? voices);
  if (more.bySelf ?? true) played.speakBySelf();
  const desk = await openDesk({ settings: { ...more.settings, speech } });
  desk.connector.open('Tom');
  desk.connector.open('Lina');
  desk.workspace.session()?.select('lina');
  await expect.element(box()).toBeVisible();
  await desk.workspace.speech();
  const live = () => desk.spoken.join('\n');
  return { ...desk, played, live };
};
const box = () => page.getByRole('textbox', { name: 'Reply to Lina' });
/** The announcer gathers for a second, and then leaves a second between two. */
const slow = { timeout: 8000 };
const said = (played: PlayedSynthesis) => played.given.map(({ text }) => text);
const noWords = {
  settings: { announcements: { ...defaultSettings.announcements, 'message-open': 'off' as const } },
};

describe('by itself', () => {
  test('A33: each message goes to the voice or to the live region, as the mode says', async () => {
    const { connector, played, live } = await setUp({ readAloud: 'open' });
    connector.say('Lina', 'For the voice.');
    connector.say('Tom', 'For the reader.');
    await expect.poll(live, slow).toContain('Tom: For the reader.');
    expect(said(played)).toEqual(['For the voice.']);
    expect(live()).not.toContain('For the voice.');
  });

  test('A33: with all chats, other events are still the live region’s', async () => {
    const { connector, played, live } = await setUp({ readAloud: 'all' });
    connector.say('Tom', 'For the voice.');
    connector.offer('Ada');
    await expect.poll(live, slow).toContain('Ada');
    await expect.poll(() => said(played), slow).toEqual(['Tom: For the voice.']);
    expect(live()).not.toContain('For the voice.');
  });

  test('A33: the rest is what the live region has no words for', async () => {
    const { connector, played, live } = await setUp({ readAloud: 'rest' }, noWords);
    connector.say('Lina', 'Not announced.');
    connector.say('Tom', 'Announced.');
    await expect.poll(live, slow).toContain('Tom: Announced.');
    expect(said(played)).toEqual(['Not announced.']);
    expect(live()).not.toContain('Not announced.');
  });

  test('A33: what comes before the voice itself is read as soon as that is there', async () => {
    const { connector, played, workspace } = await setUp({ readAloud: 'request' }, noWords);
    workspace.changeSettings({ speech: { readAloud: 'rest' } });
    connector.say('Lina', 'At once.');
    await expect.poll(() => said(played), slow).toEqual(['At once.']);
  });

  test('A33: do not disturb keeps the voice quiet as well', async () => {
    const { connector, played, workspace } = await setUp({ readAloud: 'rest' }, noWords);
    workspace.queue.setDoNotDisturb(true);
    connector.say('Lina', 'Later.');
    workspace.queue.setDoNotDisturb(false);
    connector.say('Lina', 'Now.');
    await expect.poll(() => said(played), slow).toEqual(['Now.']);
  });

  test('switched off in the middle it falls silent, and the live region takes over', async () => {
    const { connector, played, live, workspace } = await setUp(
      { readAloud: 'open' },
      { bySelf: false },
    );
    connector.say('Lina', 'One. Two.');
    await expect.poll(() => said(played), slow).toEqual(['One.']);
    workspace.changeSettings({ speech: { readAloud: 'off' } });
    await expect.poll(() => played.cancelled).toBeGreaterThan(0);
    connector.say('Lina', 'Three.');
    await expect.poll(live, slow).toContain('Three.');
    expect(said(played)).toEqual(['One.']);
  });
});

describe('at the agent’s word', () => {
  test('A34: Alt+Y reads the customer’s newest message, the mode may be anything but off', async () => {
    const { connector, played } = await setUp({ readAloud: 'request' });
    connector.say('Lina', 'It says 请稍候 here.');
    await userEvent.keyboard('{Alt>}y{/Alt}');
    await expect.poll(() => said(played), slow).toEqual(['It says', '请稍候', 'here.']);
    expect(played.given.map(({ voice }) => voice)).toEqual(['English', 'Mandarin', 'English']);
  });

  test('A34: off, a command says that it is off, and where to switch it on', async () => {
    const { played, live } = await setUp({});
    await userEvent.keyboard('{Alt>}y{/Alt}');
    await expect.poll(live, slow).toContain('Reading aloud is off. Switch it on in the settings');
    expect(played.given).toEqual([]);
  });

  test('A34: the typed words read, read again and change the speed, which is kept', async () => {
    const { connector, played, live, workspace } = await setUp({
      readAloud: 'request',
      pitch: 0.5,
    });
    connector.say('Lina', 'Hello.');
    for (const word of ['/read', '/again', '/faster', '/again']) {
      const before = played.given.length;
      await userEvent.fill(box(), word);
      await userEvent.keyboard('{Enter}');
      if (word !== '/faster') await expect.poll(() => played.given.length).toBe(before + 1);
    }
    expect(played.given.map(({ rate }) => rate)).toEqual([1, 1, 1.2]);
    expect(workspace.settings().speech).toEqual({ readAloud: 'request', pitch: 0.5, rate: 1.2 });
    await expect.poll(live, slow).toContain('Speed 1.2');
  });

  test('a reply is heard before it goes, in its own words, and stays in the box', async () => {
    const { played, live, connector } = await setUp({ readAloud: 'request' });
    await userEvent.keyboard('{Shift>}{F2}{/Shift}');
    await expect.poll(live, slow).toMatch(/\S/);
    expect(played.given).toEqual([]);
    await userEvent.fill(box(), 'It costs $12.50.');
    await userEvent.keyboard('{Shift>}{F2}{/Shift}');
    await expect.poll(() => said(played).join()).toContain('12 dollars');
    expect(box().element()).toHaveProperty('value', 'It costs $12.50.');
    expect(connector.sent).toEqual([]);
  });

  test('stopping cancels, and says so only when there is nothing to stop', async () => {
    const { connector, played, live } = await setUp({ readAloud: 'request' }, { bySelf: false });
    connector.say('Lina', 'A long story. With an end.');
    await userEvent.keyboard('{Alt>}y{/Alt}');
    await expect.poll(() => said(played), slow).toEqual(['A long story.']);
    await userEvent.keyboard('{F2}');
    await expect.poll(() => played.cancelled).toBe(1);
    expect(live()).not.toContain('Nothing is being read');
    await userEvent.keyboard('{F2}');
    await expect.poll(live, slow).toContain('Nothing is being read aloud.');
  });
});

describe('failures', () => {
  test('without any voice a message still comes to the live region, and a key says why', async () => {
    replace(navigator, 'onLine', false);
    const { connector, live } = await setUp({ readAloud: 'open' }, { voices: [] });
    connector.say('Lina', 'Is it late?');
    await expect.poll(live, slow).toContain('Is it late?');
    connector.say('Lina', 'Hello?');
    await expect.poll(live, slow).toContain('Hello?');
    await userEvent.keyboard('{Alt>}y{/Alt}');
    await expect.poll(live, slow).toContain('This computer has no voice for this language.');
  });

  test('a page without a key press yet says what to do, and the words are not lost', async () => {
    const { connector, live, played } = await setUp({ readAloud: 'open' });
    played.speakBySelf(() => 'not-allowed');
    connector.say('Lina', 'Is it late?');
    await expect.poll(live, slow).toContain('Is it late?');
    await userEvent.keyboard('{Alt>}y{/Alt}');
    await expect.poll(live, slow).toContain('only after you have pressed a key');
  });

  test('an engine that never ends is stood in for, which is said and shown once', async () => {
    const played = playVoices(voices);
    const clock = createFakeClock();
    const { connector, workspace } = await openDesk({
      clock,
      settings: { speech: { readAloud: 'open' } },
    });
    connector.open('Lina');
    workspace.session()?.select('lina');
    await userEvent.fill(box(), 'A draft');
    const { reader } = await workspace.speech();
    connector.say('Lina', 'Hello.');
    await clock.advance(2000);
    await expect.poll(() => said(played), slow).toEqual(['Hello.']);
    played.given[0]?.start();
    await clock.advance(20_000);
    await expect
      .poll(() => workspace.notices())
      .toEqual([
        'It did not answer any more. From now on another one reads: Built-in voice (eSpeak NG).',
      ]);
    connector.say('Lina', 'Again.');
    await clock.advance(2000);
    reader.stop();
    expect(workspace.notices()).toHaveLength(1);
    expect(said(played)).toEqual(['Hello.']);
    expect(box().element()).toHaveProperty('value', 'A draft');
  });

  test('a voice that was chosen and is gone is told once, and another one reads', async () => {
    const { connector, played, workspace } = await setUp({
      readAloud: 'open',
      voices: { en: 'Uninstalled' },
    });
    connector.say('Lina', 'Hello.');
    await expect.poll(() => said(played), slow).toEqual(['Hello.']);
    connector.say('Lina', 'Again.');
    await expect.poll(() => said(played), slow).toEqual(['Hello.', 'Again.']);
    expect(workspace.notices().join()).toMatch(/^The voice that you chose is no longer/);
  });
});
