import { type Accessor, createSignal } from 'solid-js';
import { createEarcons } from '../a11y/earcons.ts';
import { speechOf } from '../domain/speech-settings.ts';
import { ok } from '../shared/result.ts';
import { createPcmPlayer } from '../speech/create-pcm-player.ts';
import { speechRate } from '../speech/pcm.ts';
import type { PcmStream } from '../speech/pcm-stream.ts';
import { recordVoice, type VoiceRecorder } from '../speech/record-voice.ts';
import type { SpeechErrorKind } from '../speech/speech-error.ts';
import { describeSpeechError } from './describe-speech.ts';
import { speakPhrase } from './speak-phrase.ts';
import type { Workspace } from './workspace.ts';

/** A phrase takes a few seconds; a microphone that was forgotten is closed after so many. */
const longest = 20;

/** What is being done: nothing, the phrase is heard, the agent speaks, both are heard in turn. */
export type ShadowState = 'idle' | 'hearing' | 'recording' | 'playing';

/** Hearing a phrase, speaking it, and hearing both. Nothing is scored, nothing is kept. */
export interface Shadowing {
  readonly state: Accessor<ShadowState>;
  /** Begins with this phrase; while the agent speaks, ends that; else stops it all. */
  toggle(phrase: string): Promise<void>;
  dispose(): void;
}

/** The samples in one piece. */
function streamOf(samples: Float32Array<ArrayBuffer>): PcmStream {
  const chunks = [{ samples, words: [] }];
  return { sampleRate: speechRate, pull: async () => ok(chunks.shift()) };
}

/** Makes it; the microphone is told of as dictation does (A47). */
export function createShadowing(workspace: Workspace): Shadowing {
  const { t, say, speech, clock, settings } = workspace;
  const [state, setState] = createSignal<ShadowState>('idle');
  const earcons = createEarcons({ clock, preferences: settings });
  const player = createPcmPlayer(clock);
  let run = new AbortController();
  let recorder: VoiceRecorder | undefined;

  const fail = (kind: SpeechErrorKind) => {
    setState('idle');
    if (kind !== 'aborted') say(describeSpeechError(kind, t));
  };
  const begin = async (phrase: string) => {
    run = new AbortController();
    const { signal } = run;
    setState('hearing');
    const wasHeard = await speakPhrase(workspace, phrase, 'en');
    // Who stopped it may have begun anew: the state is that one's.
    if (signal.aborted) return;
    if (!wasHeard) return void setState('idle');
    const started = await recordVoice({
      clock,
      devices: navigator.mediaDevices,
      signal,
      longest,
      onFull: () => void finish(phrase),
    });
    if (signal.aborted) return void (started.ok && started.value.stop());
    if (!started.ok) return fail(started.error.kind);
    recorder = started.value;
    setState('recording');
    earcons.play('mic-open');
    workspace.duck(true);
    if (!settings().earcons) say(t('shadow.recording'));
  };
  /** Closes the microphone, whatever becomes of what was said. */
  const close = async () => {
    const done = recorder;
    recorder = undefined;
    if (!done) return undefined;
    const samples = await done.stop();
    workspace.duck(false);
    earcons.play('mic-closed');
    return samples;
  };
  const finish = async (phrase: string) => {
    const { signal } = run;
    const samples = await close();
    if (!samples || signal.aborted) return;
    if (!samples.ok) return fail(samples.error.kind);
    setState('playing');
    const wasHeard = await speakPhrase(workspace, phrase, 'en');
    if (signal.aborted) return;
    if (!wasHeard) return void setState('idle');
    const { volume, outputDevice } = speechOf(settings());
    const played = await player.play(streamOf(samples.value), {
      signal,
      volume,
      ...(outputDevice && { outputDevice }),
    });
    if (signal.aborted) return;
    if (!played.ok) return fail(played.error.kind);
    setState('idle');
    say(t('shadow.done'));
  };
  const stop = async () => {
    run.abort();
    setState('idle');
    await close();
    (await speech()).reader.stop();
  };
  return {
    state,
    toggle: async (phrase) => {
      if (state() === 'recording') return finish(phrase);
      if (state() === 'idle') return begin(phrase);
      await stop();
      say(t('shadow.stopped'));
    },
    dispose: () => {
      if (state() !== 'idle') stop().catch(() => undefined);
      player.dispose();
      earcons.dispose();
    },
  };
}
