import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { openByPassphrase } from '../../src/outbox/vault/locks.ts';
import { checkAxe } from '../support/check-axe.ts';
import { lockedDatabase, phrase } from '../support/lock-desk-database.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';
import { openSettings, openTab } from './open-settings.ts';

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const said = (spoken: readonly string[], words: string) =>
  spoken.filter((text) => text.includes(words)).length;
const panel = () => find('#panel-safe')?.textContent ?? '';
const fill = async (values: Readonly<Record<string, string>>) => {
  for (const [field, value] of Object.entries(values))
    await userEvent.fill(find(`#safe-${field}`) as HTMLElement, value);
};

/** The panel of a desk whose passphrase is {@link phrase}. */
const openSet = async (): Promise<OpenDesk> => {
  const desk = await openDesk({
    database: await lockedDatabase(),
    signedOut: true,
    hash: '#/settings',
  });
  await expect.poll(() => desk.workspace.storage.door.state).toBe('locked');
  await openByPassphrase(desk.workspace.storage.door, phrase);
  await openTab('safe');
  await expect.poll(() => find('#safe-present')).not.toBeNull();
  return desk;
};

describe('the passphrase', () => {
  test('is set by keyboard alone, and said once; what is wrong is said where it is', async () => {
    const { spoken, workspace } = await openSettings('safe');
    expect(panel()).toContain('whoever copies the browser’s'.replace('’', "'"));
    await checkAxe();
    find('#safe-new')?.focus();
    await userEvent.keyboard('short{Enter}');
    await expect.poll(() => said(spoken, 'That is too short')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-new');
    await userEvent.keyboard('四个毫不相干的词');
    await userEvent.tab();
    await userEvent.keyboard('四个{Enter}');
    await expect.poll(() => said(spoken, 'not the same')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-again');
    expect(find<HTMLInputElement>('#safe-new')?.value).toBe('四个毫不相干的词');
    await checkAxe();
    await userEvent.keyboard('四个毫不相干的词{Enter}');
    await expect.poll(() => said(spoken, 'The passphrase is set.')).toBe(1);
    await expect.poll(() => find('#safe-present')).not.toBeNull();
    expect(document.activeElement?.id).toBe('safe-set');
    expect(find<HTMLInputElement>('#safe-new')?.value).toBe('');
    expect(await workspace.storage.put('notes', 'lin', 'x')).toBe(true);
    await checkAxe();
  });

  test('is changed and removed only by who knows it', async () => {
    const { spoken, workspace } = await openSet();
    const { door } = workspace.storage;
    const next = 'four other words by chance';
    await fill({ present: 'wrong', new: next, again: next });
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'That is not the passphrase')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-present');
    expect(find<HTMLInputElement>('#safe-new')?.value).toBe(next);
    await checkAxe();
    await fill({ present: phrase });
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'The passphrase is changed.')).toBe(1);
    expect(await openByPassphrase(door, phrase)).toBe(false);
    expect(await openByPassphrase(door, next)).toBe(true);
    await fill({ present: next });
    find('#safe-remove')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'The passphrase is removed.')).toBe(1);
    await expect.poll(() => find('#safe-present')).toBeNull();
    expect(document.activeElement?.id).toBe('safe-set');
    expect(await workspace.storage.get('notes', 'lin')).toEqual({ text: 'prefers calls' });
  });

  test('unlocks the locked desk, beside nothing and wrong ones', async () => {
    const { workspace } = await openSet();
    await expect.poll(() => workspace.commands.run('lock')).toBe(true);
    await expect.poll(() => find('#lock-password')).not.toBeNull();
    expect(find('label[for=lock-password]')?.textContent).toBe('Your passphrase');
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.lock .error')?.textContent).toContain('does not unlock');
    expect(document.activeElement?.id).toBe('lock-password');
    await userEvent.keyboard(`${phrase}{Enter}`);
    await expect.poll(() => workspace.lock.isLocked()).toBe(false);
  });

  test('is offered in Chinese, on a narrow screen', async () => {
    await page.viewport(320, 640);
    onTestFinished(() => page.viewport(1280, 800));
    await openSettings('safe', { language: 'zh-CN' });
    expect(panel()).toContain('至少 12 个字母');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await checkAxe();
  });

  test('is not asked for where it cannot be set, and it says why', async () => {
    const desk = await openDesk({
      database: await lockedDatabase(),
      signedOut: true,
      hash: '#/settings',
    });
    await expect.poll(() => desk.workspace.storage.door.state).toBe('locked');
    await expect.poll(() => find('#tab-safe')).not.toBeNull();
    find('#tab-safe')?.click();
    await expect.poll(panel).toContain('Unlock first');
    expect(find('#safe-form')).toBeNull();
  });
});

