import type { Reader } from '../speech/create-reader.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import type { Registry } from '../speech/registry.ts';
import type { Synthesizer } from '../speech/synthesizer.ts';

/** All that speaks and listens; built when it is first needed, handed down by `Workspace.speech`. */
export interface Speech {
  readonly synthesizers: Registry<Synthesizer>;
  readonly recognizers: Registry<Recognizer>;
  readonly reader: Reader;
}
