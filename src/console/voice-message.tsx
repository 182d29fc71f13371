import './voice-message.css';
import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { Caption, Message } from '../domain/message.ts';
import type { Recording } from '../domain/recording.ts';
import { speechOf } from '../domain/speech-settings.ts';
import { captionVoice } from '../session/caption-voice.ts';
import { describeSize, much } from '../session/describe-size.ts';
import { describeSpeechError } from '../session/describe-speech.ts';
import { keepCaption, readCaption } from '../session/kept-captions.ts';
import { estimateSpeed, readTransfers } from '../session/link-speed.ts';
import { loadVoice } from '../session/load-voice.ts';
import { clockTime, VoicePlayer } from '../session/voice-player.tsx';
import { useSession, useWorkspace } from '../session/workspace.ts';
import type { SpeechErrorKind } from '../speech/speech-error.ts';
import { VoiceCaption } from './voice-caption.tsx';

/** Milliseconds after which a wait is worth a word. */
const patience = 2000;

interface VoiceMessageProps {
  readonly message: Message;
  readonly author: string;
  readonly isStop: boolean;
}

/**
 * A voice message: a player, and what is said in it beneath. Nothing is fetched before the agent
 * asks; when the sound is here it is written down by the best recogniser there is.
 */
export function VoiceMessage(props: VoiceMessageProps): JSX.Element {
  const { t, say, clock, speech, settings, language, storage } = useWorkspace();
  const session = useSession();
  const [sound, setSound] = createSignal<Recording>();
  const [doing, setDoing] = createSignal<'load' | 'write'>();
  const [trouble, setTrouble] = createSignal('');
  const ended = new AbortController();
  onCleanup(() => ended.abort());
  const tabindex = () => (props.isStop ? 0 : -1);
  const attachment = () => props.message.attachment ?? {};
  /** The agent's own: what it says stands beneath it already. */
  const isOwn = props.message.author === 'agent';
  const isScripted = () => attachment().url === undefined;

  const describe = (kind: SpeechErrorKind, step: 'load' | 'write') => {
    if (kind === 'no-speech') return t('voiceMessage.silent');
    // The desk's own connection is there all the while.
    return kind === 'network' ? t(`voiceMessage.gone.${step}`) : describeSpeechError(kind, t);
  };
  /**
   * Said with what it is about: the agent may be elsewhere by now. It may not be what is shown, word
   * by word: Orca 43 takes what a log shows for said, even a silent one's, and would not say it.
   */
  const tell = (why: string) => {
    setTrouble(why);
    say(t('voiceMessage.trouble', { why }));
  };
  const fail = (kind: SpeechErrorKind, step: 'load' | 'write') => {
    if (kind !== 'aborted') tell(describe(kind, step));
  };
  const keep = (text: string, caption: Caption) => {
    const { conversationId, id } = props.message;
    session.apply({ type: 'message.captioned', conversationId, messageId: id, text, caption });
  };
  onMount(async () => {
    // A practice is over with its page.
    if (props.message.caption || !attachment().url) return;
    const words = await readCaption(storage, props.message);
    if (words && !props.message.caption && !ended.signal.aborted) keep(words, { by: 'agent' });
  });
  const putRight = (text: string) => {
    if (attachment().url) void keepCaption(storage, props.message, text);
    keep(text, { by: 'agent' });
  };
  /** @param isAsked by the agent, who then hears what came of it */
  const write = async (isAsked: boolean) => {
    const recording = sound();
    if (!recording) return;
    const { recognizers } = await speech();
    const spoken = props.message.language;
    const ready = await recognizers.ready(spoken, speechOf(settings()).recognizer);
    const able = ready.filter((engine) => engine.transcribe);
    if (!able.length) return isAsked ? fail('no-server', 'write') : undefined;
    setDoing('write');
    const written = await captionVoice(recording.sound, spoken, able, ended.signal);
    setDoing(undefined);
    if (!written.ok) return fail(written.error.kind, 'write');
    setTrouble('');
    // What was written beside the recording is not lost to what is said in it.
    const { words } = attachment();
    const text = words ? `${words}\n${written.value.text}` : written.value.text;
    keep(text, written.value.caption);
    say(t('voiceMessage.written', { text: written.value.text }), spoken);
  };
  const get = async () => {
    const { synthesizers } = await speech();
    return loadVoice(attachment(), props.message.language, {
      synthesizers: (spoken) => synthesizers.ready(spoken),
      fetch: (...request) => fetch(...request),
      signal: ended.signal,
    });
  };
  const load = async () => {
    setTrouble('');
    setDoing('load');
    // What is here at once needs no word about its coming.
    const hush = clock.after(patience, () => say(t('voiceMessage.loading')));
    const loaded = await get().finally(hush);
    setDoing(undefined);
    if (!loaded.ok) return fail(loaded.error.kind, 'load');
    setSound(loaded.value);
    // In practice it is heard.
    if (!isScripted()) say(t('voiceMessage.loaded', { length: clockTime(loaded.value.seconds) }));
    // What the agent has put right, and what was heard before, is not heard anew unasked.
    if (!props.message.caption && !isOwn) await write(false);
  };
  const attempt = (task: Promise<void>) =>
    void task.catch(() => {
      setDoing(undefined);
      tell(t('app.loadFailed'));
    });
  /** How long it takes to come at the link's present speed, where both are known. */
  const takes = (bytes: number | undefined) => {
    const speed = estimateSpeed(readTransfers(), performance.now());
    if (bytes === undefined || !speed) return '';
    return t('voiceMessage.takes', { count: Math.max(1, Math.round(bytes / speed)) });
  };
  const isMuch = () => Number(attachment().bytes) > much && !isScripted();
  /** What is known of it before it is here: its name, length, size and host. */
  const about = () => {
    const { name, seconds, bytes, url } = attachment();
    return [
      // The agent's own has a name for the customer's sake only.
      isOwn ? '' : (name ?? ''),
      seconds === undefined ? '' : clockTime(seconds),
      bytes === undefined
        ? ''
        : t('voiceMessage.size', { size: Math.max(1, Math.round(bytes / 1000)) }),
      takes(bytes),
      url === undefined ? '' : t('voiceMessage.host', { host: new URL(url).host }),
    ]
      .filter(Boolean)
      .join(t('app.comma'));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the keys of its fields to itself
    <div
      class={isOwn ? 'voice own' : 'voice'}
      onKeyDown={(event) => {
        // Arrows, Home and End move in the slider and the text, not among the messages.
        const isField = !(event.target instanceof HTMLButtonElement);
        if (isField && !event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation();
      }}
    >
      <div lang={language()}>
        <Show when={!sound() && about()}>
          <p class="hint">{about()}</p>
        </Show>
        <Show when={!sound() && isMuch()}>
          <p>{t('fileMessage.large', { size: describeSize(much, language()) })}</p>
        </Show>
        <VoicePlayer
          id={props.message.id}
          sound={sound()}
          tabindex={tabindex()}
          begins={isScripted()}
          isLoading={doing() === 'load'}
          load={() => {
            if (!doing()) attempt(load());
          }}
        />
        <Show when={doing()}>
          {(what) => (
            <p class="hint">{t(what() === 'load' ? 'app.loading' : 'voiceMessage.writing')}</p>
          )}
        </Show>
        <Show when={trouble()}>
          <p class="error">{trouble()}</p>
        </Show>
      </div>
      {!isOwn && (
        <VoiceCaption
          message={props.message}
          author={props.author}
          tabindex={tabindex()}
          save={putRight}
        />
      )}
      <Show when={!isOwn && sound()}>
        <button
          type="button"
          class="quiet"
          lang={language()}
          tabindex={tabindex()}
          aria-disabled={doing() === 'write'}
          onClick={() => {
            if (!doing()) attempt(write(true));
          }}
        >
          {t('voiceMessage.write')}
        </button>
      </Show>
    </div>
  );
}
