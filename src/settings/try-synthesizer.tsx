import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { SpeechSettings } from '../domain/speech-settings.ts';
import { describeEngine, describeSpeechError } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import { type InterfaceLanguage, primaryLanguage } from '../shared/language.ts';
import type { Synthesizer } from '../speech/synthesizer.ts';

/** A button that has one engine say a sentence, without a stand-in, and tells what became of it. */
export function TrySynthesizer(props: {
  readonly engine: Synthesizer;
  readonly language: InterfaceLanguage;
  settings(): SpeechSettings;
}): JSX.Element {
  const { t, say, speech } = useWorkspace();
  const [outcome, setOutcome] = createSignal<string>();
  let saying: AbortController | undefined;
  onCleanup(() => saying?.abort());

  const attempt = async () => {
    saying?.abort();
    const own = new AbortController();
    saying = own;
    // What is being read would be cut off in the middle by the engine, and begin again on another.
    (await speech()).reader.stop();
    setOutcome(t('speech.trying'));
    const { rate, pitch, volume, voices, outputDevice } = props.settings();
    const voice = voices[primaryLanguage(props.language)];
    const result = await props.engine.speak(
      {
        text: t(`speech.sample.${props.language}`),
        language: props.language,
        rate,
        pitch,
        volume,
        ...(voice && { voice }),
        ...(outputDevice && { outputDevice }),
      },
      { signal: own.signal },
    );
    if (own.signal.aborted) return;
    setOutcome(result.ok ? t('speech.tried') : describeSpeechError(result.error.kind, t));
    if (!result.ok) say(outcome() ?? '');
  };
  return (
    <>
      <button type="button" id={`try-${props.engine.id}`} onClick={() => void attempt()}>
        {t('speech.tryEngine', { engine: describeEngine(props.engine.id, t) })}
      </button>
      <Show when={outcome()}>
        <p class="note">{outcome()}</p>
      </Show>
    </>
  );
}
