import { speechOf } from '../domain/speech-settings.ts';
import { createEngineChoice } from '../speech/choose-engines.ts';
import { createReader } from '../speech/create-reader.ts';
import { sayAs } from '../speech/say-as/say-as.ts';
import { createRecognizers } from './create-recognizers.ts';
import { createSynthesizers } from './create-synthesizers.ts';
import { describeVoiceTrouble } from './describe-speech.ts';
import type { Speech } from './speech.ts';
import type { Workspace } from './workspace.ts';

/** Builds the engines, which load what is heavy when they are first used, and the reader. */
export function createSpeech(workspace: Workspace): Speech {
  const { clock, t } = workspace;
  const synthesizers = createSynthesizers(workspace);
  const recognizers = createRecognizers(workspace);
  const settings = () => speechOf(workspace.settings());
  const reader = createReader({
    choice: createEngineChoice({
      synthesizers,
      clock,
      settings,
      onTrouble: (trouble) => {
        const tell = () => workspace.notify(describeVoiceTrouble(trouble, t));
        workspace.allSentences().then(tell, tell);
      },
    }),
    settings,
    sayAs: (text, language) => sayAs(text, language, { sayPrivate: settings().sayPrivate }),
  });
  return {
    synthesizers,
    recognizers,
    reader,
  };
}
