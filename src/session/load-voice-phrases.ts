import { loadLocale } from '../i18n/create-i18n.ts';
import { createTranslator } from '../i18n/create-translator.ts';
import { type InterfaceLanguage, type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { createVoicePhrases, type VoicePhrases } from './voice-phrases.ts';

/**
 * Fetches what may be said in a language, which is that of the conversation and need not be that of
 * the interface. Rejected when it cannot be fetched.
 */
export async function loadVoicePhrases(language: LanguageTag): Promise<VoicePhrases> {
  const spoken: InterfaceLanguage = primaryLanguage(language) === 'zh' ? 'zh-CN' : 'en';
  return createVoicePhrases(createTranslator(spoken, await loadLocale(spoken, 'later')));
}
