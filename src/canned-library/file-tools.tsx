import { createSignal, type JSX, Show } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { describeLibraryError } from '../canned-responses/describe-library-error.ts';
import { exportCsv } from '../canned-responses/export-csv.ts';
import { exportJson } from '../canned-responses/export-json.ts';
import { maximumFileSize } from '../canned-responses/file-format.ts';
import { describeImportError } from '../canned-responses/import-error.ts';
import type { CannedStore } from '../session/create-canned-store.ts';
import { FileField, Refused } from '../session/file-field.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import { Confirm } from '../ui/confirm.tsx';
import { saveFile } from '../ui/save-file.ts';
import { ImportPreview } from './import-preview.tsx';

/** The way in for files. */
const fileId = 'canned-file';

interface FileToolsProps {
  readonly store: CannedStore;
  readonly responses: readonly CannedResponse[];
  /** Shows and says what was done. */
  tell(text: string): void;
}

interface Found {
  readonly name: string;
  readonly imported: readonly CannedResponse[];
}

/** Import, export, and the way back to the starter library. */
export function FileTools(props: FileToolsProps): JSX.Element {
  const { t, clock, language } = useWorkspace();
  /** Why what is in a file could not be put in. */
  const [problem, setProblem] = createSignal<string>();
  const [found, setFound] = createSignal<Found>();
  const [asks, setAsks] = createSignal(false);
  const focusField = () => document.getElementById(fileId)?.focus();

  const take = async (file: File) => {
    setProblem(undefined);
    setFound(undefined);
    const { importFile } = await import('../canned-responses/import-file.ts');
    // A file that is too large is refused by its size and not read.
    const content = file.size > maximumFileSize ? '' : new Uint8Array(await file.arrayBuffer());
    const read = importFile(content, file, { createId, language: language() });
    if (!read.ok) return describeImportError(read.error, t);
    setFound({ name: file.name, imported: read.value });
    return undefined;
  };
  const apply = (imported: readonly CannedResponse[], how: 'keep' | 'replace') => {
    const merged = props.store.merge(imported, how);
    setFound(undefined);
    focusField();
    if (merged.ok) {
      const { added, replaced, kept } = merged.value;
      props.tell(t('canned.files.done', { added, replaced, kept }));
    } else setProblem(describeLibraryError(merged.error, t, language()));
  };
  const save = (format: 'json' | 'csv') => {
    const name = `canned-responses.${format}`;
    const text = format === 'json' ? exportJson(props.responses) : exportCsv(props.responses);
    saveFile({ name, text, type: format === 'json' ? 'application/json' : 'text/csv' }, clock);
    props.tell(t('canned.files.saved', { name }));
  };
  const reset = async () => {
    setAsks(false);
    const isDone = await props.store.reset();
    props.tell(t(isDone ? 'canned.files.resetDone' : 'app.loadFailed'));
  };

  return (
    <section class="files" aria-labelledby="canned-files">
      <h2 id="canned-files">{t('canned.files.title')}</h2>
      <Show when={problem()} keyed>
        {(text) => <Refused text={text} />}
      </Show>
      <FileField
        id={fileId}
        label={t('canned.files.choose')}
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        take={take}
      />
      <Show when={found()} keyed>
        {({ name, imported }) => (
          <ImportPreview
            name={name}
            imported={imported}
            responses={props.responses}
            apply={(how) => apply(imported, how)}
            onClose={() => {
              setFound(undefined);
              focusField();
            }}
          />
        )}
      </Show>
      <div class="row">
        <button type="button" onClick={() => save('json')}>
          {t('canned.files.json')}
        </button>
        <button type="button" onClick={() => save('csv')}>
          {t('canned.files.csv')}
        </button>
        <button type="button" id="canned-reset" onClick={() => setAsks(true)}>
          {t('canned.files.reset')}
        </button>
      </div>
      <Show when={asks()}>
        <Confirm
          id="canned-reset-dialog"
          title={t('canned.files.resetAsk')}
          description={t('canned.files.resetHint')}
          confirm={t('canned.files.reset')}
          keep={t('canned.files.resetKeep')}
          onClose={() => setAsks(false)}
          onConfirm={() => void reset()}
        />
      </Show>
    </section>
  );
}
