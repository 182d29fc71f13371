import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { announcementClasses } from '../../src/domain/announcement.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { timerNames } from '../../src/domain/settings.ts';
import { loadSettings } from '../../src/outbox/settings-store.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';
import { english } from '../support/samples.ts';
import { openSettings, openTab, tabIds, tabStops } from './open-settings.ts';

const combobox = (name: string) => page.getByRole('combobox', { name, exact: true });
const checkbox = (name: string) => page.getByRole('checkbox', { name, exact: true });
const html = () => document.documentElement;

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('every change counts at once', () => {
  it('and is found on the disk', async () => {
    const { workspace } = await openSettings();
    await userEvent.selectOptions(combobox('Time to take a message back'), '5 seconds');
    await userEvent.type(page.getByRole('textbox', { name: 'Your name' }), 'Ada');
    const kept = async () => {
      const stored = await loadSettings(workspace.storage);
      return stored.ok ? stored.value : undefined;
    };
    await expect.poll(async () => (await kept())?.agentName).toBe('Ada');
    expect((await kept())?.undoSend).toBe(5);
  });

  it('A18: the time to take a message back goes from none to ten seconds', async () => {
    const { workspace } = await openSettings();
    const field = combobox('Time to take a message back');
    await userEvent.selectOptions(field, '10 seconds');
    expect(workspace.settings().undoSend).toBe(10);
    await userEvent.selectOptions(field, 'None, send at once');
    expect(workspace.settings().undoSend).toBe(0);
  });

  it('of language, without losing the place', async () => {
    const { workspace } = await openSettings();
    await userEvent.selectOptions(combobox('Language of the desk'), '简体中文');
    await expect.poll(() => html().lang).toBe('zh-CN');
    await expect.element(combobox('工作台语言')).toHaveValue('zh-CN');
    await expect.element(combobox('撤回消息的时间')).toHaveValue('0');
    await expect.element(page.getByRole('tab', { selected: true })).toHaveTextContent('个人与接待');
    expect(document.title).toContain('设置');
    expect(workspace.settings().language).toBe('zh-CN');
  });

  it('of how many chats, also in the shift that goes on', async () => {
    const { workspace } = await openDesk({ hash: '#/desk' });
    workspace.router.go('settings');
    await userEvent.selectOptions(combobox('How many chats you take'), '7');
    expect(workspace.session()?.desk().availability.capacity).toBe(7);
    await userEvent.click(page.getByRole('link', { name: 'Back to the desk' }));
    await expect.poll(() => workspace.router.route()).toBe('desk');
  });

  it.each([
    ['A39', 'Take new customers without asking', 'autoAccept'],
    ['A17', 'Enter sends', 'enterSends'],
  ] as const)('%s: %s', async (_, name, setting) => {
    const { workspace } = await openSettings();
    const before = workspace.settings()[setting];
    await userEvent.click(checkbox(name));
    expect(workspace.settings()[setting]).toBe(!before);
    await userEvent.click(checkbox(name));
    expect(workspace.settings()[setting]).toBe(before);
  });

  it('A53: text size and the transcript’s own', async () => {
    const { workspace } = await openSettings('display');
    await userEvent.selectOptions(combobox('Text size'), '175%');
    expect(getComputedStyle(html()).fontSize).toBe('28px');
    await userEvent.selectOptions(combobox('Text size in conversations'), '400%');
    expect(workspace.settings().transcriptSize).toBe(400);
    expect(getComputedStyle(html()).fontSize).toBe('28px');
  });

  it('A55: theme', async () => {
    await openSettings('display');
    await userEvent.selectOptions(combobox('Colours'), 'High contrast');
    expect(getComputedStyle(html()).backgroundColor).toBe('rgb(0, 0, 0)');
    await userEvent.selectOptions(combobox('Colours'), 'Light');
    expect(getComputedStyle(html()).backgroundColor).not.toBe('rgb(0, 0, 0)');
  });

  it('A51: large targets make every control 56 pixels high', async () => {
    await openSettings('display');
    const select = () => combobox('Text size').element().getBoundingClientRect().height;
    expect(select()).toBeGreaterThanOrEqual(44);
    expect(select()).toBeLessThan(56);
    await userEvent.click(checkbox('Large buttons'));
    expect(select()).toBeGreaterThanOrEqual(56);
  });

  it.each([
    ['A53', 'One column, however wide the window', 'oneColumn'],
    ['A56', 'One thing at a time', 'oneTask'],
    ['A3', 'A heading on every message', 'messageHeadings'],
    ['A42', 'Show how much time is left', 'countdowns'],
  ] as const)('%s: %s', async (_, name, setting) => {
    const { workspace } = await openSettings('display');
    const before = workspace.settings()[setting];
    await userEvent.click(page.getByText(name));
    expect(workspace.settings()[setting]).toBe(!before);
    expect((checkbox(name).element() as HTMLInputElement).checked).toBe(!before);
  });

  it.each(announcementClasses)('A24: how much is heard of %s', async (kind) => {
    const { workspace } = await openSettings('announcements');
    const { [kind]: _, ...others } = workspace.settings().announcements;
    const field = combobox(english(`settings.announcement.${kind}`));
    for (const value of ['count', 'earcon', 'off', 'full'] as const) {
      await userEvent.selectOptions(field, value);
      expect(workspace.settings().announcements).toEqual({ ...others, [kind]: value });
    }
  });

  it('A24: how often announcements come', async () => {
    const { workspace } = await openSettings('announcements');
    await userEvent.selectOptions(
      combobox('When announcements come'),
      'Gathered, every 30 seconds',
    );
    expect(workspace.settings().batch).toBe(30_000);
  });

  it.each(timerNames)('A42: the timer %s can be longer and off', async (name) => {
    const { workspace } = await openSettings('timers');
    const field = combobox(english(`settings.timer.${name}`));
    await userEvent.selectOptions(field, '10');
    expect(workspace.settings().timers[name]).toBe(10);
    await userEvent.selectOptions(field, 'No limit');
    expect(workspace.settings().timers[name]).toBe(0);
  });

  it('A42: says how long a timer lasts', async () => {
    await openSettings('timers');
    const options = [...document.querySelectorAll('#setting-timer-accept option')];
    expect(options.map((option) => option.textContent)).toEqual([
      'Usual: 1 minute',
      '2 times as long: 2 minutes',
      '3 times as long: 3 minutes',
      '5 times as long: 5 minutes',
      '10 times as long: 10 minutes',
      'No limit',
    ]);
  });
});

