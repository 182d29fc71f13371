import { type JSX, Show } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { saveFile } from '../ui/save-file.ts';

interface HandOutProps {
  /** The file's. */
  readonly name: string;
  text(): string;
}

const type = 'text/plain';

/** Gives the scenario on: as a file that is saved, or through what the system shares with. */
export function HandOut(props: HandOutProps): JSX.Element {
  const { t, say, clock } = useWorkspace();
  const asFile = () => new File([props.text()], props.name, { type });
  const canShare = navigator.canShare?.({ files: [new File([''], 'scenario.txt', { type })] });
  const share = async () => {
    try {
      await navigator.share({ files: [asFile()] });
      say(t('editor.files.shared', { name: props.name }));
    } catch (problem) {
      // Calling it off is no failure, and the agent knows.
      if (problem instanceof DOMException && problem.name === 'AbortError') return;
      say(t('editor.files.notShared'));
    }
  };
  return (
    <div class="row">
      <button
        type="button"
        id="editor-save"
        onClick={() => {
          saveFile({ name: props.name, type, text: props.text() }, clock);
          say(t('editor.files.saved', { name: props.name }));
        }}
      >
        {t('editor.files.save')}
      </button>
      <Show when={canShare}>
        <button type="button" id="editor-share" onClick={() => void share()}>
          {t('editor.files.share')}
        </button>
      </Show>
    </div>
  );
}
