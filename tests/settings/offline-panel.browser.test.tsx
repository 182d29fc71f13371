import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type KeptState, keptChannel } from '../../src/offline/worker-words.ts';
import { wantsVoice } from '../../src/session/keep-voice.ts';
import { playRegistration, playWorker, stateOf } from '../offline/worker-rig.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';
import { openSettings, openTab } from './open-settings.ts';

const state = () => document.getElementById('offline-state')?.textContent ?? '';
const panel = () => document.getElementById('panel-offline')?.textContent ?? '';
const tell = (word: string) => {
  const line = new BroadcastChannel(keptChannel);
  line.postMessage(word);
  line.close();
};

/** A worker stands behind the page that has kept so much. */
const keepSo = (kept: () => KeptState) => {
  const { worker, asked } = playWorker(kept);
  vi.spyOn(navigator.serviceWorker, 'getRegistration').mockResolvedValue(
    playRegistration({ active: worker }),
  );
  return asked;
};

beforeEach(() => {
  vi.spyOn(navigator.serviceWorker, 'getRegistration').mockResolvedValue(undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('tells that nothing is kept yet, in both languages', async () => {
  const { workspace } = await openSettings('offline');
  expect(state()).toBe('Nothing is kept yet. It begins by itself when the connection is free.');
  workspace.changeSettings({ language: 'zh-CN' });
  await expect.poll(state).toBe('还没有开始保存。网络空闲时会自动开始。');
  await checkAxe(document.querySelector('main') as HTMLElement);
});

it('counts as the files come, tells what is in the way, and when all is here', async () => {
  let now = stateOf(1);
  keepSo(() => now);
  await openSettings('offline');
  await expect.poll(state).toContain('1 of 3 files are kept');
  now = stateOf(2, { failure: 'network' });
  tell('network');
  await expect.poll(state).toContain('2 of 3 files are kept');
  expect(panel()).toContain('It is asked for again by itself');
  tell('full');
  await expect.poll(panel).toContain('no room left');
  now = stateOf(3);
  tell('kept');
  await expect
    .poll(state)
    .toBe('Everything is here: 3 files, 2 KiB. Harebell works without a network.');
  expect(panel()).not.toContain('no room left');
});

it('names the voice’s size, keeps the choice, and gives the room back', async () => {
  let voice = 0;
  const asked = keepSo(() => {
    const known = stateOf(3);
    return { ...known, voice: { ...known.voice, kept: voice } };
  });
  const { workspace, spoken } = await openSettings('offline');
  const box = () => document.getElementById('offline-voice') as HTMLInputElement;
  await expect.poll(() => box().labels?.[0]?.textContent).toContain('eSpeak NG, about 1 KiB');
  expect(document.getElementById('offline-voice-hint')?.textContent).toContain('4 KiB of room');
  box().focus();
  await userEvent.keyboard(' ');
  await expect.poll(() => wantsVoice(workspace.storage)).toBe(true);
  await expect.poll(() => spoken.join()).toContain('The voice is fetched');
  await expect.poll(panel).toContain('0 of 2 files of the voice');
  voice = 2;
  tell('kept');
  await expect.poll(panel).toContain('The voice is kept.');
  expect(document.activeElement).toBe(box());
  await userEvent.keyboard(' ');
  await expect.poll(() => wantsVoice(workspace.storage)).toBe(false);
  await expect.poll(() => asked.map(({ kind }) => kind)).toContain('forget-voice');
  await expect.poll(() => spoken.join()).toContain('not kept any more');
});

it('A18: asks before a reset, and takes nothing away without a network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  const remove = vi.spyOn(caches, 'delete');
  const { spoken } = await openSettings('offline');
  const ask = async () => {
    document.getElementById('offline-reset')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.querySelector('#reset-dialog')).not.toBeNull();
  };
  await ask();
  await checkAxe();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.querySelector('#reset-dialog')).toBeNull();
  expect(fetch).not.toHaveBeenCalled();
  await ask();
  document.querySelector<HTMLElement>('#reset-dialog .primary')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => spoken.join()).toContain('nothing was removed');
  expect(remove).not.toHaveBeenCalled();
  await expect.poll(() => document.activeElement?.id).toBe('offline-reset');
});

it('is not reset during a shift', async () => {
  await openDesk({ hash: '#/desk' });
  location.hash = '#/settings';
  await openTab('offline');
  expect(panel()).toContain('outside of a shift');
  expect(document.getElementById('offline-reset')).toBeNull();
});
