import { createEffect, createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { speechOf } from '../domain/speech-settings.ts';
import { createSpeechBoxKey } from '../session/speech-box-key.ts';
import { useWorkspace } from '../session/workspace.ts';
import type { LanguageTag } from '../shared/language.ts';
import { describeBoxAddress } from './describe-box-address.ts';
import { TryRecognizer } from './try-recognizer.tsx';

/** The speech box: where it is, its key, and whether it understands (A61, A62). */
export function SpeechBoxPanel(props: {
  /** What is spoken when it is tried. */
  readonly language: LanguageTag;
}): JSX.Element {
  const { t, say, settings, changeSettings, storage } = useWorkspace();
  const kept = createSpeechBoxKey(storage);
  const [typed, setTyped] = createSignal(speechOf(settings()).boxAddress);
  const [key, setKey] = createSignal('');
  const [isShown, setShown] = createSignal(false);
  // Also when a file of settings brought another one.
  createEffect(() => setTyped(speechOf(settings()).boxAddress));
  let isHere = true;
  onMount(() => void kept.read().then((known) => isHere && setKey(known)));
  onCleanup(() => {
    isHere = false;
  });

  const words = () => describeBoxAddress(typed(), location.protocol);
  const takeAddress = (text: string) => {
    setTyped(text.trim());
    const { isWrong, say: sentences } = words();
    // One that cannot be used is shown with what is wrong, and the one before stays in use.
    if (!isWrong) changeSettings({ speech: { ...settings().speech, boxAddress: text.trim() } });
    say(sentences.map((each) => t(each)).join(' '));
  };
  const takeKey = async (text: string) => {
    setKey(text.trim());
    await kept.write(text.trim());
    say(t(text.trim() ? 'speechInput.keyKept' : 'speechInput.keyForgotten'));
  };

  return (
    <section class="setting-group" aria-labelledby="speech-box-title">
      <h3 id="speech-box-title">{t('speechInput.box')}</h3>
      <p>{t('speechInput.boxLead')}</p>
      <div class="setting">
        <label for="speech-box-address">{t('speechInput.boxAddress')}</label>
        <input
          type="url"
          id="speech-box-address"
          value={typed()}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={words().isWrong ? 'true' : undefined}
          aria-describedby="speech-box-address-hint speech-box-address-words"
          onChange={(event) => takeAddress(event.currentTarget.value)}
        />
        <p id="speech-box-address-hint" class="hint">
          {t('speechInput.boxAddressHint')}
        </p>
        <p id="speech-box-address-words" class={words().isWrong ? 'error' : 'hint'}>
          <For each={words().say}>{(each) => <span>{t(each)} </span>}</For>
        </p>
      </div>
      <div class="setting">
        <label for="speech-box-key">{t('speechInput.key')}</label>
        <input
          type={isShown() ? 'text' : 'password'}
          id="speech-box-key"
          value={key()}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="speech-box-key-hint"
          onChange={(event) => void takeKey(event.currentTarget.value)}
        />
        <button
          type="button"
          id="speech-box-key-show"
          aria-pressed={isShown()}
          onClick={() => setShown(!isShown())}
        >
          {t('speechInput.showKey')}
        </button>
        <p id="speech-box-key-hint" class="hint">
          {t('speechInput.keyHint')}
        </p>
      </div>
      <Show when={speechOf(settings()).boxAddress}>
        <TryRecognizer engine="speech-box" language={props.language} />
      </Show>
    </section>
  );
}
