import { expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openTabLine, type TabLine } from '../../src/session/open-tab-line.ts';
import { checkAxe } from '../support/check-axe.ts';
import { lockedDatabase, phrase } from '../support/lock-desk-database.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

const find = <T extends HTMLElement>(selector: string) => document.querySelector<T>(selector);
const times = (spoken: readonly string[], words: RegExp) =>
  spoken.filter((text) => words.test(text)).length;

interface Beside extends OpenDesk {
  /** The line of a tab beside it. */
  readonly line: TabLine;
  readonly heard: readonly unknown[];
}

/** A desk, and the line on which a tab beside it speaks and hears. */
async function openBeside(options: Parameters<typeof openDesk>[0] = {}): Promise<Beside> {
  const desk = await openDesk(options);
  const line = openTabLine(`lock:${desk.workspace.storage.door.name}`);
  const heard: unknown[] = [];
  // Whether any is locked may be asked before the line stands.
  line.listen((word) => JSON.stringify(word).includes('who') || heard.push(word));
  onTestFinished(line.close);
  onTestFinished(() => find('main.lock')?.parentElement?.remove());
  await expect.poll(() => desk.workspace.lock.shared).toBeDefined();
  return { ...desk, line, heard };
}
const isLocked = async ({ workspace }: OpenDesk, on: boolean) =>
  expect.poll(() => workspace.lock.isLocked()).toBe(on);
const submit = async (typed: string) => {
  await userEvent.fill(find('#lock-password') as HTMLElement, typed);
  await userEvent.keyboard('{Enter}');
};

test('locked in another tab, it is locked here, and nobody is told twice', async () => {
  const desk = await openBeside();
  desk.workspace.lock.check = (typed) => typed === 'se cret';
  desk.line.tell({ kind: 'lock', asks: true });
  await isLocked(desk, true);
  expect(find('#app')?.hidden).toBe(true);
  expect(document.activeElement?.id).toBe('lock-password');
  await submit('wrong');
  await expect.poll(() => find('.error')?.textContent).toContain('not the password');
  await expect.poll(() => desk.spoken.at(-1)).toContain('not the password');
  expect(desk.spoken).toHaveLength(1);
  await submit('se cret');
  await isLocked(desk, false);
  await expect
    .poll(() => desk.heard)
    .toContainEqual({
      ...{ kind: 'open', typed: 'se cret', key: undefined },
    });
  await expect.poll(() => times(desk.spoken, /Unlocked/)).toBe(1);
});

test("takes no other tab's word for it where it knows the password itself", async () => {
  const desk = await openBeside();
  desk.workspace.lock.check = (typed) => typed === 'se cret';
  expect(desk.workspace.commands.run('lock')).toBe(true);
  await isLocked(desk, true);
  const lies = [{}, { typed: 'guess' }, { key: new Uint8Array(32) }, { typed: 5, key: 'key' }];
  for (const lie of lies) desk.line.tell({ kind: 'open', ...lie });
  for (const noise of ['open', null, { kind: 'attempt' }, { kind: 'else' }]) desk.line.tell(noise);
  // Words come in order: all of the above was heard before this one is answered.
  desk.line.tell({ kind: 'who' });
  await expect.poll(() => desk.heard.length).toBe(2);
  expect(desk.heard).toEqual([
    { kind: 'lock', asks: true },
    { kind: 'lock', asks: true },
  ]);
  expect(desk.workspace.lock.isLocked()).toBe(true);
  desk.line.tell({ kind: 'open', typed: 'se cret' });
  await isLocked(desk, false);
  expect(times(desk.spoken, /Unlocked/)).toBe(0);
});

test('judges what was typed in a tab that does not know the password, and opens both', async () => {
  const desk = await openBeside();
  desk.workspace.lock.check = (typed) => typed === 'se cret';
  desk.workspace.commands.run('lock');
  await isLocked(desk, true);
  desk.line.tell({ kind: 'attempt', typed: 'guess' });
  desk.line.tell({ kind: 'attempt', typed: 'se cret' });
  await isLocked(desk, false);
  expect(desk.heard.at(-1)).toMatchObject({ kind: 'open', typed: 'se cret' });
});

test('without a password of its own it has the tab that knows it judge', async () => {
  const desk = await openBeside();
  desk.workspace.commands.run('lock');
  await isLocked(desk, true);
  expect(document.activeElement?.id).toBe('lock-open');
  desk.line.tell({ kind: 'lock', asks: true });
  await expect.poll(() => document.activeElement?.id).toBe('lock-password');
  await checkAxe();
  await submit('se cret');
  await expect.poll(() => desk.heard).toContainEqual({ kind: 'attempt', typed: 'se cret' });
  expect(desk.workspace.lock.isLocked()).toBe(true);
  desk.line.tell({ kind: 'open', typed: 'se cret' });
  await isLocked(desk, false);
  await expect.poll(() => times(desk.spoken, /Unlocked/)).toBe(1);
});

test('the passphrase, typed in one tab, opens the others by the key that it gives', async () => {
  const database = await lockedDatabase();
  const desk = await openBeside({ database, signedOut: true });
  await expect.poll(() => find('#door-passphrase')).not.toBeNull();
  desk.line.tell({ kind: 'lock', asks: true });
  await isLocked(desk, true);
  await submit(phrase);
  await isLocked(desk, false);
  const { door } = desk.workspace.storage;
  await expect.poll(() => desk.heard.at(-1)).toMatchObject({ kind: 'open', key: door.key });
  expect(door.state).toBeUndefined();

  desk.workspace.commands.run('lock');
  await isLocked(desk, true);
  desk.line.tell({ kind: 'open', key: new Uint8Array(32) });
  desk.line.tell({ kind: 'open', key: door.key });
  await isLocked(desk, false);
});

test('who works in one tab keeps the others awake', async () => {
  const desk = await openBeside();
  let times = 0;
  const { shared } = desk.workspace.lock;
  if (!shared) throw new Error('The lock is not shared.');
  shared.onActive = () => {
    times += 1;
  };
  desk.line.tell({ kind: 'active' });
  await expect.poll(() => times).toBe(1);
  await userEvent.keyboard('{Shift}');
  await userEvent.keyboard('{Shift}');
  await expect.poll(() => desk.heard).toEqual([{ kind: 'active' }]);
});
