import { createEffect, createSignal, type JSX } from 'solid-js';
import { describeEngine, describeLanguage } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { InterfaceLanguage } from '../shared/language.ts';
import { primaryLanguage } from '../shared/language.ts';
import { SelectField } from './fields.tsx';
import { listVoices, type OfferedVoice } from './list-voices.ts';
import type { useSpeechSettings } from './use-speech-settings.ts';

/** Which voice reads a language; the engine's own choice, unless the agent makes one. */
export function VoiceField(props: {
  readonly language: InterfaceLanguage;
  readonly speech: ReturnType<typeof useSpeechSettings>;
}): JSX.Element {
  const { t, language } = useWorkspace();
  const { current, change, engines } = props.speech;
  const [voices, setVoices] = createSignal<readonly OfferedVoice[]>([]);
  const primary = primaryLanguage(props.language);
  const chosen = () => current().voices[primary] ?? '';

  createEffect(() => {
    const ready = engines();
    const { synthesizer } = current();
    if (ready) void listVoices(ready.synthesizers, props.language, synthesizer).then(setVoices);
  });
  const ids = () => [
    ...new Set(['', ...voices().map(({ id }) => id), ...(chosen() ? [chosen()] : [])]),
  ];
  const labelOf = (id: string): string => {
    if (!id) return t('speech.anyVoice');
    const voice = voices().find((one) => one.id === id);
    if (!voice) return t('speech.goneVoice', { name: id });
    const key = voice.place === 'device' ? 'speech.voice' : 'speech.remoteVoice';
    return t(key, { name: voice.name, engine: describeEngine(voice.engine, t) });
  };
  return (
    <SelectField
      id={`setting-voice-${primary}`}
      label={t('speech.voiceFor', { language: describeLanguage(primary, language()) })}
      value={chosen()}
      options={ids()}
      labelOf={labelOf}
      onChange={(id) => {
        const { [primary]: _, ...others } = current().voices;
        change({ voices: id ? { ...others, [primary]: id } : others });
      }}
    />
  );
}
