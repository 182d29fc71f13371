import { createSignal, type JSX, Show } from 'solid-js';
import { FileField } from '../session/file-field.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { Translate } from '../shared/translate.ts';
import type { Replay } from '../simulator/to-replay-scenario.ts';
import {
  longestTranscript,
  type Transcript,
  type TranscriptProblem,
} from '../simulator/transcript.ts';
import { describeFileProblem, readTextFile } from './read-text-file.ts';
import type { TranscriptPreview } from './transcript-preview.tsx';

const messages = {
  'too-long': 'editor.files.tooLarge',
  'bad-quotes': 'editor.transcript.badQuotes',
  'no-columns': 'editor.transcript.noColumns',
  'no-speakers': 'editor.transcript.noSpeakers',
  'one-speaker': 'editor.transcript.oneSpeaker',
  'many-speakers': 'editor.transcript.manySpeakers',
} as const satisfies Record<TranscriptProblem['kind'], string>;

/** The sentence that tells why a transcript was not taken, and what one looks like. */
function describeTranscriptProblem(problem: TranscriptProblem, t: Translate): string {
  const { kind, ...values } = problem;
  return t(messages[kind], values);
}

/** Makes a scenario of a real conversation: a file, what will be masked in it, and then its text. */
export function TranscriptFile(props: { make(replay: Replay): void }): JSX.Element {
  const { t, language } = useWorkspace();
  const [found, setFound] = createSignal<{
    readonly name: string;
    readonly transcript: Transcript;
    readonly Preview: typeof TranscriptPreview;
  }>();
  const take = async (file: File) => {
    setFound(undefined);
    const read = await readTextFile(file, longestTranscript);
    if (!read.ok) return describeFileProblem(read.error, t, language());
    // What tells acts and masks is large, and most who write scenarios bring no transcript.
    const [{ importTranscript }, { TranscriptPreview: Preview }] = await Promise.all([
      import('../simulator/import-transcript.ts'),
      import('./transcript-preview.tsx'),
    ]);
    const transcript = importTranscript(read.value, file.name);
    if (!transcript.ok) return describeTranscriptProblem(transcript.error, t);
    setFound({ name: file.name.replace(/\.[^.]*$/, ''), transcript: transcript.value, Preview });
    return undefined;
  };
  return (
    <>
      <FileField
        id="transcript-file"
        label={t('editor.transcript.open')}
        hint={t('editor.transcript.openHint')}
        accept=".txt,.csv,.tsv,.log,text/plain,text/csv"
        take={take}
      />
      <Show when={found()} keyed>
        {({ name, transcript, Preview }) => (
          <Preview
            name={name}
            transcript={transcript}
            make={props.make}
            onClose={() => {
              setFound(undefined);
              document.getElementById('transcript-file')?.focus();
            }}
          />
        )}
      </Show>
    </>
  );
}
