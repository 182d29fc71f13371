import { languageRuns } from '../domain/language-runs.ts';
import type { LanguageTag } from '../shared/language.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { SpeechError } from '../speech/speech-error.ts';
import type { Pcm, Synthesizer } from '../speech/synthesizer.ts';

/** What it takes to turn text into sound. */
export interface RenderTextParts {
  /** The engines that are ready for the language. */
  readonly synthesizers: (language: LanguageTag) => Promise<readonly Synthesizer[]>;
  /** Puts a run into the words that the voice should say; as it is written, if left out. */
  readonly sayAs?: (text: string, language: LanguageTag) => string;
  readonly signal: AbortSignal;
}

/** Sound of a text, without the times of its words. */
export type RenderedText = Omit<Pcm, 'words'>;

const join = (pieces: readonly RenderedText[], sampleRate: number): RenderedText => {
  const length = pieces.reduce((sum, { samples }) => sum + samples.length, 0);
  const samples = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece.samples, at);
    at += piece.samples.length;
  }
  return { samples, sampleRate };
};

/**
 * Speaks a text into samples, each run of a mixed one in its own language (A57), by the first engine
 * that can give its sound.
 * @returns `no-voice` if none can, `aborted`, or what the last engine failed with
 */
export async function renderText(
  text: string,
  language: LanguageTag,
  { synthesizers, sayAs = (words) => words, signal }: RenderTextParts,
): Promise<Result<RenderedText, SpeechError>> {
  let error: SpeechError = { kind: 'no-voice' };
  const runs = languageRuns(text, language).filter((run) => run.text.trim());
  const renderBy = async (engine: Synthesizer): Promise<Result<RenderedText, SpeechError>> => {
    const pieces: RenderedText[] = [];
    for (const run of runs) {
      const spoken = sayAs(run.text, run.language);
      const how = { language: run.language, rate: 1, pitch: 1, volume: 1 };
      const piece = await engine.render?.({ text: spoken, ...how }, signal);
      if (!piece?.ok) return piece ?? err({ kind: 'no-voice' });
      pieces.push(piece.value);
    }
    const [first] = pieces;
    return first ? ok(join(pieces, first.sampleRate)) : err({ kind: 'empty-audio' });
  };
  for (const engine of await synthesizers(language)) {
    if (!engine.render) continue;
    const rendered = await renderBy(engine);
    if (rendered.ok) return rendered;
    error = rendered.error;
    if (signal.aborted) return err({ kind: 'aborted' });
  }
  return err(error);
}
