import { createRoot } from 'solid-js';
import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { showUpdate } from '../../src/app/offer-update.tsx';
import type { Route } from '../../src/session/create-router.ts';
import { playWorker } from '../offline/worker-rig.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';

const offer = () => document.getElementById('use-new-version');

/** The start page, to which a newer version has come. */
const open = async (hash = '#/') => {
  const desk = await openDesk({ signedOut: true, hash });
  await expect.poll(() => document.querySelector('main h1')).not.toBeNull();
  const container = new EventTarget() as ServiceWorkerContainer;
  const { worker, asked } = playWorker(() => {
    container.dispatchEvent(new Event('controllerchange'));
    return undefined;
  }, 'installed');
  const reloads: string[] = [];
  const { workspace } = desk;
  const dispose = createRoot((end) => {
    showUpdate({
      workspace,
      worker,
      container,
      reload: () => {
        reloads.push(document.activeElement?.id ?? '');
      },
    });
    return end;
  });
  onTestFinished(dispose);
  const said = (words: string) => desk.spoken.filter((text) => text.includes(words)).length;
  const go = async (route: Route) => {
    workspace.router.go(route);
    await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
  };
  return { ...desk, asked, reloads, dispose, said, go };
};

it('is told once, and changes over by a button after what was typed is kept', async () => {
  const { asked, reloads, said, go } = await open();
  await expect.poll(offer).not.toBeNull();
  await expect.poll(() => said('A new version of Harebell is ready')).toBe(1);
  await checkAxe();
  await go('help');
  await go('start');
  await expect.poll(offer).not.toBeNull();
  offer()?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => reloads).toEqual(['use-new-version']);
  expect(asked).toEqual([{ kind: 'take-over' }]);
  expect(said('A new version of Harebell is ready')).toBe(1);
});

it.each(['canned-responses', 'sign-in', 'editor', 'review'] as const)(
  'is not offered on the screen %s, where a reload would take something away',
  async (route) => {
    const { said, go, workspace } = await open(`#/${route}`);
    await workspace.allSentences();
    expect(offer()).toBeNull();
    expect(workspace.commands.run('update')).toBe(false);
    expect(said('new version')).toBe(0);
    await go('start');
    await expect.poll(offer).not.toBeNull();
  },
);

it('A39: can be put off, and is then a command', async () => {
  const { asked, reloads, said, workspace } = await open();
  await expect.poll(offer).not.toBeNull();
  document.getElementById('put-off-new-version')?.focus();
  await userEvent.keyboard('{Enter}');
  expect(offer()).toBeNull();
  expect(document.activeElement?.tagName).toBe('H1');
  await expect.poll(() => said('All right, later')).toBe(1);
  expect(workspace.commands.run('update')).toBe(true);
  await expect.poll(() => reloads).toHaveLength(1);
  expect(asked).toHaveLength(1);
});

it('goes with its owner: when a shift begins', async () => {
  const { dispose, workspace } = await open();
  await expect.poll(offer).not.toBeNull();
  dispose();
  expect(offer()).toBeNull();
  expect(workspace.commands.run('update')).toBe(false);
});

it('speaks the language of the desk', async () => {
  const { workspace } = await open();
  await expect.poll(offer).not.toBeNull();
  workspace.changeSettings({ language: 'zh-CN' });
  await expect.poll(() => offer()?.textContent).toBe('换用新版本');
});
