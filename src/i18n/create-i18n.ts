import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { InterfaceLanguage } from '../shared/language.ts';
import type { MessageKey, MessageValues, PluralKey, Translate } from '../shared/translate.ts';
import { createTranslator, type Locale } from './create-translator.ts';

/** Sentences that come when a screen needs them; those of the settings include the others. */
export type LaterPart = 'later' | 'settings';

/** The sentences of the first screen, those of the other screens, those of the settings. */
export type LocalePart = 'first' | LaterPart;

/** Fetches one part of a locale. */
export type LoadLocale = (
  language: InterfaceLanguage,
  part: LocalePart,
) => Promise<Partial<Locale>>;

const files = {
  en: {
    first: () => import('../../locales/en.json?first'),
    later: () => import('../../locales/en.json?later'),
    settings: () => import('../../locales/en.json?settings'),
  },
  'zh-CN': {
    first: () => import('../../locales/zh-CN.json?first'),
    later: () => import('../../locales/zh-CN.json?later'),
    settings: () => import('../../locales/zh-CN.json?settings'),
  },
};

/** The built-in locales. Each file comes in pieces (scripts/vite/locale-parts.ts). */
export const loadLocale: LoadLocale = async (language, part) =>
  (await files[language][part]()).default;

/** Sentences that follow the language, and the language in which they are now. */
export interface I18n {
  readonly t: Translate;
  /** The language of what `t` gives now; lags behind the wish until its file has come. */
  readonly language: Accessor<InterfaceLanguage>;
  /** Fetches the sentences of other screens, once; rejected when they cannot be fetched. */
  complete(part?: LaterPart): Promise<void>;
}

/**
 * Keeps the sentences in the wanted language. A file that cannot be loaded leaves the old ones.
 * @param wanted the language that the agent has set
 * @param first its first part, loaded before the first paint
 * @param onError called when a wanted language could not be loaded
 */
export function createI18n(
  wanted: Accessor<InterfaceLanguage>,
  first: Partial<Locale>,
  onError: () => void,
  load: LoadLocale = loadLocale,
): I18n {
  const [loaded, setLoaded] = createSignal({ language: wanted(), locale: first });
  const asked = new Set<LocalePart>(['first', 'later']);
  let coming = new Map<LocalePart, Promise<void>>();
  const follow = (language: InterfaceLanguage) => {
    const parts = [...asked];
    Promise.all(parts.map((part) => load(language, part))).then((pieces) => {
      if (wanted() !== language) return;
      // A screen that needs more was opened meanwhile.
      if (asked.size > parts.length) return follow(language);
      coming = new Map(parts.map((part) => [part, Promise.resolve()]));
      setLoaded({ language, locale: Object.assign({}, ...pieces) });
    }, onError);
  };
  createEffect(on(wanted, follow, { defer: true }));
  const translator = createMemo(() => createTranslator(loaded().language, loaded().locale));
  const t = (key: MessageKey | PluralKey, values?: MessageValues): string =>
    translator()(key as MessageKey, values);
  const add = async (part: LaterPart) => {
    const { language } = loaded();
    const piece = await load(language, part);
    if (loaded().language === language) {
      setLoaded({ language, locale: { ...loaded().locale, ...piece } });
    }
  };
  const complete = async (part: LaterPart = 'later') => {
    asked.add(part);
    if (!coming.has(part)) {
      const fetched = add(part).catch((error: unknown) => {
        // The next one who asks tries again.
        coming.delete(part);
        throw error;
      });
      coming.set(part, fetched);
    }
    await Promise.all([coming.get(part), part === 'later' || complete()]);
  };
  return { t: t as Translate, language: () => loaded().language, complete };
}
