import { type Accessor, createSignal } from 'solid-js';
import { createEarcons } from '../a11y/earcons.ts';
import type { Recording } from '../domain/recording.ts';
import { speechOf } from '../domain/speech-settings.ts';
import type { LanguageTag } from '../shared/language.ts';
import { err } from '../shared/result.ts';
import { speechRate } from '../speech/pcm.ts';
import { recordVoice, type VoiceRecorder } from '../speech/record-voice.ts';
import type { SpeechErrorKind } from '../speech/speech-error.ts';
import { captionVoice } from './caption-voice.ts';
import { packVoice } from './make-voice.ts';
import type { Workspace } from './workspace.ts';

/** The agent's own voice, as an answer or as a comment. */
export interface OwnVoice {
  /** The last recording that is whole. */
  readonly recording: Accessor<Recording | undefined>;
  readonly isRecording: Accessor<boolean>;
  /** Seconds so far. */
  readonly lasts: Accessor<number>;
  /** It is being written down. */
  readonly isWriting: Accessor<boolean>;
  /** Takes up what was recorded before; whether there is nothing newer. */
  restore(before: Recording): boolean;
  /** Begins a recording, or ends it. Rejected if what packs it cannot be fetched. */
  toggle(): Promise<void>;
  /** Lets go of the microphone; what was said until then is kept. */
  dispose(): void;
}

/** What it works with. */
export interface OwnVoiceOptions {
  readonly workspace: Workspace;
  /** In which it is spoken. */
  readonly language: LanguageTag;
  /** Seconds after which a recording ends by itself. */
  longest(): number;
  /** Keeps a recording that is whole; after `dispose`, too. */
  keep(recording: Recording): Promise<unknown>;
  /** It was kept; whether a recogniser writes it down now. */
  onKept?(recording: Recording, isWriting: boolean): void;
  /** The words that stand beside the recording. */
  words(): string;
  /** A recogniser has written it down; nothing stood there. */
  onWords(text: string): void;
  /** No recogniser could, although there is one. */
  onUnwritten?(): void;
  onTrouble(kind: SpeechErrorKind): void;
  /** It has ended by itself: it is as long as it may be, or the microphone is gone. */
  onStopped(ended: Promise<void>): void;
}

/** Records somebody, tells of the microphone as dictation does (A47), and writes the words down. */
export function createOwnVoice(options: OwnVoiceOptions): OwnVoice {
  const { workspace, language } = options;
  const { t, say, speech, clock, settings } = workspace;
  const [recording, setRecording] = createSignal<Recording>();
  const [isRecording, setIsRecording] = createSignal(false);
  const [isWriting, setWriting] = createSignal(false);
  const [lasts, setLasts] = createSignal(0);
  const earcons = createEarcons({ clock, preferences: settings });
  const ended = new AbortController();
  let recorder: VoiceRecorder | undefined;
  let stopCounting = () => {};
  let stopHushing = () => {};
  /** What stands in the words by a recogniser's doing. */
  let byMachine = '';

  /** The page must not go while somebody speaks into it. */
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  const trouble = (kind: SpeechErrorKind) => {
    if (kind !== 'aborted') options.onTrouble(kind);
  };
  const count = () => {
    stopCounting = clock.after(1000, () => {
      setLasts((seconds) => seconds + 1);
      count();
    });
  };
  /** What packs the recording is fetched first: nobody shall speak in vain. */
  const open = async () => {
    const [{ canEncodeVoice }, { reader }] = await Promise.all([
      import('../speech/encode-voice.ts'),
      speech(),
    ]);
    if (!(await canEncodeVoice(speechRate))) return err({ kind: 'not-in-this-browser' as const });
    // What is read aloud now would be heard in the recording.
    const hush = () => void (isRecording() && reader.stop());
    hush();
    stopHushing();
    stopHushing = reader.subscribe(hush);
    return recordVoice({
      clock,
      devices: navigator.mediaDevices,
      signal: ended.signal,
      longest: options.longest(),
      onFull: () => options.onStopped(finish()),
    });
  };
  const begin = async () => {
    setLasts(0);
    setIsRecording(true);
    const started = await open().catch((error: unknown) => {
      setIsRecording(false);
      throw error;
    });
    if (!started.ok) {
      setIsRecording(false);
      return trouble(started.error.kind);
    }
    // Closed while the browser still asked for the microphone.
    if (ended.signal.aborted) return void started.value.stop();
    recorder = started.value;
    count();
    addEventListener('beforeunload', ask);
    earcons.play('mic-open');
    workspace.duck(true);
    if (!settings().earcons) say(t('voiceAnswer.recording', { time: '0:00' }));
  };
  const finish = async () => {
    const done = recorder;
    recorder = undefined;
    if (!done) return;
    stopCounting();
    removeEventListener('beforeunload', ask);
    const samples = await done.stop();
    workspace.duck(false);
    earcons.play('mic-closed');
    try {
      const packed = samples.ok ? await packVoice(samples.value, speechRate) : samples;
      if (!packed.ok) return trouble(packed.error.kind);
      await options.keep(packed.value);
      setRecording(packed.value);
    } finally {
      setIsRecording(false);
    }
    await write(options.onKept);
  };
  const write = async (onBegin?: OwnVoiceOptions['onKept']) => {
    const spoken = recording();
    const isFree = () => !options.words().trim() || options.words() === byMachine;
    if (!spoken) return;
    if (!isFree()) return onBegin?.(spoken, false);
    // They are those of another recording.
    if (byMachine) options.onWords('');
    const { recognizers } = await speech();
    const ready = await recognizers.ready(language, speechOf(settings()).recognizer);
    const able = ended.signal.aborted ? [] : ready.filter((engine) => engine.transcribe);
    onBegin?.(spoken, able.length > 0);
    if (!able.length) return;
    setWriting(true);
    const written = await captionVoice(spoken.sound, language, able, ended.signal);
    setWriting(false);
    // What was typed meanwhile is better.
    if (ended.signal.aborted || !isFree()) return;
    if (!written.ok) return options.onUnwritten?.();
    byMachine = written.value.text;
    options.onWords(byMachine);
    say(t('voiceMessage.written', { text: written.value.text }), language);
  };

  return {
    recording,
    isRecording,
    lasts,
    isWriting,
    restore: (before) => {
      if (isRecording() || recording()) return false;
      setRecording(before);
      // It may have been closed before it was written down.
      write().catch(() => undefined);
      return true;
    },
    toggle: async () => {
      if (recorder) return finish();
      return isRecording() ? undefined : begin();
    },
    dispose: () => {
      ended.abort();
      stopHushing();
      // What could not be packed has been said already.
      finish().then(
        () => earcons.dispose(),
        () => earcons.dispose(),
      );
    },
  };
}