/** An authenticator inside Chromium: a fingerprint that always fits. */
const addAuthenticator = async (hasPrf: boolean) => {
  const devtools = cdp() as { send(method: string, options?: object): Promise<object> };
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = (await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
    },
  })) as { readonly authenticatorId: string };
  onTestFinished(async () => {
    await devtools.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    await devtools.send('WebAuthn.disable');
  });
  return {
    verifies: (isUserVerified: boolean) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
};

describe('a passkey', () => {
  test('is set up, opens what is kept at the next start, and is removed', async () => {
    await addAuthenticator(true);
    const database = await lockedDatabase();
    const options = { database, signedOut: true, hash: '#/settings' };
    const first = await openDesk(options);
    await expect.poll(() => first.workspace.storage.door.state).toBe('locked');
    await openByPassphrase(first.workspace.storage.door, phrase);
    await openTab('safe');
    find('#safe-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(first.spoken, 'The passkey is set up.')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-passkey');
    await expect.poll(panel).toContain('A passkey is set up.');
    await checkAxe();
    await first.close();

    const { workspace, spoken } = await openDesk(options);
    await expect.poll(() => find('#door-passkey')).not.toBeNull();
    expect(find('#door-passphrase')).not.toBeNull();
    find('#door-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.door')).toBeNull();
    await expect.poll(() => said(spoken, 'Unlocked. What was kept')).toBe(1);
    expect(await workspace.storage.get('notes', 'lin')).toEqual({ text: 'prefers calls' });

    await expect.poll(() => workspace.commands.run('lock')).toBe(true);
    await expect.poll(() => find('#lock-passkey')).not.toBeNull();
    find('#lock-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => workspace.lock.isLocked()).toBe(false);

    await openTab('safe');
    find('#safe-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('#passkey-dialog .primary')).not.toBeNull();
    await checkAxe();
    find('#passkey-dialog .primary')?.click();
    await expect.poll(() => said(spoken, 'The passkey is removed here.')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-passkey');
    expect(workspace.storage.door.locks?.map(({ kind }) => kind)).toEqual(['passphrase']);
  });

  test('that is not given opens nothing, and the passphrase still does', async () => {
    const { verifies } = await addAuthenticator(true);
    const first = await openSet();
    find('#safe-passkey')?.click();
    await expect.poll(panel).toContain('A passkey is set up.');
    const database = first.workspace.storage.door.name;
    await first.close();
    const { workspace, spoken } = await openDesk({ database, signedOut: true });
    await expect.poll(() => find('#door-passkey')).not.toBeNull();
    await verifies(false);
    find('#door-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'The passkey was not used.')).toBe(1);
    expect(document.activeElement?.id).toBe('door-passkey');
    await checkAxe();
    expect(await openByPassphrase(workspace.storage.door, phrase)).toBe(true);
  });

  test('alone locks what is kept, and it says what that means', async () => {
    await addAuthenticator(true);
    const { workspace } = await openSettings('safe');
    find('#safe-passkey')?.click();
    await expect.poll(panel).toContain('If you lose the passkey, what is kept is lost.');
    expect(workspace.storage.door.locks?.map(({ kind }) => kind)).toEqual(['passkey']);
    expect(find('#safe-present')).toBeNull();
    await expect.poll(() => workspace.commands.run('lock')).toBe(true);
    await expect.poll(() => document.activeElement?.id).toBe('lock-passkey');
    expect(find('#lock-password')).toBeNull();
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => workspace.lock.isLocked()).toBe(false);
  });

  test('without the function for secrets changes nothing, and it says so', async () => {
    await addAuthenticator(false);
    const { workspace, spoken } = await openSettings('safe');
    find('#safe-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'lacks the function')).toBe(1);
    expect(document.activeElement?.id).toBe('safe-passkey');
    expect(workspace.storage.door.locks).toBeUndefined();
    await checkAxe();
  });

  test('that is not given changes nothing, and it says so', async () => {
    const { verifies } = await addAuthenticator(true);
    await verifies(false);
    const { workspace, spoken } = await openSettings('safe');
    find('#safe-passkey')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => said(spoken, 'No passkey was set up.')).toBe(1);
    expect(workspace.storage.door.locks).toBeUndefined();
  });
});
