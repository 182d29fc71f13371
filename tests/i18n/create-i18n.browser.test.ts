import { createRoot, createSignal } from 'solid-js';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createI18n,
  type LoadLocale,
  type LocalePart,
  loadLocale,
} from '../../src/i18n/create-i18n.ts';
import type { Locale } from '../../src/i18n/create-translator.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';

const locales = {
  en: {
    first: { app: { name: 'Desk' } },
    later: { debrief: { title: 'Help' } },
    settings: { settings: { toStart: 'Settings' } },
  },
  'zh-CN': {
    first: { app: { name: '工作台' } },
    later: { debrief: { title: '帮助' } },
    settings: { settings: { toStart: '设置' } },
  },
} as unknown as Record<InterfaceLanguage, Record<LocalePart, Partial<Locale>>>;

/** Sentences whose files come, or fail to come, when the test says so. */
const setUp = (start: InterfaceLanguage = 'en') => {
  const files: { name: string; come(): void; fail(): void }[] = [];
  const load: LoadLocale = (language, part) =>
    new Promise((resolve, reject) => {
      files.push({
        name: `${language} ${part}`,
        come: () => resolve(locales[language][part]),
        fail: () => reject(new Error('no link')),
      });
    });
  let errors = 0;
  const [wanted, setWanted] = createSignal(start);
  const i18n = createRoot((dispose) => {
    onTestFinished(dispose);
    return createI18n(
      wanted,
      locales[start].first,
      () => {
        errors += 1;
      },
      load,
    );
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    ...i18n,
    setWanted,
    errors: () => errors,
    asked: () => files.map(({ name }) => name),
    /** Lets the files come (or fail) whose names begin so. */
    come: async (name: string) => {
      for (const file of files) if (file.name.startsWith(name)) file.come();
      await settle();
    },
    fail: async (name: string) => {
      for (const file of files) if (file.name.startsWith(name)) file.fail();
      await settle();
    },
    settle,
  };
};

describe('the later part', () => {
  test('is asked for by the first who needs it, once, and stands beside the first', async () => {
    const { t, complete, asked, come } = setUp();
    expect(t('app.name')).toBe('Desk');
    expect(t('debrief.title')).toBe('debrief.title');
    expect(asked()).toEqual([]);
    const both = Promise.all([complete(), complete()]);
    expect(asked()).toEqual(['en later']);
    await come('en later');
    await both;
    expect(t('debrief.title')).toBe('Help');
    expect(t('app.name')).toBe('Desk');
    await complete();
    expect(asked()).toEqual(['en later']);
  });

  test('that cannot be fetched is a refusal, and the next one who asks tries again', async () => {
    const { t, complete, asked, come, fail, errors } = setUp();
    const first = complete();
    await Promise.all([expect(first).rejects.toThrow('no link'), fail('en later')]);
    expect(errors()).toBe(0);
    const second = complete();
    expect(asked()).toEqual(['en later', 'en later']);
    await come('en later');
    await second;
    expect(t('debrief.title')).toBe('Help');
  });
});

describe('the sentences of the settings', () => {
  test('bring the later part with them, each once', async () => {
    const { t, complete, asked, come } = setUp();
    const ready = Promise.all([complete('settings'), complete(), complete('settings')]);
    expect(asked().toSorted()).toEqual(['en later', 'en settings']);
    await come('en');
    await ready;
    expect([t('debrief.title'), t('settings.toStart')]).toEqual(['Help', 'Settings']);
  });

  test('follow the language once they were asked for', async () => {
    const { t, complete, setWanted, asked, come } = setUp();
    const ready = complete('settings');
    await come('en');
    await ready;
    setWanted('zh-CN');
    expect(asked()).toContain('zh-CN settings');
    await come('zh-CN');
    expect([t('app.name'), t('settings.toStart')]).toEqual(['工作台', '设置']);
  });

  test('asked for while another language is on its way, they come in both', async () => {
    const { t, language, complete, setWanted, come } = setUp();
    setWanted('zh-CN');
    const ready = complete('settings');
    await come('en');
    await ready;
    expect(t('settings.toStart')).toBe('Settings');
    await come('zh-CN');
    expect(language()).toBe('en');
    await come('zh-CN');
    expect([language(), t('settings.toStart')]).toEqual(['zh-CN', '设置']);
  });

  test('that cannot be fetched are a refusal; the next one who asks tries again', async () => {
    const { t, complete, come, fail } = setUp();
    const first = complete('settings');
    await Promise.all([
      expect(first).rejects.toThrow('no link'),
      come('en later').then(() => fail('en settings')),
    ]);
    const second = complete('settings');
    await come('en settings');
    await second;
    expect([t('debrief.title'), t('settings.toStart')]).toEqual(['Help', 'Settings']);
  });
});

describe('another language', () => {
  test('comes whole: until all of it is there, the old one is what is shown', async () => {
    const { t, language, setWanted, asked, come } = setUp();
    setWanted('zh-CN');
    expect(asked()).toEqual(['zh-CN first', 'zh-CN later']);
    await come('zh-CN first');
    expect([language(), t('app.name')]).toEqual(['en', 'Desk']);
    await come('zh-CN later');
    expect([language(), t('app.name'), t('debrief.title')]).toEqual(['zh-CN', '工作台', '帮助']);
  });

  test('that is there needs nothing more to be complete', async () => {
    const { complete, setWanted, asked, come } = setUp();
    setWanted('zh-CN');
    await come('zh-CN');
    await complete();
    expect(asked()).toHaveLength(2);
  });

  test('whose file fails leaves the old one and says so once', async () => {
    const { t, language, setWanted, fail, errors } = setUp();
    setWanted('zh-CN');
    await fail('zh-CN');
    expect(errors()).toBe(1);
    expect([language(), t('app.name')]).toEqual(['en', 'Desk']);
  });

  test('can be asked for again after it failed', async () => {
    const { t, setWanted, fail, come, asked } = setUp();
    setWanted('zh-CN');
    await fail('zh-CN');
    setWanted('en');
    setWanted('zh-CN');
    expect(asked().filter((name) => name === 'zh-CN first')).toHaveLength(2);
    await come('zh-CN');
    expect(t('app.name')).toBe('工作台');
  });
});

describe('a change of mind while it loads', () => {
  test('the one that is wanted last is shown, also if the other comes last', async () => {
    const { t, language, setWanted, come } = setUp();
    setWanted('zh-CN');
    setWanted('en');
    await come('en');
    await come('zh-CN');
    expect([language(), t('app.name'), t('debrief.title')]).toEqual(['en', 'Desk', 'Help']);
  });

  test('what came for nothing does not count as the rest of what is shown', async () => {
    const { t, setWanted, complete, come, fail } = setUp();
    setWanted('zh-CN');
    setWanted('en');
    await come('zh-CN');
    await fail('en');
    const rest = complete();
    await come('en later');
    await rest;
    expect(t('debrief.title')).toBe('Help');
  });

  test('a later part that comes after the switch does not mix two languages', async () => {
    const { t, complete, setWanted, come } = setUp();
    const rest = complete();
    setWanted('zh-CN');
    await come('zh-CN');
    await come('en later');
    await rest;
    expect(t('debrief.title')).toBe('帮助');
  });
});

test.each(['en', 'zh-CN'] as const)(
  'the files of %s share no section between their parts',
  async (language) => {
    const [first, later, settings] = await Promise.all([
      loadLocale(language, 'first'),
      loadLocale(language, 'later'),
      loadLocale(language, 'settings'),
    ]);
    expect(Object.keys(first)).toContain('app');
    expect(Object.keys(later)).toContain('debrief');
    expect(Object.keys(settings)).toContain('settings');
    const all = [first, later, settings].flatMap((part) => Object.keys(part));
    expect(all).toEqual([...new Set(all)]);
  },
);
