import type { LanguageTag } from '../../shared/language.ts';
import { cutSentences, type Piece } from '../cut-sentences.ts';
import type { PieceEnd } from './espeak-protocol.ts';

/** A stretch of a text that is said in one go, and how it ends. */
export interface TextPiece extends Piece {
  readonly end: PieceEnd;
}

/** Long enough for most sentences; shorter than a tenth of a second's work. */
const most = 160;

function endOf(text: string, gap: string): PieceEnd {
  if (/\n\s*\n/.test(gap)) return 'paragraph';
  if (gap.includes('\n') || /[.!?。！？…]\p{P}*$/u.test(text)) return 'sentence';
  return /[,;:，；：、—]$/.test(text) ? 'clause' : 'text';
}

/**
 * Cuts a text into what eSpeak says in one go; it would not pause between two orders by itself. A text
 * that ends a sentence ends in a pause too: whoever reads aloud orders one sentence after the other.
 */
export function cutPieces(text: string, language: LanguageTag): TextPiece[] {
  const pieces = cutSentences(text, language, most);
  return pieces.map((piece, index) => {
    const next = pieces[index + 1];
    const gap = next ? text.slice(piece.at + piece.text.length, next.at) : '';
    return { ...piece, end: endOf(piece.text, gap) };
  });
}
