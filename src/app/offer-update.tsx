import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { render } from '#dom';
import { takeOver } from '../offline/find-update.ts';
import type { Route } from '../session/create-router.ts';
import { useWorkspace, type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import { focusOnce } from '../ui/focus-once.ts';

/** What an offer needs; `reload` stands in for the page's own. */
export interface UpdateOffer {
  readonly workspace: Workspace;
  readonly worker: ServiceWorker;
  readonly container: ServiceWorkerContainer;
  reload?(): void;
}

/** Where nothing is typed that only the page knows. */
const quietRoutes: readonly Route[] = [
  'start',
  'practise',
  'training',
  'progress',
  'debrief',
  'settings',
  'help',
  'announcements',
];

/**
 * Offers the newer version above the screen, until its owner goes: in words, once, and only where
 * opening the page anew takes nothing away. It stands outside of the app's own tree, as few get to it.
 */
export function showUpdate(offer: UpdateOffer): void {
  const { workspace } = offer;
  const host = document.createElement('div');
  void workspace.allSentences().then(() => {
    document.querySelector('.shell > header')?.after(host);
  });
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <Update offer={offer} />
      </WorkspaceProvider>
    ),
    host,
  );
  onCleanup(() => {
    dispose();
    host.remove();
  });
}

function Update(props: { readonly offer: UpdateOffer }): JSX.Element {
  const { t, say, queue, router, commands, drafts, notes, clock, allSentences } = useWorkspace();
  const { worker, container, reload = () => location.reload() } = props.offer;
  const [isReady, setReady] = createSignal(false);
  const [isPutOff, setPutOff] = createSignal(false);
  const isFree = () => isReady() && quietRoutes.includes(router.route());
  const isShown = () => isFree() && !isPutOff();
  void allSentences().then(() => setReady(true));
  let isTold = false;
  createEffect(() => {
    if (!isShown() || isTold) return;
    isTold = true;
    queue.announce({ class: 'connection', priority: 1, text: t('offline.newVersion') });
  });
  const apply = async () => {
    say(t('offline.changing'));
    await Promise.all([drafts.flush(), notes.flush()]);
    await takeOver(worker, container, clock);
    reload();
  };
  const putOff = () => {
    focusOnce(document.querySelector<HTMLElement>('main h1'));
    setPutOff(true);
    say(t('offline.putOff'));
  };
  onCleanup(commands.add([{ id: 'update', available: isFree, run: () => void apply() }]));
  return (
    <Show when={isShown()}>
      <section class="notices note" aria-label={t('offline.newVersionTitle')}>
        <p id="new-version">{t('offline.newVersion')}</p>
        <div class="row">
          <button
            type="button"
            class="primary"
            id="use-new-version"
            aria-describedby="new-version"
            onClick={() => void apply()}
          >
            {t('commands.update')}
          </button>
          <button
            type="button"
            id="put-off-new-version"
            aria-describedby="new-version"
            onClick={putOff}
          >
            {t('offline.later')}
          </button>
        </div>
      </section>
    </Show>
  );
}