describe('sounds', () => {
  it('have a volume of their own, in words', async () => {
    const { workspace } = await openSettings('sounds');
    const volume = page.getByRole('slider', { name: 'Volume of the sounds' });
    (volume.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(workspace.settings().earconVolume).toBe(0.55);
    await expect.element(volume).toHaveAttribute('aria-valuetext', '55%');
    await userEvent.keyboard('{End}');
    expect(workspace.settings().earconVolume).toBe(1);
  });

  it('A32: can be tried one by one, also while they are off', async () => {
    const started: number[] = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      started.push(this.frequency.value);
      start.call(this, when);
    };
    try {
      const { workspace } = await openSettings('sounds');
      expect(workspace.settings().earcons).toBe(false);
      await userEvent.click(page.getByRole('button', { name: 'Play the sound' }));
      expect(started).toEqual([660, 880]);
      await userEvent.selectOptions(combobox('A sound to try'), 'Connection lost');
      await userEvent.click(page.getByRole('button', { name: 'Play the sound' }));
      expect(started.slice(2)).toEqual([440, 330, 247]);
    } finally {
      OscillatorNode.prototype.start = start;
    }
  });

  it('A44: say why nothing is heard at volume zero', async () => {
    const { spoken } = await openSettings('sounds', { earconVolume: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Play the sound' }));
    await expect.poll(() => spoken.at(-1)).toBe('The volume is at zero.');
  });

  it('A44: have a visual twin that can be chosen', async () => {
    const { workspace } = await openSettings('sounds');
    await userEvent.click(checkbox('Flash the edge of the page once'));
    expect(workspace.settings().visualAlerts).toBe(false);
  });
});

describe('notifications', () => {
  const answering = async (answer: NotificationPermission, act: () => Promise<void>) => {
    const ask = Notification.requestPermission;
    Notification.requestPermission = async () => answer;
    try {
      await act();
    } finally {
      Notification.requestPermission = ask;
    }
  };

  it('A31: stay off when the browser refuses, and say why', async () => {
    const { workspace, spoken } = await openSettings('sounds');
    await answering('denied', async () => {
      await userEvent.click(checkbox('Notifications of the computer'));
      await expect.poll(() => spoken.at(-1)).toMatch(/^The browser refuses notifications/);
    });
    expect(workspace.settings().notifications).toBe(false);
    await expect.element(checkbox('Notifications of the computer')).not.toBeChecked();
    await expect
      .element(page.getByText(/^The browser refuses notifications/).first())
      .toBeVisible();
  });

  it('A31: are on when the browser allows them, and can be switched off again', async () => {
    const { workspace } = await openSettings('sounds');
    await answering('granted', async () => {
      await userEvent.click(checkbox('Notifications of the computer'));
      await expect.poll(() => workspace.settings().notifications).toBe(true);
    });
    await expect.element(checkbox('Notifications of the computer')).toBeChecked();
    await userEvent.click(checkbox('Notifications of the computer'));
    expect(workspace.settings().notifications).toBe(false);
  });
});

describe('the way through', () => {
  it('A4: has its title and heading, and takes the focus when gone to', async () => {
    const { workspace } = await openDesk({ signedOut: true });
    workspace.router.go('settings');
    const heading = page.getByRole('heading', { level: 1, name: 'Settings' });
    await expect.element(heading).toHaveFocus();
    expect(document.title).toBe('Settings – Harebell');
    expect(location.hash).toBe('#/settings');
    await userEvent.click(page.getByRole('link', { name: 'Back to the start page' }));
    await expect.poll(() => workspace.router.route()).toBe('start');
  });

  it('A50: arrows, Home and End choose a group, and Tab goes into it', async () => {
    await openSettings();
    (page.getByRole('tab', { selected: true }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    const tab = (name: string) => page.getByRole('tab', { name });
    await expect.element(tab('Profiles')).toHaveFocus();
    await userEvent.keyboard('{End}');
    await expect.element(tab('Settings as a file')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('You and your work')).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Home}{Tab}');
    await expect.element(combobox('Language of the desk')).toHaveFocus();
    await expect.element(page.getByRole('tabpanel', { name: 'You and your work' })).toBeVisible();
  });

  it.each(tabIds)('A50: %s has at most 25 tab stops, in a shift too', async (tab) => {
    const { connector, workspace } = await openDesk();
    connector.offer('Lin');
    workspace.router.go('settings');
    await openTab(tab);
    expect(tabStops().length).toBeLessThanOrEqual(25);
  });

  it('goes by keyboard alone, from the tabs to a setting', async () => {
    const { workspace } = await openSettings();
    (page.getByRole('tab', { selected: true }).element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Tab}{Tab}{Tab}{Tab}');
    await expect.element(checkbox('One column, however wide the window')).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(workspace.settings().oneColumn).toBe(true);
    expect(html().classList).toContain('one-column');
  });
});

const looks: readonly Partial<Settings>[] = [
  { language: 'en' },
  { language: 'zh-CN', theme: 'dark' },
];
describe.each(looks)('with %j', (look) => {
  it.each(tabIds)('axe has no objection to %s', async (tab) => {
    await openSettings(tab, look);
    await checkAxe();
  });

  it.each(tabIds)('A53: %s does not scroll sideways at 320 pixels and 200%%', async (tab) => {
    await page.viewport(320, 640);
    await openSettings(tab, { ...look, textSize: 200 });
    expect(html().scrollWidth).toBe(320);
  });
});
