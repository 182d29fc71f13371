import type { LanguageTag } from '../shared/language.ts';
import type { SpeechErrorKind } from './speech-error.ts';

/** Where the sound, or the text that becomes one, goes. It is always shown to the agent. */
export type SoundPlace = 'device' | 'network' | 'cloud' | 'unknown';

/** Whether an engine can be used for a language, and if not, why and what would help. */
export type Availability =
  | { readonly kind: 'ready' }
  /** Ready after a download; `bytes` where they are known. */
  | { readonly kind: 'installable'; readonly bytes?: number }
  | { readonly kind: 'needs-server' }
  | { readonly kind: 'needs-consent' }
  | { readonly kind: 'unavailable'; readonly reason: SpeechErrorKind };

/** What all engines have. */
export interface Engine {
  /** Stays the same for good: settings name engines by it, and so do `locales/` (`speech.engine.…`). */
  readonly id: string;
  readonly place: SoundPlace;
  /** Never rejects, never waits longer than a second or two. */
  availability(language: LanguageTag): Promise<Availability>;
  /** Lets go of everything; idempotent. */
  dispose(): void;
}
