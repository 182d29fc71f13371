import { virtual } from '@guidepup/virtual-screen-reader';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Conversation } from '../../src/domain/conversation.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';
import { aCustomer } from '../support/samples.ts';

const reply = () => document.querySelector<HTMLTextAreaElement>('#reply') as HTMLTextAreaElement;
const query = () => document.querySelector<HTMLInputElement>('#canned-query');
const options = () => [...document.querySelectorAll<HTMLElement>('#canned-options [role=option]')];
const active = () =>
  document.getElementById(query()?.getAttribute('aria-activedescendant') ?? '')?.ariaLabel ?? '';
const selected = () => reply().value.slice(reply().selectionStart, reply().selectionEnd);
const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 5000 }).toBe(true);

const customer = aCustomer({ id: 'lin', name: 'Lin', channel: 'xmpp' });

/** A desk with one customer and the focus in the reply box. */
const serve = async (
  patch: Partial<Conversation> = {},
  settings: Partial<Settings> = {},
  draft = '',
) => {
  const desk = await openDesk({ settings: { agentName: 'Ada', ...settings } });
  desk.connector.open('Lin', { customer, ...patch });
  desk.workspace.session()?.select('lin');
  await until(() => reply() !== null);
  reply().focus();
  if (draft) await userEvent.keyboard(draft);
  return desk;
};

/** Types the slash and waits for the list. */
const typeSlash = async () => {
  await userEvent.keyboard('/');
  await until(() => document.activeElement === query() && options().length > 0);
};

describe('the picker', () => {
  test('A20: a slash opens a combobox at the caret, Enter puts the response there', async () => {
    await serve({}, {}, 'Thanks. ');
    await typeSlash();
    expect(query()?.role).toBe('combobox');
    expect(query()?.ariaExpanded).toBe('true');
    expect(document.getElementById(query()?.getAttribute('aria-controls') ?? '')?.role).toBe(
      'listbox',
    );
    expect(options().length).toBeLessThanOrEqual(50);
    await userEvent.keyboard('hi');
    expect(active()).toBe('Greeting, /hi, Hello Lin, this is Ada. How can I help you today?');
    await userEvent.keyboard('{Enter}');
    expect(query()).toBeNull();
    expect(document.activeElement).toBe(reply());
    expect(reply().value).toBe('Thanks. Hello Lin, this is Ada. How can I help you today?');
    expect(reply().selectionStart).toBe(reply().value.length);
  });

  test('A20: the first blank is selected and said, and keeps the reply from being sent', async () => {
    const { connector, spoken } = await serve();
    await typeSlash();
    await userEvent.keyboard('eta{Enter}');
    await until(() => query() === null);
    expect(selected()).toMatch(/^\{.+\}$/);
    const name = selected().slice(1, -1);
    await until(() => spoken.some((text) => text.includes(`Fill in ${name}.`)));
    await userEvent.keyboard('{Enter}');
    await until(() => spoken.some((text) => text.startsWith('Not sent.') && text.includes(name)));
    expect(connector.sent).toEqual([]);
  });

  test('several responses stack, and what was written stays', async () => {
    await serve();
    await typeSlash();
    await userEvent.keyboard('hi{Enter}');
    await userEvent.keyboard(' ');
    await typeSlash();
    await userEvent.keyboard('else{Enter}');
    expect(reply().value).toBe(
      'Hello Lin, this is Ada. How can I help you today? Is there anything else I can do for you, Lin?',
    );
    await userEvent.keyboard(' Bye');
    expect(reply().value.endsWith('Lin? Bye')).toBe(true);
  });

  test('Tab puts it there as well; arrows go round the list', async () => {
    await serve();
    await typeSlash();
    const first = active();
    await userEvent.keyboard('{ArrowDown}');
    const second = active();
    expect(second).not.toBe(first);
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(options().at(-1)?.ariaLabel);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(active()).toBe(second);
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(reply());
    expect(reply().value.startsWith('Good morning, Lin.')).toBe(true);
  });

  test('its key opens it without a slash, and Escape leaves the draft alone', async () => {
    await serve({}, {}, 'One');
    await userEvent.keyboard('{Alt>}c{/Alt}');
    await until(() => document.activeElement === query() && options().length > 0);
    expect(query()?.value).toBe('');
    expect(options().some(({ ariaLabel }) => ariaLabel?.includes('command'))).toBe(false);
    await userEvent.keyboard('zzzz{Escape}');
    expect(query()).toBeNull();
    expect(document.activeElement).toBe(reply());
    expect(reply().value).toBe('One');
  });

  test('a click puts a response there', async () => {
    await serve();
    await typeSlash();
    await userEvent.click(options()[0] as HTMLElement);
    expect(document.activeElement).toBe(reply());
    expect(reply().value.startsWith('Hello Lin')).toBe(true);
  });

  test('leaving it for something else closes it and does not pull the focus back', async () => {
    await serve();
    await typeSlash();
    const elsewhere = document.querySelector<HTMLElement>('#end-button') as HTMLElement;
    elsewhere.focus();
    await until(() => query() === null);
    expect(document.activeElement).toBe(elsewhere);
    expect(reply().value).toBe('/');
  });

  test('nothing found is said once, and shown', async () => {
    const { spoken } = await serve();
    await typeSlash();
    await userEvent.keyboard('qqqxyz');
    expect(options()).toEqual([]);
    expect(query()?.ariaExpanded).toBe('false');
    expect(document.querySelector('.picker')?.textContent).toContain('No canned response found.');
    await until(() => spoken.includes('No canned response found.'));
    expect(spoken.filter((text) => text === 'No canned response found.')).toHaveLength(1);
  });
});

