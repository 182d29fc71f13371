import { For, type JSX } from 'solid-js';
import { type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts';

/** Each language in its own words: someone who cannot read the page must still find theirs. */
const ownNames: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  'zh-CN': '简体中文',
};

interface LanguageSwitchProps {
  readonly language: InterfaceLanguage;
  readonly label: string;
  onChange(language: InterfaceLanguage): void;
}

/** Chooses the language of the interface. */
export function LanguageSwitch(props: LanguageSwitchProps): JSX.Element {
  return (
    <label class="field language">
      <span>{props.label}</span>
      <select
        id="language"
        value={props.language}
        onChange={(event) => props.onChange(event.currentTarget.value as InterfaceLanguage)}
      >
        <For each={interfaceLanguages}>
          {(language) => (
            <option value={language} lang={language}>
              {ownNames[language]}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
