import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { useWorkspace } from '../session/workspace.ts';

interface ImportPreviewProps {
  /** The file's. */
  readonly name: string;
  readonly imported: readonly CannedResponse[];
  /** Those that are in the library. */
  readonly responses: readonly CannedResponse[];
  apply(how: 'keep' | 'replace'): void;
  onClose(): void;
}

/** Says what an import will change before it does. */
export function ImportPreview(props: ImportPreviewProps): JSX.Element {
  const { t } = useWorkspace();
  const own = new Set(props.responses.map(({ shortcut }) => shortcut));
  const same = props.imported.filter(({ shortcut }) => own.has(shortcut)).length;
  const count = props.imported.length;
  const [how, setHow] = createSignal<'keep' | 'replace'>('keep');
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());
  const counts = [
    t('canned.files.found', { count }),
    ...(count > same ? [t('canned.files.fresh', { count: count - same })] : []),
    ...(same ? [t('canned.files.same', { count: same })] : []),
  ];

  return (
    <form
      class="note"
      onSubmit={(event) => {
        event.preventDefault();
        props.apply(how());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <h3 ref={heading} tabindex="-1" aria-describedby="canned-counts">
        {t('canned.files.preview', { name: props.name })}
      </h3>
      <p id="canned-counts">{counts.join(' ')}</p>
      <Show when={same}>
        <fieldset>
          <legend>{t('canned.files.how')}</legend>
          <For each={['keep', 'replace'] as const}>
            {(way) => (
              <label class="choice">
                <input
                  type="radio"
                  name="how"
                  value={way}
                  checked={how() === way}
                  onChange={() => setHow(way)}
                />
                {t(`canned.files.${way}`)}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <div class="row">
        <button type="submit" class="primary">
          {t('canned.files.apply')}
        </button>
        <button type="button" onClick={() => props.onClose()}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
