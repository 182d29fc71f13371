import '../ui/voice.css';
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import type { Recording } from '../domain/recording.ts';
import { useWorkspace } from './workspace.ts';

const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3];

/** `83` → `1:23`. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

interface VoicePlayerProps {
  /** Makes what it is about unique on the page. */
  readonly id: string;
  /** Undefined until it is here. */
  readonly sound: Recording | undefined;
  readonly tabindex: 0 | -1;
  /** Plays as soon as it is here: the button says "Play" from the beginning. */
  readonly begins: boolean;
  readonly isLoading: boolean;
  load(): void;
  /** Without a choice of speed; one that comes beside the focus is read out by Orca unasked. */
  readonly isPlain?: boolean;
  /** What the button says until the sound is here, where it is not fetched but made. */
  readonly label?: string;
  /** Ends the name of each control, where there are several players. */
  readonly about?: string;
  /** It is heard now. */
  onPlay?(): void;
  /** The browser cannot play it. */
  onTrouble?(): void;
}

/**
 * Plays a recording: play and pause, place, speed with the pitch kept. All native elements. The one
 * button that gets it, plays it and pauses it keeps the focus all the while.
 */
export function VoicePlayer(props: VoicePlayerProps): JSX.Element {
  const { t } = useWorkspace();
  const audio = new Audio();
  const [isPlaying, setPlaying] = createSignal(false);
  const [position, setPosition] = createSignal(0);
  let slider!: HTMLInputElement;
  let url = '';
  audio.preservesPitch = true;
  audio.onplay = () => {
    setPlaying(true);
    props.onPlay?.();
  };
  audio.onpause = () => setPlaying(false);
  audio.onended = () => setPlaying(false);
  audio.ontimeupdate = () => {
    // A screen reader would read out each second of a slider that it stands on.
    if (document.activeElement !== slider || audio.paused) setPosition(audio.currentTime);
  };
  onCleanup(() => {
    audio.pause();
    audio.removeAttribute('src');
    URL.revokeObjectURL(url);
  });
  // Refused without a key or a click: then the button says so by still saying "Play".
  const play = () =>
    void audio.play().catch(() => {
      setPlaying(false);
      if (audio.error) props.onTrouble?.();
    });
  createEffect(
    on(
      () => props.sound,
      (sound) => {
        URL.revokeObjectURL(url);
        if (!sound) return audio.pause();
        url = URL.createObjectURL(sound.sound);
        audio.src = url;
        if (props.begins) play();
      },
    ),
  );
  const label = () => {
    if (!props.sound && props.label) return props.label;
    if (!props.sound && !props.begins) return t('voiceMessage.load');
    return t(isPlaying() ? 'voiceMessage.pause' : 'voiceMessage.play');
  };
  const named = (name: string) => (props.about ? name + t('app.comma') + props.about : name);
  const press = () => {
    if (!props.sound) props.load();
    else if (isPlaying()) audio.pause();
    else play();
  };
  // Whole seconds that are over: what is said, and where an arrow key goes on from.
  const at = () => Math.floor(position());

  return (
    // The id makes it a thing of its own in the accessibility tree: Orca goes to a new list of
    // choices that shares nothing nearer with the focus.
    <div id={`player-${props.id}`} class="row voice-player">
      <button
        type="button"
        tabindex={props.tabindex}
        aria-disabled={props.isLoading}
        aria-label={props.about && named(label())}
        onClick={press}
      >
        {label()}
      </button>
      <Show when={props.sound}>
        {(sound) => (
          <>
            <input
              ref={slider}
              type="range"
              min="0"
              max={Math.max(1, Math.ceil(sound().seconds))}
              step="1"
              tabindex={props.tabindex}
              value={at()}
              aria-label={named(t('voiceMessage.position'))}
              aria-valuetext={t('voiceMessage.place', {
                at: clockTime(at()),
                length: clockTime(sound().seconds),
              })}
              onInput={(event) => {
                audio.currentTime = Number(event.currentTarget.value);
                setPosition(audio.currentTime);
              }}
            />
            <span aria-hidden="true">
              {clockTime(at())} / {clockTime(sound().seconds)}
            </span>
            <Show when={!props.isPlain}>
              <label>
                {/* Once for the eye and once for the ear: line by line it would be read twice. */}
                <span aria-hidden="true">{t('voiceMessage.speed')}</span>{' '}
                <select
                  aria-label={named(t('voiceMessage.speed'))}
                  tabindex={props.tabindex}
                  onChange={(event) => {
                    audio.playbackRate = Number(event.currentTarget.value);
                    // A new source would begin at its default again.
                    audio.defaultPlaybackRate = audio.playbackRate;
                  }}
                >
                  <For each={speeds}>
                    {(speed) => (
                      <option value={speed} selected={speed === 1}>
                        {speed}×
                      </option>
                    )}
                  </For>
                </select>
              </label>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
