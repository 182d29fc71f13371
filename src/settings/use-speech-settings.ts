import { createMemo, createSignal, onCleanup } from 'solid-js';
import { type SpeechSettings, speechOf } from '../domain/speech-settings.ts';
import type { Speech } from '../session/speech.ts';
import { useWorkspace } from '../session/workspace.ts';

/** The settings of speech as they are, a way to change some, and the engines once they have come. */
export function useSpeechSettings() {
  const { settings, changeSettings, speech } = useWorkspace();
  const [engines, setEngines] = createSignal<Speech>();
  const [hasFailed, setFailed] = createSignal(false);
  let isHere = true;
  onCleanup(() => {
    isHere = false;
  });
  speech().then(
    (ready) => isHere && setEngines(ready),
    () => isHere && setFailed(true),
  );
  return {
    current: createMemo(() => speechOf(settings())),
    /** Only what was changed is kept; defaults may become better. */
    change: (patch: Partial<SpeechSettings>) =>
      changeSettings({ speech: { ...settings().speech, ...patch } }),
    /** Undefined until their code has come. */
    engines,
    hasFailed,
  };
}
