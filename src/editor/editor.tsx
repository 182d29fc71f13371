import '../ui/form.css';
import './editor.css';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { OwnScenario } from '../session/kept-scenarios.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { createOwnScenarios } from './create-own-scenarios.ts';
import { readPlace, type WritingPlace, writePlace } from './kept-place.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { ScenarioList } from './scenario-list.tsx';

/** Where scenarios are written: a list of one's own, and the one that is open. */
export function Editor(): JSX.Element {
  const workspace = useWorkspace();
  const { t, router, storage, say } = workspace;
  const store = createOwnScenarios(workspace);
  const [place, setPlace] = createSignal<WritingPlace>();
  const [isReady, setReady] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  const begin = async () => {
    const [kept] = await Promise.all([readPlace(storage), store.loaded]);
    if (isGone) return;
    if (kept && store.find(kept.id)) setPlace(kept);
    setReady(true);
    // On the way back there was nothing yet that could take the focus.
    router.restoreFocus();
  };
  begin().catch(() => {
    setFailed(true);
    say(t('app.loadFailed'));
  });
  const open = ({ id }: OwnScenario) => {
    const next = { id, start: 0, end: 0 };
    setPlace(next);
    writePlace(storage, next);
    document.getElementById('scenario-text')?.focus();
  };
  const close = () => {
    const id = place()?.id;
    store.flush();
    setPlace(undefined);
    writePlace(storage, undefined);
    document.getElementById(`open-${id}`)?.focus();
  };
  return (
    <Screen
      title={t('editor.title')}
      pageTitle={t('app.title', { page: t('editor.title') })}
      class="editor"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <Show when={isReady()} fallback={<p>{t(failed() ? 'app.loadFailed' : 'app.loading')}</p>}>
        <Show when={place()} keyed fallback={<ScenarioList store={store} open={open} />}>
          {(at) => <ScenarioForm store={store} place={at} close={close} />}
        </Show>
      </Show>
    </Screen>
  );
}
