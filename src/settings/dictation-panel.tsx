import { createSignal, For, type JSX } from 'solid-js';
import { describeEngine, describeLanguage } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts';
import { spokenMarks } from '../speech/dictation/spoken-marks.ts';
import { CheckField, SelectField } from './fields.tsx';
import { useSpeechSettings } from './use-speech-settings.ts';

const ways = ['hold', 'toggle'] as const;
const names: Readonly<Record<string, string>> = { '\n': '↵', '\n\n': '↵↵' };

/** How the agent speaks to the desk: the microphone's key, commands, and the marks that can be said. */
export function DictationPanel(): JSX.Element {
  const { t, language } = useWorkspace();
  const { current, change, engines } = useSpeechSettings();
  const [marks, setMarks] = createSignal<InterfaceLanguage>();
  const shown = () => marks() ?? language();
  return (
    <>
      <p>{t('dictation.lead')}</p>
      <SelectField
        id="setting-recognizer"
        label={t('dictation.field.recognizer')}
        hint={t('speech.hint.synthesizer')}
        value={current().recognizer}
        options={['', ...(engines()?.recognizers.engines.map(({ id }) => id) ?? [])]}
        labelOf={(id) => (id ? describeEngine(id, t) : t('speech.anyEngine'))}
        onChange={(recognizer) => change({ recognizer })}
      />
      <SelectField
        id="setting-dictation"
        label={t('dictation.field.way')}
        hint={t('dictation.hint.way')}
        value={current().dictation}
        options={ways}
        labelOf={(way) => t(`dictation.way.${way}`)}
        onChange={(dictation) => change({ dictation })}
      />
      <CheckField
        id="setting-voiceCommands"
        label={t('dictation.field.voiceCommands')}
        hint={t('dictation.hint.voiceCommands')}
        checked={current().voiceCommands}
        onChange={(voiceCommands) => change({ voiceCommands })}
      />
      <h3>{t('dictation.marks')}</h3>
      <SelectField
        id="marks-language"
        label={t('dictation.marksLanguage')}
        value={shown()}
        options={interfaceLanguages}
        labelOf={(each) => describeLanguage(each, language())}
        onChange={(each) => setMarks(each)}
      />
      <ul class="marks" lang={shown()}>
        <For each={spokenMarks(shown())}>
          {([spoken, written]) => (
            <li>
              {spoken} <kbd>{names[written] ?? written}</kbd>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
