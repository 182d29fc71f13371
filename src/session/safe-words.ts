import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import { createTranslator } from '../i18n/create-translator.ts';
import type { InterfaceLanguage } from '../shared/language.ts';
import type { Translate } from '../shared/translate.ts';
import { useWorkspace } from './workspace.ts';

/** Fetches the section `safe`, 3 kB which only who locks what is kept needs. */
export async function loadSafeWords(language: InterfaceLanguage): Promise<Translate> {
  const { default: sections } =
    language === 'zh-CN'
      ? await import('../../locales/zh-CN.json?safe')
      : await import('../../locales/en.json?safe');
  return createTranslator(language, sections);
}

/**
 * The section `safe` in the agent's language; undefined until it has come. `fetchAgain` for when it
 * did not: `hasFailed` then.
 */
export function useSafeWords(): {
  readonly words: Accessor<Translate | undefined>;
  readonly hasFailed: Accessor<boolean>;
  fetchAgain(): void;
} {
  const { language } = useWorkspace();
  const [words, setWords] = createSignal<Translate>();
  const [hasFailed, setFailed] = createSignal(false);
  const fetch = () => {
    const wanted = language();
    setFailed(false);
    loadSafeWords(wanted).then(
      (found) => wanted === language() && setWords(() => found),
      () => setFailed(true),
    );
  };
  createEffect(on(language, fetch));
  return { words, hasFailed, fetchAgain: fetch };
}
