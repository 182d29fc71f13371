import type { PcmChunk } from '../pcm-stream.ts';
import type { SpeechErrorKind } from '../speech-error.ts';

/** Samples a second that eSpeak NG makes. */
export const espeakSampleRate = 22_050;

/** What is fetched apart: the engine speaks English; Mandarin needs its dictionary too. */
export type EspeakPart = 'english' | 'mandarin';

/** How long to be silent after a piece. */
export type PieceEnd = 'text' | 'clause' | 'sentence' | 'paragraph';

/** A sentence, or less, that the worker says in one go. */
export interface EspeakPiece {
  readonly text: string;
  /** eSpeak's name of a voice. */
  readonly voice: string;
  readonly needs: EspeakPart;
  /** As in `Utterance`. */
  readonly rate: number;
  readonly pitch: number;
  readonly end: PieceEnd;
}

/** What the worker is told. */
export type EspeakOrder =
  | { readonly kind: 'say'; readonly id: number; readonly piece: EspeakPiece }
  | { readonly kind: 'prepare'; readonly id: number; readonly part: EspeakPart }
  /** Nobody listens any more: not begun if it has not been. */
  | { readonly kind: 'drop'; readonly id: number };

/** What the worker tells; times and offsets of words count from the piece's start. */
export type EspeakReport =
  /** The worker's own script is there. */
  | { readonly kind: 'hello' }
  /** Data comes: a sign of life. */
  | { readonly kind: 'loading'; readonly id: number }
  | ({ readonly kind: 'sound'; readonly id: number } & PcmChunk)
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: SpeechErrorKind };
