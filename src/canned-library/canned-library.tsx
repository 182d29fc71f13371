import '../ui/form.css';
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { type CannedResponse, chooseVariant } from '../canned-responses/canned-response.ts';
import { folderName } from '../canned-responses/folder-name.ts';
import { listFolders } from '../canned-responses/folders.ts';
import type { Change } from '../canned-responses/library.ts';
import { createSearch } from '../canned-responses/search.ts';
import { createCannedStore, loadStarter } from '../session/create-canned-store.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey } from '../shared/translate.ts';
import { FileTools } from './file-tools.tsx';
import { ResponseDetails } from './response-details.tsx';
import { ResponseForm } from './response-form.tsx';
import { optionId, ResponseList } from './response-list.tsx';
import '../ui/canned.css';

const undoLabels: Readonly<Record<Change['kind'], MessageKey>> = {
  added: 'canned.undo.added',
  edited: 'canned.undo.edited',
  deleted: 'canned.undo.deleted',
  imported: 'canned.undo.imported',
};
const anyFolder = '*';

/** The agent's canned responses: find, add, edit, delete, take along. */
export function CannedLibrary(): JSX.Element {
  const { t, say, language, storage, router } = useWorkspace();
  const store = createCannedStore({ storage, loadStarter });
  const [failed, setFailed] = createSignal(false);
  const [query, setQuery] = createSignal('');
  const [folder, setFolder] = createSignal(anyFolder);
  const [activeId, setActiveId] = createSignal<string>();
  const [editing, setEditing] = createSignal<{ readonly response: CannedResponse | undefined }>();
  const [notice, setNotice] = createSignal('');
  void store.loaded.then((isThere) => setFailed(!isThere));

  const responses = () => store.library()?.responses ?? [];
  const folders = createMemo(() => listFolders(responses()));
  const search = createMemo(() => createSearch(responses()));
  const found = createMemo(() =>
    search()(query()).filter((one) => folder() === anyFolder || one.folder === folder()),
  );
  const active = () => found().find(({ id }) => id === activeId()) ?? found()[0];
  const lastChange = () => store.library()?.changes.at(-1);
  const titleOf = (response: CannedResponse) =>
    chooseVariant(response.titles, [language()])?.text ?? response.shortcut;
  const tell = (text: string) => {
    setNotice(text);
    say(text);
  };
  /** Goes to a line of the list, or to the search field where there is none. */
  const goTo = (id: string | undefined) => {
    setActiveId(id);
    const line = id === undefined ? null : document.getElementById(optionId(id));
    (line ?? document.getElementById('canned-search'))?.focus();
  };

  const remove = () => {
    const response = active();
    if (!response) return;
    const index = found().indexOf(response);
    if (!store.remove(response.id).ok) return;
    goTo((found()[index] ?? found().at(-1))?.id);
    tell(t('canned.deleted', { title: titleOf(response) }));
  };
  const edit = () => {
    const response = active();
    if (response) setEditing({ response });
  };
  const save = (response: CannedResponse) => {
    const isThere = responses().some(({ id }) => id === response.id);
    const result = isThere ? store.edit(response) : store.add(response);
    if (!result.ok) return result;
    setEditing(undefined);
    if (!found().some(({ id }) => id === response.id)) {
      setQuery('');
      setFolder(anyFolder);
    }
    goTo(response.id);
    tell(t(isThere ? 'canned.saved' : 'canned.added', { title: titleOf(response) }));
    return result;
  };
  const undo = () => {
    const result = store.undo();
    if (!result.ok) return;
    tell(t('canned.undone'));
    if (result.value.kind === 'deleted') goTo(result.value.response?.id);
    // The button may be gone now, and the focus must not be (A39).
    else if (!lastChange()) goTo(active()?.id);
  };

  return (
    <Screen
      title={t('canned.title')}
      pageTitle={t('app.title', { page: t('canned.title') })}
      class="library"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <Show
        when={store.library()}
        fallback={<p>{t(failed() ? 'app.loadFailed' : 'app.loading')}</p>}
      >
        <Show
          when={!editing()}
          fallback={
            <ResponseForm
              response={editing()?.response}
              responses={responses()}
              folders={folders().map((one) => one.folder)}
              save={save}
              onClose={() => {
                const isNew = !editing()?.response;
                setEditing(undefined);
                document.getElementById(isNew ? 'canned-new' : 'canned-edit')?.focus();
              }}
            />
          }
        >
          <p class="lead">{t('canned.lead')}</p>
          <div class="tools">
            <div class="stack">
              <label for="canned-search">{t('canned.search')}</label>
              <input
                id="canned-search"
                type="search"
                value={query()}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </div>
            <div class="stack">
              <label for="canned-in">{t('canned.folder')}</label>
              <select
                id="canned-in"
                value={folder()}
                onChange={(event) => setFolder(event.currentTarget.value)}
              >
                <option value={anyFolder}>{t('canned.allFolders')}</option>
                <For each={folders()}>
                  {(one) => (
                    <option value={one.folder} selected={one.folder === folder()}>
                      {t('canned.inFolder', {
                        folder: folderName(one.folder, t) || t('canned.noFolder'),
                        count: one.count,
                      })}
                    </option>
                  )}
                </For>
              </select>
            </div>
            <button
              type="button"
              id="canned-new"
              class="primary"
              onClick={() => setEditing({ response: undefined })}
            >
              {t('canned.new')}
            </button>
          </div>
          <Show when={notice() || lastChange()}>
            <div class="note row">
              <p>{notice()}</p>
              <Show when={lastChange()}>
                {(change) => (
                  <button type="button" id="canned-undo" onClick={undo}>
                    {t(undoLabels[change().kind], {
                      title: change().response ? titleOf(change().response as CannedResponse) : '',
                    })}
                  </button>
                )}
              </Show>
            </div>
          </Show>
          <p class="meta">{t('canned.count', { count: found().length })}</p>
          <Show when={active()} fallback={<p class="empty">{t('canned.none')}</p>}>
            {(response) => (
              <div class="parts">
                <ResponseList
                  responses={found()}
                  activeId={response().id}
                  titleOf={titleOf}
                  onActive={setActiveId}
                  edit={edit}
                  remove={remove}
                />
                <ResponseDetails
                  response={response()}
                  title={titleOf(response())}
                  edit={edit}
                  remove={remove}
                />
              </div>
            )}
          </Show>
          <FileTools store={store} responses={responses()} tell={tell} />
        </Show>
      </Show>
    </Screen>
  );
}
