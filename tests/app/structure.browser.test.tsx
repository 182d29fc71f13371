import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { checkAxe } from '../support/check-axe.ts';
import { fillDesk, screens, tabStops, visit } from '../support/desk-screens.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

const landmarkRoles = new Set([
  'banner',
  'main',
  'complementary',
  'contentinfo',
  'navigation',
  'region',
  'search',
  'form',
]);

const nameOf = (element: Element): string => {
  const by = element.getAttribute('aria-labelledby');
  const text = by ? document.getElementById(by)?.textContent : element.getAttribute('aria-label');
  return text?.trim() ?? '';
};

/** Landmarks as the accessibility tree has them: a section or form counts only with a name. */
const landmarks = () =>
  [...document.querySelectorAll('header, main, aside, nav, footer, search, section, form, [role]')]
    .map((element) => {
      const named = nameOf(element) !== '';
      const inner = element.parentElement?.closest('main, aside, article, section') != null;
      const implied: Readonly<Record<string, string | undefined>> = {
        HEADER: inner ? undefined : 'banner',
        FOOTER: inner ? undefined : 'contentinfo',
        MAIN: 'main',
        ASIDE: 'complementary',
        NAV: 'navigation',
        SEARCH: 'search',
        SECTION: named ? 'region' : undefined,
        FORM: named ? 'form' : undefined,
      };
      const role = element.getAttribute('role') ?? implied[element.tagName] ?? '';
      return { role, name: nameOf(element) };
    })
    .filter(({ role }) => landmarkRoles.has(role));

const accessibleName = (element: Element): string =>
  (
    nameOf(element) ||
    [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent).join(' ') ||
    element.textContent ||
    ''
  ).trim();

const open = async (): Promise<OpenDesk> => {
  const desk = await openDesk();
  await fillDesk(desk);
  return desk;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe.each(screens.filter((screen) => screen !== 'debrief'))('%s', (screen) => {
  it('A1: has at most six landmarks, each with a unique name, and one main', async () => {
    const desk = await open();
    desk.workspace.notify('Storage is full.');
    await visit(desk, screen);
    const found = landmarks();
    expect(found.filter(({ role }) => role === 'main')).toHaveLength(1);
    expect(found.length).toBeLessThanOrEqual(6);
    const names = found.map(({ role, name }) => `${role} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('A3: has one first heading, and headings skip no level', async () => {
    await visit(await open(), screen);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const main = [...document.querySelectorAll('main :is(h1, h2, h3, h4)')]
      .filter((heading) => heading.checkVisibility())
      .map(({ tagName }) => Number(tagName[1]));
    for (const [index, level] of main.entries())
      expect(level).toBeLessThanOrEqual((main[index - 1] ?? 0) + 1);
  });

  it('A50: has at most 25 tab stops', async () => {
    await visit(await open(), screen);
    const stops = await tabStops();
    expect(stops.length).toBeGreaterThan(4);
    expect(stops.length).toBeLessThanOrEqual(25);
  });

  it('A48: each control has a name that begins with what is seen, and no two are alike', async () => {
    await visit(await open(), screen);
    const names: string[] = [];
    for (const control of document.querySelectorAll('button, a[href], summary, input, select')) {
      if (!control.checkVisibility()) continue;
      const name = accessibleName(control);
      expect(name, control.outerHTML).not.toBe('');
      const seen = control.matches('button, a, summary') ? (control.textContent ?? '').trim() : '';
      expect(name.startsWith(seen), `${name} begins with ${seen}`).toBe(true);
      const sort = control.tagName + (control.getAttribute('type') ?? '');
      if (!control.matches('[type=radio]')) names.push(`${sort} ${name}`);
    }
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(['en', 'zh-CN'] as const)('A1, A48: satisfies axe in %s', async (language) => {
    const desk = await open();
    await visit(desk, screen);
    desk.workspace.changeSettings({ language });
    await expect.poll(() => document.documentElement.lang).toBe(language);
    await checkAxe();
  });
});

describe('A3: headings on messages', () => {
  it('are there only if they are asked for', async () => {
    const desk = await open();
    expect(document.querySelectorAll('[role=log] h2')).toHaveLength(0);
    desk.workspace.changeSettings({ messageHeadings: true });
    await expect.poll(() => document.querySelectorAll('[role=log] h2').length).toBe(3);
    await checkAxe();
  });
});
