import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import type { InterfaceLanguage } from '../shared/language.ts';
import type { MessageKey, MessageValues, PluralKey, Translate } from '../shared/translate.ts';
import { createTranslator, type Locale } from './create-translator.ts';

/** The sentences of the first screen, or those of all other screens. */
export type LocalePart = 'first' | 'later';

/** Fetches one part of a locale. */
export type LoadLocale = (
  language: InterfaceLanguage,
  part: LocalePart,
) => Promise<Partial<Locale>>;

/** The built-in locales. Each file comes in two pieces (scripts/vite/locale-parts.ts). */
export const loadLocale: LoadLocale = async (language, part) => {
  if (language === 'zh-CN') {
    return part === 'first'
      ? (await import('../../locales/zh-CN.json?first')).default
      : (await import('../../locales/zh-CN.json?later')).default;
  }
  return part === 'first'
    ? (await import('../../locales/en.json?first')).default
    : (await import('../../locales/en.json?later')).default;
};

/** Sentences that follow the language, and the language in which they are now. */
export interface I18n {
  readonly t: Translate;
  /** The language of what `t` gives now; lags behind the wish until its file has come. */
  readonly language: Accessor<InterfaceLanguage>;
  /** Fetches the sentences of the other screens, once; rejected when they cannot be fetched. */
  complete(): Promise<void>;
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
  let completing: Promise<void> | undefined;
  createEffect(
    on(
      wanted,
      (language) => {
        Promise.all([load(language, 'first'), load(language, 'later')]).then(([start, rest]) => {
          if (wanted() !== language) return;
          completing = Promise.resolve();
          setLoaded({ language, locale: { ...start, ...rest } });
        }, onError);
      },
      { defer: true },
    ),
  );
  const translator = createMemo(() => createTranslator(loaded().language, loaded().locale));
  const t = (key: MessageKey | PluralKey, values?: MessageValues): string =>
    translator()(key as MessageKey, values);
  const fetchRest = async () => {
    const { language } = loaded();
    const rest = await load(language, 'later');
    if (loaded().language === language) {
      setLoaded({ language, locale: { ...loaded().locale, ...rest } });
    }
  };
  return {
    t: t as Translate,
    language: () => loaded().language,
    complete: () => {
      completing ??= fetchRest().catch((error: unknown) => {
        // The next one who asks tries again.
        completing = undefined;
        throw error;
      });
      return completing;
    },
  };
}
