import type { VoiceApart } from '../domain/speech-settings.ts';

/** What a conversation's voice differs in. */
export interface VoiceTint {
  /** To multiply the agent's own pitch by. */
  readonly pitch: number;
  /** −1 left to 1 right; undefined leaves the sound in the middle. */
  readonly pan?: number;
}

// Some three semitones apart or more: nearer ones are not told apart at high speed.
const pitches = [1, 0.75, 1.3, 0.6, 1.6] as const;
const sides = [-0.9, 0.9, 0, -0.45, 0.45] as const;

/**
 * The voice of the n-th conversation, so that four customers can be told apart by ear. An engine
 * that knows no sides gets pitches; the name is said as well (A32: no meaning by stereo alone).
 * @param slot from 0; further ones begin anew
 */
export function tellApart(slot: number, apart: VoiceApart, canPan: boolean): VoiceTint {
  if (apart === 'none') return { pitch: 1 };
  if (apart === 'side' && canPan) return { pitch: 1, pan: sides[slot % sides.length] ?? 0 };
  return { pitch: pitches[slot % pitches.length] ?? 1 };
}

/** Gives each conversation the lowest number that is free. */
export interface Slots {
  of(source: string): number;
  free(source: string): void;
}

/** Makes an empty set of numbers. */
export function createSlots(): Slots {
  const taken = new Map<string, number>();
  return {
    of: (source) => {
      const known = taken.get(source);
      if (known !== undefined) return known;
      const used = new Set(taken.values());
      let slot = 0;
      while (used.has(slot)) slot += 1;
      taken.set(source, slot);
      return slot;
    },
    free: (source) => void taken.delete(source),
  };
}
