import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Settings } from '../../src/domain/settings.ts';
import { checkAxe } from '../support/check-axe.ts';
import { openDesk } from '../support/open-desk.tsx';

const find = <T extends HTMLElement = HTMLElement>(selector: string) =>
  document.querySelector<T>(selector) as T;
const options = () => [...document.querySelectorAll<HTMLElement>('#canned-list [role=option]')];
const labels = () => options().map(({ ariaLabel }) => ariaLabel);
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === name,
  ) as HTMLButtonElement;
const focused = () => document.activeElement as HTMLElement;
const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 5000 }).toBe(true);

const open = async (settings: Partial<Settings> = {}) => {
  const desk = await openDesk({ settings });
  desk.workspace.router.go('canned-responses');
  await until(() => options().length > 0);
  return desk;
};
const upload = async (text: string, name: string) => {
  await userEvent.upload(find('#canned-file'), new File([text], name));
};

describe('the list', () => {
  test('A4: it has a heading with the focus, a title and an address', async () => {
    await open();
    expect(focused().tagName).toBe('H1');
    expect(document.title).toBe('Canned responses – Harebell');
    expect(location.hash).toBe('#/canned-responses');
  });

  test('is one tab stop; arrows, Home and End move in it and show what is there', async () => {
    await open();
    find('#canned-new').focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe(options()[0]);
    await userEvent.keyboard('{ArrowDown}');
    expect(focused().ariaLabel).toBe('Good morning, /morning');
    expect(focused().ariaSelected).toBe('true');
    expect(find('#canned-details').textContent).toBe('Good morning');
    expect(find('.response .text').lang).toBe('en');
    await userEvent.keyboard('{End}');
    expect(focused()).toBe(options().at(-1));
    await userEvent.keyboard('{ArrowDown}{Home}');
    expect(focused()).toBe(options()[0]);
    await userEvent.keyboard('{Tab}');
    expect(focused().id).toBe('canned-edit');
  });

  test('is searched as the picker is, pinyin initials too, and narrowed by folder', async () => {
    await open();
    const all = options().length;
    await userEvent.type(find('#canned-search'), 'qmstp');
    expect(labels()).toEqual(['Please describe the picture, /picture']);
    await userEvent.clear(find('#canned-search'));
    await userEvent.selectOptions(find('#canned-in'), 'greetings');
    expect(options().length).toBeGreaterThan(1);
    expect(options().length).toBeLessThan(all);
    await userEvent.type(find('#canned-search'), 'zzzz');
    expect(options()).toEqual([]);
    expect(find('.library').textContent).toContain('No canned response found.');
  });

  test('A50: the whole screen has at most 25 tab stops, with something to undo and an offer', async () => {
    const { connector } = await open();
    connector.offer('Mo');
    options()[0]?.focus();
    await userEvent.keyboard('{Delete}');
    const stops = [
      ...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,[tabindex]'),
    ].filter((element) => element.tabIndex >= 0 && element.checkVisibility());
    expect(stops.length).toBeLessThanOrEqual(25);
  });
});

describe('deleting', () => {
  test('is said, shown and undone; the focus stays in the list', async () => {
    const { spoken } = await open();
    const before = labels();
    options()[1]?.focus();
    await userEvent.keyboard('{Delete}');
    expect(labels()).toEqual(before.filter((_, at) => at !== 1));
    expect(focused()).toBe(options()[1]);
    expect(find('.note').textContent).toContain('“Good morning” deleted.');
    await until(() => spoken.includes('“Good morning” deleted.'));
    await userEvent.click(button('Undo deleting “Good morning”'));
    expect(labels()).toEqual(before);
    expect(focused()).toBe(options()[1]);
    await until(() => spoken.includes('Taken back.'));
  });

  test('the last one leaves the focus in the search field', async () => {
    await open();
    await userEvent.type(find('#canned-search'), 'qmstp');
    await userEvent.click(find('#canned-delete'));
    expect(options()).toEqual([]);
    expect(focused().id).toBe('canned-search');
  });
});

