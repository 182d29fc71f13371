import type { JSX } from 'solid-js';
import { longestRunFile, readRunFile, writeRunFile } from '../domain/run-file.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { useWorkspace } from '../session/workspace.ts';
import { err, type Result } from '../shared/result.ts';
import type { Translate } from '../shared/translate.ts';
import { saveFile } from '../ui/save-file.ts';

/** Reads a run that somebody has sent; the error is a sentence. A file too large is not read. */
export async function openRunFile(file: File, t: Translate): Promise<Result<RunRecord, string>> {
  const read =
    file.size > longestRunFile
      ? err({ kind: 'too-large' } as const)
      : readRunFile(await file.text());
  return read.ok ? read : err(t(`runFile.${read.error.kind}`));
}

interface SaveRunProps {
  readonly id: string;
  /** What stands on the button. */
  readonly text: string;
  /** The ids of what names it, where there are several of its kind. */
  readonly labelledBy?: string;
  readonly class?: string;
  /** Before what the file is about, in its name. */
  readonly prefix: 'practice' | 'answer';
  /** What is saved; nothing, if something is missing and that was said. */
  run(): RunRecord | undefined;
  /** The sentence that says that it is done; the size is in kB. */
  saved(name: string, size: number): string;
}

/** Saves a run as a file, to be sent as one likes. */
export function SaveRun(props: SaveRunProps): JSX.Element {
  const { t, say, clock } = useWorkspace();
  const save = async () => {
    const run = props.run();
    if (!run) return;
    const about = run.report.scenarioId.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
    const day = new Date(run.report.startedAt).toISOString().slice(0, 10);
    const name = `${props.prefix}-${about}-${day}.json`;
    const text = await writeRunFile(run);
    saveFile({ name, type: 'application/json', text }, clock);
    say(props.saved(name, Math.ceil(new Blob([text]).size / 1000)));
  };
  return (
    <button
      type="button"
      id={props.id}
      class={props.class}
      aria-labelledby={props.labelledBy}
      onClick={() => void save().catch(() => say(t('app.loadFailed')))}
    >
      {props.text}
    </button>
  );
}
