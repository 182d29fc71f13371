import { For, type JSX } from 'solid-js';
import type { CannedResponse } from '../canned-responses/canned-response.ts';
import { folderName } from '../canned-responses/folder-name.ts';
import { useWorkspace } from '../session/workspace.ts';

interface ResponseDetailsProps {
  readonly response: CannedResponse;
  readonly title: string;
  edit(): void;
  remove(): void;
}

/** The chosen response in all its languages, and what can be done with it. */
export function ResponseDetails(props: ResponseDetailsProps): JSX.Element {
  const { t, language } = useWorkspace();
  const names = () => new Intl.DisplayNames([language()], { type: 'language' });
  return (
    <section class="response" aria-labelledby="canned-details">
      <h2 id="canned-details">{props.title}</h2>
      <p class="meta">
        <kbd>/{props.response.shortcut}</kbd>
        {t('app.comma')}
        {folderName(props.response.folder, t) || t('canned.noFolder')}
      </p>
      <For each={Object.entries(props.response.texts)}>
        {([tag, text]) => (
          <div class="stack">
            <h3>{names().of(tag)}</h3>
            <p class="text" lang={tag} dir="auto">
              {text}
            </p>
          </div>
        )}
      </For>
      <div class="row">
        <button type="button" id="canned-edit" onClick={() => props.edit()}>
          {t('canned.edit')}
        </button>
        <button type="button" id="canned-delete" onClick={() => props.remove()}>
          {t('canned.delete')}
        </button>
      </div>
    </section>
  );
}
