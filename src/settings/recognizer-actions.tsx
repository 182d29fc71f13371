import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { speechOf } from '../domain/speech-settings.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { LanguageTag } from '../shared/language.ts';
import type { Availability } from '../speech/engine.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import { CloudConsent } from './cloud-consent.tsx';
import { TryRecognizer } from './try-recognizer.tsx';

/** What can be done with a recogniser as it stands: try it, install it, agree to where it sends. */
export function RecognizerActions(props: {
  readonly engine: Recognizer;
  readonly state: Availability;
  readonly language: LanguageTag;
  /** Its state may be another now; resolves when it is shown. */
  onChanged(): Promise<void>;
}): JSX.Element {
  const { t, say, settings, changeSettings } = useWorkspace();
  const [note, setNote] = createSignal<string>();
  const [isAsking, setAsking] = createSignal(false);
  let installing: AbortController | undefined;
  onCleanup(() => installing?.abort());
  const hasAgreed = () => speechOf(settings()).cloudAgreed;

  const tell = (text: string) => {
    setNote(text);
    say(text);
  };
  const install = async () => {
    if (installing) return;
    const controller = new AbortController();
    installing = controller;
    tell(t('speechInput.installing'));
    const result = await props.engine.install?.(props.language, controller.signal);
    installing = undefined;
    if (controller.signal.aborted || !result) return;
    tell(result.ok ? t('speechInput.installed') : describeSpeechError(result.error.kind, t));
    if (!result.ok) return;
    await props.onChanged();
    document.getElementById(`try-${props.engine.id}`)?.focus();
  };
  const consent = () => {
    if (!hasAgreed()) {
      setAsking(true);
      return;
    }
    changeSettings({ speech: { ...settings().speech, cloudAgreed: false } });
    say(t('speechInput.cloud.takenBack'));
  };

  return (
    <>
      <Show when={props.engine.place === 'cloud'}>
        <button type="button" id={`consent-${props.engine.id}`} onClick={consent}>
          {t(hasAgreed() ? 'speechInput.cloud.takeBack' : 'speechInput.cloud.read')}
        </button>
      </Show>
      <Show when={props.state.kind === 'installable'}>
        <button type="button" id={`install-${props.engine.id}`} onClick={() => void install()}>
          {t('speechInput.install')}
        </button>
      </Show>
      <Show when={note()}>{(text) => <p class="note">{text()}</p>}</Show>
      <Show when={props.state.kind === 'ready' && props.engine.id !== 'speech-box'}>
        <TryRecognizer engine={props.engine.id} language={props.language} />
      </Show>
      <Show when={isAsking()}>
        <CloudConsent onClose={() => setAsking(false)} />
      </Show>
    </>
  );
}
