import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { saveSettings } from '../../src/outbox/settings-store.ts';
import { openTabLine } from '../../src/session/open-tab-line.ts';
import { createId } from '../../src/shared/id.ts';
import { openDesk } from '../support/open-desk.tsx';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

/** A desk, and what another tab of the same agent would tell and save. */
const openBoth = async (options: { readonly signedOut?: boolean } = {}) => {
  const database = `test-${createId()}`;
  const desk = await openDesk({ database, ...options });
  const storage = await openStorage({ name: database, onProblem: () => undefined });
  const line = openTabLine(desk.connector.id);
  onTestFinished(() => {
    line.close();
    storage.close();
  });
  const heard: unknown[] = [];
  line.listen((word) => heard.push(word));
  return {
    ...desk,
    heard,
    draft: (text: string, over = '') =>
      line.tell({
        ...{ conversationId: 'lin', text, over },
        ...{ selectionStart: text.length, selectionEnd: text.length },
      }),
    save: (patch: Partial<Settings>) =>
      saveSettings(storage, { ...desk.workspace.settings(), ...patch }),
  };
};

const box = () => document.querySelector<HTMLTextAreaElement>('#reply');
const openChat = async () => {
  const both = await openBoth();
  both.connector.open('Lin');
  await expect.poll(() => box()).not.toBeNull();
  // What follows other tabs has come once it asks them for their draft.
  await expect.poll(() => both.heard).toContainEqual({ ask: 'lin' });
  return both;
};

describe('settings of another tab', () => {
  it('apply at once, on a desk and before there is one', async () => {
    for (const signedOut of [false, true]) {
      const { save, workspace } = await openBoth({ signedOut });
      await save({ theme: 'dark', textSize: 150 });
      await expect.poll(() => workspace.settings().theme).toBe('dark');
      expect(document.documentElement.style.fontSize).toBe('150%');
    }
  });

  it('that change how many customers there may be are told to the server too', async () => {
    const { connector, save, spoken } = await openBoth();
    await save({ capacity: 7 });
    await expect.poll(() => connector.availability).toEqual({ status: 'available', capacity: 7 });
    expect(spoken).toEqual([]);
  });

  it('are not lost when this one changes something else', async () => {
    const { save, workspace } = await openBoth();
    await save({ enterSends: false });
    await expect.poll(() => workspace.settings().enterSends).toBe(false);
    workspace.changeSettings({ oneTask: true });
    const stored = () => workspace.storage.get('settings', 'agent');
    await expect.poll(stored).toMatchObject({ enterSends: false, oneTask: true });
    expect(workspace.settings()).toMatchObject({
      ...defaultSettings,
      enterSends: false,
      oneTask: true,
      earcons: false,
    });
  });
});

describe('a draft of another tab', () => {
  it('stands in the reply box, which keeps it and says nothing', async () => {
    const { draft, spoken, connector } = await openChat();
    document.getElementById('availability')?.focus();
    draft('Hello Lin');
    await expect.poll(() => box()?.value).toBe('Hello Lin');
    expect([spoken, connector.typing.includes(true)]).toEqual([[], false]);
  });

  it('A39: waits while the agent is in the box, and comes when they leave it', async () => {
    const { draft } = await openChat();
    box()?.focus();
    draft('Hello Lin');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(box()?.value).toBe('');
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => box()?.value).toBe('Hello Lin');
  });

  it('hears of what is typed here, and that it was sent', async () => {
    const { heard } = await openChat();
    box()?.focus();
    await userEvent.keyboard('Hi');
    await expect.poll(() => heard.at(-1)).toMatchObject({ conversationId: 'lin', text: 'Hi' });
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => heard.at(-1)).toMatchObject({ conversationId: 'lin', text: '' });
  });
});

it('does not say that somebody waits whom the other tab has taken already', async () => {
  const { connector, spoken } = await openChat();
  connector.offer('Bo');
  connector.open('Bo');
  connector.say('Bo', 'Hello?');
  await expect.poll(() => spoken.join()).toContain('Hello?');
  expect(spoken.filter((text) => /New customer/.test(text))).toEqual([]);
});
