import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFiles } from '../support/built-files.ts';
import { type OpenBuild, openBuild, startChat } from '../support/open-build.ts';
import {
  faintTexts,
  focusRing,
  longLines,
  overflowing,
  smallTargets,
} from '../support/page-checks.ts';
import { walkScreens } from '../support/walk-screens.ts';

let build: OpenBuild;

beforeAll(async () => {
  build = await openBuild();
});
afterAll(() => build?.close());

type Options = Parameters<OpenBuild['open']>[0];

/** Walks all screens of a fresh browser; gives what `look` finds fault with, by screen. */
const faultsOf = async (
  options: Options,
  look: (page: Page, screen: string) => Promise<readonly string[]>,
  prepare?: (page: Page) => Promise<unknown>,
) => {
  const page = await build.open(options);
  await prepare?.(page);
  const faults: string[] = [];
  await walkScreens(page, startChat, async (screen) => {
    faults.push(...(await look(page, screen)).map((fault) => `${screen}: ${fault}`));
  });
  await page.context().close();
  return faults;
};
const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

it('A51: every target is 44 pixels high and wide, and 56 with large targets', async () => {
  const look = async (page: Page) => {
    const normal = await page.evaluate(smallTargets, 44);
    await page.evaluate(() => document.documentElement.classList.add('large-targets'));
    const large = await page.evaluate(smallTargets, 56);
    await page.evaluate(() => document.documentElement.classList.remove('large-targets'));
    return [...normal, ...large.map((fault) => `large: ${fault}`)];
  };
  expect(await faultsOf({ viewport: wide }, look)).toEqual([]);
});

