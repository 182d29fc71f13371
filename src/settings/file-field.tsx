import { createSignal, type JSX, Show } from 'solid-js';
import { decodeFile } from '../canned-responses/decode-file.ts';
import { useWorkspace } from '../session/workspace.ts';

/** A file as it was read: its name and text, or that it is too large or no text. */
export interface ReadFile {
  readonly name: string;
  readonly text: string | undefined;
  readonly isTooLarge: boolean;
}

interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  /** Takes the file; gives what to tell the agent, and whether it failed. */
  take(file: ReadFile): { readonly failed: boolean; readonly text: string };
}

/** No file of ours comes near it; larger ones are not even read. */
const mostBytes = 1_000_000;

/** Takes a file from the agent. What came of it is said, and stands beside the field (A61). */
export function FileField(props: FileFieldProps): JSX.Element {
  const { say } = useWorkspace();
  const [outcome, setOutcome] = createSignal<{ failed: boolean; text: string }>();
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const isTooLarge = file.size > mostBytes;
    const decoded = isTooLarge ? undefined : decodeFile(new Uint8Array(await file.arrayBuffer()));
    const text = decoded?.ok ? decoded.value : undefined;
    const result = props.take({ name: file.name, text, isTooLarge });
    // Otherwise choosing the same file again, mended meanwhile, would change nothing.
    input.value = '';
    setOutcome(result);
    say(result.text);
  };
  return (
    <div class="setting">
      <label for={props.id}>{props.label}</label>
      <input
        type="file"
        id={props.id}
        accept=".json,application/json"
        aria-invalid={outcome()?.failed ? 'true' : undefined}
        aria-describedby={outcome() ? `${props.id}-outcome` : undefined}
        onChange={(event) => void read(event.currentTarget)}
      />
      <Show when={outcome()}>
        {(result) => (
          <p id={`${props.id}-outcome`} class={result().failed ? 'error' : 'hint'}>
            {result().text}
          </p>
        )}
      </Show>
    </div>
  );
}
