import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSettings, openTab, tabIds } from './open-settings.ts';

const main = () => document.querySelector('main') as HTMLElement;
const controls = () =>
  [...main().querySelectorAll<HTMLElement>('button, input, select, a[href], [role=option]')].filter(
    (element) => element.checkVisibility(),
  );
/** A checkbox is reached through its label, which is as large as a button. */
const target = (element: HTMLElement) =>
  element.matches('[type=checkbox]') ? (element.closest('label') ?? element) : element;
const values = () =>
  [...main().querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')].map(
    (field) =>
      field instanceof HTMLInputElement && field.type === 'checkbox' ? field.checked : field.value,
  );

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe.each(tabIds)('the group %s', (tab) => {
  it('keeps every value and the focus when the language changes', async () => {
    const { workspace } = await openSettings(tab, {
      textSize: 125,
      undoSend: 7,
      batch: 30_000,
      capacity: 5,
      theme: 'dark',
      timers: { accept: 10, wrapUp: 0, idle: 5, practice: 2 },
    });
    const before = values();
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
    const changed = new Set(before.map((value) => (value === 'en' ? 'zh-CN' : value)));
    expect(new Set(values())).toEqual(changed);
    expect(document.activeElement?.id).toBe(`tab-${tab}`);
    expect(main().textContent).not.toMatch(/settings\.\w|undefined/);
  });

  it.each(['en', 'zh-CN'] as const)(
    'A48: gives each control a name of its own, in %s',
    async (language) => {
      await openSettings(tab, { language });
      const names = [...document.querySelectorAll('label, button, [role=tab], a[href]')]
        .filter((element) => element.checkVisibility())
        .map((element) =>
          element.firstElementChild?.matches('span')
            ? element.firstElementChild.textContent
            : element.textContent,
        );
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
      expect(names).not.toContain('');
    },
  );

  it('A51: has no target under 44 pixels', async () => {
    await openSettings(tab);
    const small = controls()
      .map(target)
      .filter((element) => {
        const { height, width } = element.getBoundingClientRect();
        return height < 44 || width < 44;
      });
    expect(small.map((element) => element.outerHTML)).toEqual([]);
  });

  it('A55: shows where the focus is on every control', async () => {
    await openSettings(tab);
    document.getElementById('settings-back')?.focus();
    const seen = new Set<Element>();
    for (;;) {
      await userEvent.keyboard('{Tab}');
      const focused = document.activeElement;
      if (!focused || !main().contains(focused) || seen.has(focused)) break;
      seen.add(focused);
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect(outlineStyle, focused.outerHTML).not.toBe('none');
      expect(Number.parseFloat(outlineWidth), focused.outerHTML).toBeGreaterThanOrEqual(2);
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

it('A3: each group has one heading of the second level, named as its tab', async () => {
  await openSettings();
  for (const tab of tabIds) {
    await openTab(tab);
    const headings = [...main().querySelectorAll('h2')].map((heading) => heading.textContent);
    expect(headings).toEqual([document.getElementById(`tab-${tab}`)?.textContent]);
  }
});
