import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { describeEngine, describeSpeechError } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { LanguageTag } from '../shared/language.ts';
import { runTrial, type TrialOutcome } from './run-trial.ts';

/** A button that listens for three seconds with one engine, and says what it heard. */
export function TryRecognizer(props: {
  /** The engine's id. */
  readonly engine: string;
  /** What will be spoken. */
  readonly language: LanguageTag;
}): JSX.Element {
  const { t, say, clock, speech } = useWorkspace();
  const [outcome, setOutcome] = createSignal<string>();
  let current: AbortController | undefined;
  onCleanup(() => current?.abort());

  const describe = (result: TrialOutcome): string => {
    if (result.kind === 'heard') return t('speechInput.heard', { text: result.text });
    if (result.kind === 'nothing') return t('speechInput.heardNothing');
    return describeSpeechError(result.error, t);
  };
  const show = (text: string) => {
    setOutcome(text);
    say(text);
  };
  const attempt = async () => {
    if (current) return;
    const controller = new AbortController();
    current = controller;
    const { signal } = controller;
    setOutcome(t('speechInput.opening'));
    try {
      const engine = (await speech()).recognizers.get(props.engine);
      if (!engine) return show(describeSpeechError('not-in-this-browser', t));
      const speakNow = () => show(t('speechInput.speakNow'));
      const result = await runTrial(engine, props.language, clock, signal, speakNow);
      if (!signal.aborted) show(describe(result));
    } catch {
      show(t('app.loadFailed'));
    } finally {
      current = undefined;
    }
  };

  return (
    <div class="setting">
      <button type="button" id={`try-${props.engine}`} onClick={() => void attempt()}>
        {t('speechInput.tryEngine', { name: describeEngine(props.engine, t) })}
      </button>
      <Show when={outcome()}>
        {(text) => (
          <p class="note" id={`tried-${props.engine}`}>
            {text()}
          </p>
        )}
      </Show>
    </div>
  );
}
