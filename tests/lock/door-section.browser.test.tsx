import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { createId } from '../../src/shared/id.ts';
import { request } from '../outbox/open-storage-rig.ts';
import { checkAxe } from '../support/check-axe.ts';
import { lockedDatabase, phrase } from '../support/lock-desk-database.ts';
import { openDesk } from '../support/open-desk.tsx';

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const field = () => find<HTMLInputElement>('#door-passphrase');
const times = (spoken: readonly string[], words: string) =>
  spoken.filter((text) => text.includes(words)).length;

/** A start page whose data are locked. */
const openLocked = async (settings = {}) => {
  const database = await lockedDatabase();
  const desk = await openDesk({ database, signedOut: true, settings });
  await expect.poll(field).not.toBeNull();
  return { ...desk, database };
};
const type = async (typed: string) => {
  await userEvent.fill(field() as HTMLElement, typed);
  await userEvent.keyboard('{Enter}');
};

describe('a desk whose data are locked', () => {
  test('asks at the top, is heard once, and has the field ready', async () => {
    const { spoken } = await openLocked();
    expect(document.activeElement).toBe(field());
    await expect.poll(() => times(spoken, 'You can unlock it at the top')).toBe(1);
    expect(field()?.type).toBe('password');
    expect(find('.door')?.textContent).toContain('You can practise without it');
    await checkAxe();
  });

  test('wrong ones are said plainly, cost nothing, and leave the focus where it is', async () => {
    const { spoken, workspace } = await openLocked();
    for (const [index, wrong] of ['four words', 'x', ''].entries()) {
      await type(wrong);
      await expect.poll(() => times(spoken, 'That is not the passphrase')).toBe(index + 1);
      expect(document.activeElement).toBe(field());
      expect(field()?.getAttribute('aria-invalid')).toBe('true');
      expect(find('#door-passphrase-error')?.textContent).toContain('Nothing is lost');
    }
    await checkAxe();
    await type(phrase);
    await expect.poll(() => find('.door')).toBeNull();
    await expect.poll(() => times(spoken, 'Unlocked. What was kept is here again.')).toBe(1);
    expect(document.activeElement?.tagName).toBe('H1');
    expect(await workspace.storage.get('notes', 'lin')).toEqual({ text: 'prefers calls' });
  });

  test('what is typed can be shown, with the keyboard alone', async () => {
    await openLocked();
    await userEvent.keyboard('四个词');
    await userEvent.tab();
    expect(document.activeElement?.id).toBe('door-show');
    await userEvent.keyboard(' ');
    expect(field()?.type).toBe('text');
    // In the clear it must not be kept to restore the tab.
    expect(field()?.autocomplete).toBe('off');
    await userEvent.tab();
    expect(document.activeElement?.id).toBe('door-open');
    await userEvent.tab();
    expect(document.activeElement?.id).toBe('door-forgotten');
  });

  test('whoever is at work already is not taken away from it', async () => {
    const database = await lockedDatabase();
    const opening = openDesk({ database, signedOut: true });
    await expect.poll(() => find('#start-practise')).not.toBeNull();
    find('#start-practise')?.focus();
    await opening;
    await expect.poll(field).not.toBeNull();
    expect(document.activeElement?.id).toBe('start-practise');
  });

  test('in Chinese, on a narrow screen, without a scroll bar', async () => {
    await page.viewport(320, 640);
    await openLocked({ language: 'zh-CN' });
    expect(find('#door-title')?.textContent).toBe('这台电脑上保存的内容已上锁');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await checkAxe();
    await page.viewport(1280, 800);
  });

  test('lets nobody sign in, whose messages could not be kept, and says why', async () => {
    const { workspace } = await openLocked();
    workspace.router.go('sign-in');
    await expect.poll(() => find('#sign-in-account')).not.toBeNull();
    await userEvent.fill(find('#sign-in-account') as HTMLElement, 'ada@example.org');
    await userEvent.fill(find('#sign-in-password') as HTMLElement, 'x');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('.error-summary')?.textContent).toContain('Unlock it at the top');
    expect(document.activeElement).toBe(find('.error-summary'));
    expect(workspace.session()).toBeUndefined();
  });
});