describe('A53: no screen scrolls sideways or cuts text off', () => {
  it.each([
    ['at 320 pixels in English', { viewport: narrow }],
    ['at 320 pixels in Chinese', { viewport: narrow, locale: 'zh-CN' }],
    ['at 400 % zoom', { viewport: { width: 320, height: 256 } }],
    ['in a wide window', { viewport: wide }],
  ])('%s', async (_, options) => {
    expect(await faultsOf(options, (page) => page.evaluate(overflowing))).toEqual([]);
  });

  it('with text at 200 %', async () => {
    const page = await build.open({ viewport: wide });
    await page.evaluate(() => localStorage.setItem('harebell-early', '{"textSize":200}'));
    await page.reload();
    await page.waitForSelector('#content h1');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    );
    const faults: string[] = [];
    await walkScreens(page, startChat, async (screen) => {
      const found = await page.evaluate(overflowing);
      faults.push(...found.map((fault) => `${screen}: ${fault}`));
    });
    await page.context().close();
    expect(faults).toEqual([]);
  });

  it('with more space between lines, words and letters', async () => {
    const spaced = (page: Page) =>
      page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
        );
        document.adoptedStyleSheets = [sheet];
      });
    const look = (page: Page) => page.evaluate(overflowing);
    expect(await faultsOf({ viewport: narrow }, look, spaced)).toEqual([]);
  });

  it('with texts half as long again', async () => {
    const longer = (value: unknown): unknown => {
      if (typeof value !== 'string')
        return Object.fromEntries(
          Object.entries(value as object).map(([key, part]) => [key, longer(part)]),
        );
      const letters = value.replaceAll(/\{\{.*?\}\}/g, '').trim();
      const more = letters.slice(0, Math.ceil(letters.length / 2)).replaceAll('e', 'é');
      return more.length < 2 ? value : `${value}${value.includes(' ') ? ' ' : ''}${more}`;
    };
    const locale = longer(JSON.parse(readFileSync('locales/en.json', 'utf8')));
    const written = JSON.stringify(JSON.stringify(locale));
    const page = await build.open({ viewport: wide });
    let replaced = 0;
    const english = await builtFiles('en');
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();
      const code = await response.text();
      const isLocale = english.includes(new URL(route.request().url()).pathname);
      const body = code.replace(/JSON\.parse\((`|"|')(?:\\.|(?!\1)[^\\])*\1\)/, () => {
        replaced += 1;
        return `JSON.parse(${written})`;
      });
      await route.fulfill({ response, body: isLocale ? body : code });
    });
    await page.reload();
    await page.waitForSelector('#content h1');
    const faults: string[] = [];
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport);
      await walkScreens(page, startChat, async (screen) => {
        const found = await page.evaluate(overflowing);
        faults.push(...found.map((fault) => `${viewport.width} ${screen}: ${fault}`));
      });
      expect(await page.textContent('#practise-again')).toContain('Another practice Anoth');
      await page.click('#page > .row button:last-child');
      await page.waitForSelector('#start-practise');
    }
    await page.context().close();
    expect(replaced).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });
});

it('A53: at 320 pixels the desk is one column, and the reply box takes at most 40 %', async () => {
  for (const height of [640, 256]) {
    const page = await build.open({ viewport: { width: 320, height } });
    await startChat(page);
    await page.fill('#reply', 'A long reply.\n'.repeat(30));
    const box = await page.locator('#reply').boundingBox();
    expect(box?.height).toBeLessThanOrEqual(height * 0.4 + 1);
    const lefts = await page.$$eval('.shell.desk > *', (parts) =>
      parts.slice(1).map((part) => Math.round(part.getBoundingClientRect().left)),
    );
    expect(new Set(lefts).size).toBe(1);
    await page.context().close();
  }
});

describe('A53: with little room most of the window is for the conversation', () => {
  const edges = (page: Page, selector: string) =>
    page.$eval(selector, (element) => {
      const { top, bottom, height } = element.getBoundingClientRect();
      return { top, bottom, height, fromStart: top + scrollY };
    });

  it.each(['en-US', 'zh-CN'])('in %s, at 320 by 640 pixels', async (locale) => {
    const page = await build.open({ viewport: narrow, locale });
    expect((await edges(page, '.top')).height).toBeLessThanOrEqual(110);
    await startChat(page);
    expect((await edges(page, '.top')).height).toBeLessThanOrEqual(640 * 0.4);
    expect((await edges(page, '.conversation h1')).fromStart).toBeLessThan(640 * 0.8);
    // Whoever writes sees what is answered, and the button that sends it.
    expect((await edges(page, '.message.customer')).top).toBeGreaterThanOrEqual(0);
    expect((await edges(page, '.composer .primary')).bottom).toBeLessThanOrEqual(640);
    expect(await page.evaluate(smallTargets, 44)).toEqual([]);
    await page.context().close();
  });

  it('at 400 % zoom an empty reply box is one line, and grows with what is written', async () => {
    const page = await build.open({ viewport: { width: 320, height: 256 } });
    await startChat(page);
    expect((await edges(page, '#reply')).height).toBeLessThanOrEqual(256 / 4);
    await page.keyboard.insertText('One line.\nAnd another.');
    expect((await edges(page, '#reply')).height).toBeGreaterThan(256 / 4);
    await page.context().close();
  });

  it('names that are not seen for want of room are still there to hear', async () => {
    const page = await build.open({ viewport: narrow });
    await startChat(page);
    const devTools = await page.context().newCDPSession(page);
    const { nodes } = await devTools.send('Accessibility.getFullAXTree');
    const names = nodes
      .filter(({ role }) => role?.value === 'combobox')
      .map(({ name }) => name?.value);
    expect(names).toEqual(['Language', 'Availability', 'Chats at once']);
    await page.context().close();
  });
});

it('A51: the wrap-up has its targets also where no other form was open before', async () => {
  const page = await build.open({ viewport: wide });
  await startChat(page);
  await page.click('#end-button');
  await page.click('#end-dialog .primary');
  await page.waitForSelector('.wrap-up .primary');
  expect(await page.evaluate(smallTargets, 44)).toEqual([]);
  await page.context().close();
});

it('A54: in forced colours what is chosen, counted and focused still has borders', async () => {
  const page = await build.open({ viewport: wide, forcedColors: 'active' });
  await startChat(page, 'rush');
  await page.keyboard.press('Alt+j');
  await page.keyboard.press('d');
  const style = (selector: string) =>
    page.$eval(selector, (element) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth } =
        getComputedStyle(element);
      return { borderTopWidth, borderTopStyle, borderTopColor, outlineStyle, outlineWidth };
    });
  const chosen = await style('.option[aria-selected=true]');
  expect(Number.parseFloat(chosen.borderTopWidth)).toBeGreaterThanOrEqual(2);
  expect(chosen.borderTopStyle).toBe('solid');
  expect(chosen.outlineStyle).toBe('solid');
  expect(Number.parseFloat(chosen.outlineWidth)).toBeGreaterThanOrEqual(2);
  for (const selector of ['.composer .primary', '#reply', '.message.customer', '.list'])
    expect(Number.parseFloat((await style(selector)).borderTopWidth), selector).toBeGreaterThan(0);
  await page.context().close();
});

describe('A55', () => {
  it.each(['light', 'dark', 'contrast'])(
    'text has a contrast of 7:1 in the theme %s',
    async (theme) => {
      const look = async (page: Page) => {
        await page.evaluate((name) => {
          document.documentElement.dataset['theme'] = name;
          const still = new CSSStyleSheet();
          still.replaceSync('*{transition:none!important}');
          document.adoptedStyleSheets = [still];
        }, theme);
        return page.evaluate(faintTexts, 7);
      };
      expect(await faultsOf({ viewport: wide }, look)).toEqual([]);
    },
  );

  it('lines of running text are at most 40 em wide', async () => {
    const look = (page: Page) => page.evaluate(longLines);
    expect(await faultsOf({ viewport: { width: 1920, height: 1000 } }, look)).toEqual([]);
  });

  it('every tab stop of the desk shows a ring of two pixels at least, in view', async () => {
    const page = await build.open({ viewport: wide });
    await startChat(page);
    const rings = [];
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(focusRing);
      if (ring.what.startsWith('BODY')) continue;
      rings.push(ring);
    }
    await page.context().close();
    expect(rings.length).toBeGreaterThan(10);
    expect(rings.filter(({ width, style }) => width < 2 || style === 'none')).toEqual([]);
    expect(rings.filter(({ isInView }) => !isInView)).toEqual([]);
  });
});