describe('a slash that is meant as one', () => {
  test.each([
    ['Escape', '/', '{Escape}', '/'],
    ['Escape after letters', '/', 'usr{Escape}', '/usr'],
    ['a space', '/', ' ', '/ '],
    ['a path', '/', 'usr/', '/usr/'],
    ['Backspace takes it away', '/', '{Backspace}', ''],
  ])('%s', async (_title, slash, keys, expected) => {
    await serve({}, {}, 'See ');
    expect(slash).toBe('/');
    await typeSlash();
    await userEvent.keyboard(keys);
    expect(query()).toBeNull();
    expect(document.activeElement).toBe(reply());
    expect(reply().value).toBe(`See ${expected}`);
    await userEvent.keyboard('x');
    expect(reply().value).toBe(`See ${expected}x`);
  });

  test.each(['a/b', '1/2', 'http://'])('in %s nothing opens', async (words) => {
    await serve({}, {}, words);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(query()).toBeNull();
    expect(document.activeElement).toBe(reply());
    expect(reply().value).toBe(words);
  });
});

describe('commands', () => {
  test('A34: a word typed after the first slash runs the command of that name', async () => {
    const { spoken } = await serve();
    await typeSlash();
    await userEvent.keyboard('to');
    expect(active()).toBe('Who am I writing to?, /to, command');
    await userEvent.keyboard('{Enter}');
    expect(reply().value).toBe('');
    await until(() => spoken.includes('You are writing to Lin.'));
    expect(document.activeElement).toBe(reply());
  });

  test('they stand below the responses, and only at the beginning of a draft', async () => {
    await serve();
    await typeSlash();
    await userEvent.keyboard('re');
    const labels = options().map(({ ariaLabel }) => ariaLabel?.endsWith(', command'));
    expect(labels[0]).toBe(false);
    expect(labels.indexOf(true)).toBeGreaterThan(labels.lastIndexOf(false));
    await userEvent.keyboard('{Escape}{Control>}a{/Control}{Backspace}And ');
    await typeSlash();
    await userEvent.keyboard('re');
    expect(options().some(({ ariaLabel }) => ariaLabel?.endsWith(', command'))).toBe(false);
  });
});

describe('languages', () => {
  test('a Chinese customer gets the Chinese words, found by pinyin initials', async () => {
    const chinese = { ...customer, name: '林晓', language: 'zh-CN' };
    const { spoken } = await serve(
      { customer: chinese, language: 'zh-CN' },
      { language: 'zh-CN', agentName: '小王' },
    );
    await typeSlash();
    await userEvent.keyboard('qmstp');
    expect(active().startsWith('请描述图片，/picture，谢谢您发来的图片')).toBe(true);
    expect(document.querySelector('#canned-options .preview')?.getAttribute('lang')).toBe('zh');
    await userEvent.keyboard('{Control>}a{/Control}hi{Enter}');
    expect(reply().value).toBe('林晓您好，我是客服小王，请问有什么可以帮您？');
    expect(spoken.some((text) => text.includes('英文'))).toBe(false);
  });

  test('words that are not in the customer’s language are told', async () => {
    const { spoken } = await serve({ language: 'fr' });
    await typeSlash();
    await userEvent.keyboard('hi{Enter}');
    expect(reply().value).toBe('Hello Lin, this is Ada. How can I help you today?');
    await until(() => spoken.includes('This one is in English.'));
  });
});

test('a shortcut and Enter, typed faster than the library is read, are not lost', async () => {
  const { workspace } = await serve();
  const { get } = workspace.storage;
  let read = () => {};
  const isAsked = new Promise<void>((resolve) => {
    read = resolve;
  });
  workspace.storage.get = async (...place) => {
    await isAsked;
    return get(...place);
  };
  await userEvent.keyboard('/');
  await until(() => document.activeElement === query());
  await userEvent.keyboard('hi{Enter}');
  expect(query()).not.toBeNull();
  read();
  await until(() => reply().value.startsWith('Hello Lin'));
  expect(query()).toBeNull();
});

test('A59: two commands put their replies at the caret and leave the draft', async () => {
  const { workspace, spoken } = await serve({}, {}, 'Hm. ');
  workspace.commands.run('describe-picture');
  await until(() => reply().value.startsWith('Hm. Thank you for the picture.'));
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('x');
  workspace.commands.run('hand-over');
  await until(() => selected() === '{colleague}');
  await until(() => spoken.includes('Fill in colleague.'));
});

test('A20: a screen reader says the field, what was typed, and the line that is chosen', async () => {
  await serve();
  await typeSlash();
  await userEvent.keyboard('hi');
  await until(() => active().startsWith('Greeting'));
  query()?.blur();
  await virtual.start({ container: document.querySelector('.picker') as Element });
  query()?.focus();
  const heard = async () => (await virtual.spokenPhraseLog()).join('\n');
  await expect.poll(heard).toMatch(/combobox, Find a canned response, hi,.* expanded/);
  expect(await heard()).toContain('Greeting, /hi, Hello Lin, this is Ada.');
  await virtual.stop();
});

test('axe finds nothing in the picker, with and without results', async () => {
  await serve();
  await typeSlash();
  await checkAxe(document.querySelector('main') as Element);
  await userEvent.keyboard('qqqxyz');
  await checkAxe(document.querySelector('main') as Element);
});