describe('the form', () => {
  test('adds a response, which is then chosen in the list and used by the picker', async () => {
    const { connector, workspace, spoken } = await open();
    find('#canned-new').focus();
    await userEvent.keyboard('{Enter}');
    expect(focused().tagName).toBe('H2');
    await userEvent.keyboard('{Tab}Shipping abroad{Tab}/Abroad{Tab}Delivery{Tab}');
    await userEvent.fill(focused(), 'We ship to {country}.');
    await userEvent.keyboard('{Tab}');
    await userEvent.fill(focused(), '我们可以寄到{国家}。');
    await userEvent.keyboard('{Tab}{Enter}');
    await until(() => spoken.includes('“Shipping abroad” added.'));
    expect(focused().ariaLabel).toBe('Shipping abroad, /abroad');
    expect(find('.response .meta').textContent).toContain('Delivery');
    // Ours of that name, not a second one.
    expect(
      [...find<HTMLSelectElement>('#canned-in').options].filter(({ text }) =>
        text.startsWith('Delivery'),
      ),
    ).toHaveLength(1);

    workspace.router.go('desk');
    connector.open('Lin');
    workspace.session()?.select('lin');
    await until(() => find('#reply') !== null);
    find('#reply').focus();
    await userEvent.keyboard('/');
    await until(() => find('#canned-query') !== null);
    await userEvent.keyboard('abroad{Enter}');
    await until(() => find<HTMLTextAreaElement>('#reply').value === 'We ship to {country}.');
  });

  test('A61: mistakes get a summary with the focus, words at the fields, and values stay', async () => {
    await open();
    await userEvent.click(find('#canned-new'));
    await userEvent.type(find('#canned-shortcut'), 'two words');
    await userEvent.click(button('Save'));
    await until(() => focused().className === 'error-summary');
    expect(focused().textContent).toContain('Not saved: there are 3 problems');
    const shortcut = find<HTMLInputElement>('#canned-shortcut');
    expect(shortcut.value).toBe('two words');
    expect(shortcut.getAttribute('aria-invalid')).toBe('true');
    const described = (shortcut.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
      'Use letters, digits, hyphens or underscores',
    );
    await checkAxe();
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    expect(focused()).toBe(shortcut);
    await userEvent.keyboard('{Control>}a{/Control}hi');
    await userEvent.keyboard('{Enter}');
    expect(find('.error-summary').textContent).toContain(
      '“Greeting” already has the shortcut “hi”. Choose another.',
    );
  });

  test('edits in place; cancelling changes nothing and gives the focus back', async () => {
    await open();
    options()[0]?.focus();
    await userEvent.keyboard('{Enter}');
    expect(focused().textContent).toBe('Edit “Greeting”');
    await userEvent.type(find('#canned-title'), ' of mine');
    await userEvent.click(button('Cancel'));
    expect(labels()[0]).toBe('Greeting, /hi');
    expect(focused().id).toBe('canned-edit');
    await userEvent.keyboard('{Enter}');
    await userEvent.type(find('#canned-title'), ' of mine');
    await userEvent.click(button('Save'));
    expect(labels()[0]).toBe('Greeting of mine, /hi');
    expect(focused()).toBe(options()[0]);
    await userEvent.click(button('Undo the change of “Greeting”'));
    expect(labels()[0]).toBe('Greeting, /hi');
    expect(focused()).toBe(options()[0]);
  });
});

describe('files', () => {
  test('an import says what will change before it does, and is undone at once', async () => {
    const { spoken } = await open();
    const before = labels();
    await upload('shortcut,title,text\nhi,Mine,Hi there.\nnew,Fresh,Something new.\n', 'mine.csv');
    await until(() => focused().tagName === 'H3');
    expect(focused().textContent).toBe('Import “mine.csv”?');
    expect(find('#canned-counts').textContent).toBe(
      'The file has 2 responses. 1 is new. 1 has a shortcut that you use already.',
    );
    expect(labels()).toEqual(before);
    await checkAxe();
    await userEvent.click(find('[value=replace]'));
    await userEvent.click(button('Import'));
    await until(() => spoken.includes('1 added, 1 replaced, 0 of yours kept.'));
    expect(labels()[0]).toBe('Mine, /hi');
    expect(labels().at(-1)).toBe('Fresh, /new');
    expect(focused().id).toBe('canned-file');
    await userEvent.click(button('Undo the last import or reset'));
    expect(labels()).toEqual(before);
  });

  test.each([
    ['broken JSON', '{"kind": "harebell-canned-responses",\n oops', 'a.json', 'line 2, column 2'],
    ['another kind', '<html></html>', 'page.html', 'This is not a file of canned responses.'],
    ['a mistake in an entry', 'shortcut,text\nok,Fine\n,None', 'b.csv', 'line 3'],
    ['too large', 'x'.repeat(1_048_577), 'big.csv', 'larger than 1 MB'],
  ])('%s: nothing changes, and the message says where', async (_title, text, name, words) => {
    await open();
    const before = labels();
    await upload(text, name);
    await until(() => focused().className === 'error-summary');
    expect(focused().textContent).toContain(words);
    expect(labels()).toEqual(before);
    // The same file, mended, is taken.
    await upload('shortcut,text\nnew,Something new.', name.replace('json', 'csv'));
    await until(() => focused().tagName === 'H3');
    expect(find('.error-summary')).toBeNull();
  });

  test('what is saved can be imported again', async () => {
    await open();
    const saved: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return '#saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await userEvent.click(button('Save all as JSON'));
    await userEvent.click(button('Save all as CSV'));
    vi.restoreAllMocks();
    expect(names).toEqual(['canned-responses.json', 'canned-responses.csv']);
    const count = options().length;
    for (const [at, name] of names.entries()) {
      await upload(await (saved[at] as Blob).text(), name);
      await until(() => focused().tagName === 'H3');
      expect(find('#canned-counts').textContent).toContain(
        `The file has ${count} responses. ${count} have shortcuts that you use already.`,
      );
      await userEvent.keyboard('{Escape}');
      expect(focused().id).toBe('canned-file');
    }
  });

  test('A18: going back to the starter library asks first and can be undone', async () => {
    await open();
    const before = labels();
    options()[0]?.focus();
    await userEvent.keyboard('{Delete}');
    await userEvent.click(find('#canned-reset'));
    expect(find('#canned-reset-dialog').role).toBe('dialog');
    expect(focused().textContent).toBe('Keep mine');
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    expect(labels()).toHaveLength(before.length - 1);
    expect(focused().id).toBe('canned-reset');
    await userEvent.keyboard('{Enter}{Tab}{Enter}');
    await until(() => labels().length === before.length);
    expect(labels()).toEqual(before);
    await userEvent.click(button('Undo the last import or reset'));
    expect(labels()).toHaveLength(before.length - 1);
  });
});

test('axe finds nothing in the library and in the form, in both languages', async () => {
  const { workspace } = await open();
  await checkAxe();
  await userEvent.click(find('#canned-new'));
  await checkAxe();
  await userEvent.click(button('Cancel'));
  workspace.changeSettings({ language: 'zh-CN' });
  await until(() => labels()[0] === '问候，/hi');
  await checkAxe();
});
