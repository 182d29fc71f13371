import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { Registry } from '../speech/registry.ts';
import type { Synthesizer, Voice } from '../speech/synthesizer.ts';

/** A voice, and the engine that has it. */
export interface OfferedVoice extends Voice {
  readonly engine: string;
}

/** More are no choice but a search; the best stand first. */
const most = 100;

/**
 * The voices that can be chosen for a language, those of the preferred engine first. Voices that
 * would need consent are among them: to choose one is to give it.
 */
export async function listVoices(
  synthesizers: Registry<Synthesizer>,
  language: LanguageTag,
  preferred: string,
): Promise<readonly OfferedVoice[]> {
  const lists = await Promise.all(
    [...synthesizers.engines]
      .sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred))
      .map(async (engine) =>
        (await engine.voices(language))
          .filter((voice) => primaryLanguage(voice.language) === primaryLanguage(language))
          .map((voice) => ({ ...voice, engine: engine.id })),
      ),
  );
  return lists.flat().slice(0, most);
}
