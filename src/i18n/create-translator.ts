import type en from '../../locales/en.json';
import type { InterfaceLanguage } from '../shared/language.ts';
import type { MessageKey, MessageValues, PluralKey, Translate } from '../shared/translate.ts';

/** A locale file: same shape as `locales/en.json`, sentences in another language. */
export type Locale = typeof en;

type Sentences = Readonly<Record<string, unknown>>;

/**
 * Makes the function that gives sentences.
 * A key that has `_one` and `_other` forms is chosen by `count` (`Intl.PluralRules`).
 * @param language the language of `locale`
 * @param locale a locale file's content
 */
export function createTranslator(language: InterfaceLanguage, locale: Partial<Locale>): Translate {
  // One key at a time: to flatten them all would take longer than the first screen's sentences do.
  const find = (key: string): unknown =>
    key.split('.').reduce<unknown>((part, name) => (part as Sentences | undefined)?.[name], locale);
  const plurals = new Intl.PluralRules(language);
  return (key: MessageKey | PluralKey, values: MessageValues = {}): string => {
    const count = values['count'];
    const form = typeof count === 'number' ? `${key}_${plurals.select(count)}` : key;
    const sentence = find(form) ?? find(`${key}_other`) ?? find(key);
    // A missing sentence is a bug that the types and tests/locales rule out; its key beats silence.
    if (typeof sentence !== 'string') return key;
    // In one go, with a function: what a customer wrote may hold `$&` or `{{name}}` itself.
    return sentence.replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
      String(values[name] ?? place),
    );
  };
}