describe('a practice before the passphrase', () => {
  test('goes on, and what was written in it is kept once it was typed', async () => {
    const database = await lockedDatabase();
    const { connector, workspace, close } = await openDesk({ database });
    await expect.poll(field).not.toBeNull();
    connector.open('Lin');
    connector.say('Lin', 'Where is my parcel?');
    await expect.poll(() => find('#c-lin')).not.toBeNull();
    find('#c-lin')?.click();
    await expect.poll(() => find('#reply')).not.toBeNull();
    find('#reply')?.focus();
    await userEvent.keyboard('Half a reply');
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    field()?.focus();
    await type(phrase);
    await expect.poll(() => find('.door')).toBeNull();
    await expect
      .poll(() => workspace.storage.all('drafts'))
      .toMatchObject([[expect.anything(), { text: 'Half a reply' }]]);
    expect(find<HTMLTextAreaElement>('#reply')?.value).toBe('Half a reply');
    const later = new Event('beforeunload', { cancelable: true });
    dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
    await close();
  });
});

describe('starting anew', () => {
  test('names what is lost and counts what was not sent; No keeps all', async () => {
    const { workspace } = await openLocked();
    find('#door-forgotten')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => find('#anew-dialog')).not.toBeNull();
    const text = find('#anew-dialog-text')?.textContent;
    expect(text).toMatch(/drafts, notes.*settings stay.*2 messages/);
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    expect(find('#anew-dialog')).toBeNull();
    expect(document.activeElement?.id).toBe('door-forgotten');
    expect(workspace.storage.door.state).toBe('locked');
  });

  test('Yes gives up what was locked, keeps the settings, and things are kept again', async () => {
    const { workspace, spoken } = await openLocked({ language: 'zh-CN' });
    find('#door-forgotten')?.click();
    await expect.poll(() => find('#anew-dialog')).not.toBeNull();
    find('#anew-dialog .primary')?.click();
    await expect.poll(() => find('.door')).toBeNull();
    await expect.poll(() => times(spoken, '已重新开始')).toBe(1);
    await expect.poll(() => document.activeElement?.tagName).toBe('H1');
    expect(await workspace.storage.all('notes')).toEqual([]);
    expect(await workspace.storage.put('notes', 'bo', 1)).toBe(true);
    await expect
      .poll(() => workspace.storage.get('settings', 'agent'))
      .toMatchObject({ language: 'zh-CN' });
  });

  test.each([
    ['damaged', { version: 1 }, 'Its key is damaged'],
    ['of a newer desk', { version: 9 }, 'newer version of the desk'],
  ])('is offered when the key is %s', async (_, ring, words) => {
    const database = await lockedDatabase();
    const disk = await request(indexedDB.open(database));
    await request(disk.transaction('keys', 'readwrite').objectStore('keys').put(ring, 'ring'));
    disk.close();
    const { workspace } = await openDesk({ database, signedOut: true });
    await expect.poll(() => find('#door-text')?.textContent).toContain(words);
    // What stands here in other words is not shown twice; anything else stays.
    const [told, other] = ['storage.key-lost', 'storage.newer-version'] as const;
    const notices = () => document.querySelectorAll('.notices:not(.door)').length;
    workspace.notify(workspace.t(ring.version > 1 ? other : told));
    await expect.poll(notices).toBe(0);
    workspace.notify(workspace.t(ring.version > 1 ? told : other));
    await expect.poll(notices).toBe(1);
    workspace.dismissNotices();
    await checkAxe();
    await workspace.storage.put('drafts', 'c', 'typed before');
    find('#door-anew')?.click();
    await expect.poll(() => find('#anew-dialog')).not.toBeNull();
    find('#anew-dialog .primary')?.click();
    await expect.poll(() => find('.door')).toBeNull();
    await expect.poll(() => workspace.storage.durable).toBe(true);
    const next = await openStorage({ name: database, onProblem: () => undefined });
    expect(await next.get('drafts', 'c')).toBe('typed before');
    next.close();
  });

  test('is offered when the browser cannot open the database at all', async () => {
    const database = `test-${createId()}`;
    (await request(indexedDB.open(database, 1))).close();
    const { workspace } = await openDesk({ database, signedOut: true });
    workspace.notify('What the desk had kept in this browser cannot be read or written.');
    await expect.poll(() => find('#door-text')?.textContent).toContain('Restart the browser');
    find('#door-anew')?.click();
    await expect.poll(() => find('#anew-dialog-text')?.textContent).toContain('cannot be told');
    await checkAxe();
  });
});
