import type { EarconName } from '../domain/announcement.ts';
import type { Settings } from '../domain/settings.ts';
import type { Clock } from '../shared/clock.ts';

/** Plays the short sounds; each has a text and a visual twin elsewhere (A32, A44). */
export interface Earcons {
  /** Plays now, or at the end of the two seconds since the last one; the more urgent one wins. */
  play(name: EarconName): void;
  dispose(): void;
}

/** Hertz of the notes and milliseconds of each. Told apart by shape, not by side or loudness. */
export const earconNotes: Readonly<
  Record<EarconName, { readonly notes: readonly number[]; readonly ms: number }>
> = {
  message: { notes: [660, 880], ms: 80 },
  'message-other': { notes: [520], ms: 110 },
  offer: { notes: [523, 659, 784], ms: 110 },
  failure: { notes: [220, 208, 220], ms: 130 },
  lost: { notes: [440, 330, 247], ms: 160 },
  slow: { notes: [330, 294], ms: 220 },
  back: { notes: [247, 330, 440], ms: 100 },
  'mic-open': { notes: [392, 587], ms: 60 },
  'mic-closed': { notes: [587, 392], ms: 60 },
};

const urgency: readonly EarconName[] = [
  'mic-open',
  'mic-closed',
  'message-other',
  'message',
  'back',
  'slow',
  'offer',
  'lost',
  'failure',
];
const apart = 2000;

/**
 * Makes the player. Synthesised, so that nothing is downloaded.
 * @param options.context made at the first sound only: browsers refuse one before a key was pressed
 */
export function createEarcons(options: {
  readonly clock: Clock;
  context?(): AudioContext;
  preferences(): Pick<Settings, 'earcons' | 'earconVolume'>;
}): Earcons {
  const { clock } = options;
  let audio: AudioContext | undefined;
  let last = Number.NEGATIVE_INFINITY;
  let waiting: EarconName | undefined;
  let cancel: (() => void) | undefined;

  const sound = (name: EarconName) => {
    const { earcons, earconVolume } = options.preferences();
    if (!earcons || earconVolume <= 0) return;
    last = clock.now();
    audio ??= options.context?.() ?? new AudioContext();
    // Refused until the agent has pressed a key; every sound has its text and its pulse as well.
    if (audio.state === 'suspended') audio.resume().catch(() => undefined);
    const { notes, ms } = earconNotes[name];
    for (const [index, hertz] of notes.entries()) {
      const from = audio.currentTime + (index * ms) / 1000;
      const to = from + ms / 1000;
      const tone = audio.createOscillator();
      const loudness = audio.createGain();
      tone.frequency.value = hertz;
      // Faded in and out: a square edge clicks.
      loudness.gain.setValueAtTime(0, from);
      loudness.gain.linearRampToValueAtTime(earconVolume * 0.5, from + 0.01);
      loudness.gain.linearRampToValueAtTime(0, to);
      tone.connect(loudness).connect(audio.destination);
      tone.start(from);
      tone.stop(to);
    }
  };

  return {
    play: (name) => {
      if (waiting === undefined && clock.now() - last >= apart) return sound(name);
      if (waiting === undefined) {
        cancel = clock.after(last + apart - clock.now(), () => {
          const next = waiting;
          waiting = undefined;
          if (next) sound(next);
        });
      }
      if (!waiting || urgency.indexOf(name) > urgency.indexOf(waiting)) waiting = name;
    },
    dispose: () => {
      cancel?.();
      void audio?.close();
    },
  };
}
