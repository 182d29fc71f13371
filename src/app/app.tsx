import {
  type Component,
  createComputed,
  createEffect,
  ErrorBoundary,
  For,
  getOwner,
  type JSX,
  on,
  onCleanup,
  runWithOwner,
  Show,
} from 'solid-js';
import { createComponent } from '#dom';
import { createRegions } from '../a11y/regions.ts';
import { Console } from '../console/console.tsx';
import { Offers } from '../console/offers.tsx';
import { StatusBar } from '../console/status-bar.tsx';
import { createViews, type Views } from '../console/views.ts';
import { Practise } from '../practice/practise.tsx';
import { type Route, trainingRoutes } from '../session/create-router.ts';
import { type Deferred, deferred } from '../session/deferred.tsx';
import { type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import { Start } from '../start/start.tsx';
import { appCommands } from './app-commands.ts';
import { createFocusKeeper } from './create-focus-keeper.ts';
import { createShownRoutes } from './create-shown-routes.ts';
import { createDeskActions } from './desk-actions.ts';
import { Header } from './header.tsx';
import { Layers } from './layers.tsx';

const Debrief = deferred(async () => (await import('../practice/debrief.tsx')).Debrief);
const SignIn = deferred(async () => (await import('../sign-in/sign-in.tsx')).SignIn);
const SettingsScreen = deferred(
  async () => (await import('../settings/settings-screen.tsx')).SettingsScreen,
  'settings',
);
const CannedLibrary = deferred(
  async () => (await import('../canned-library/canned-library.tsx')).CannedLibrary,
);
const Help = deferred(async () => (await import('../help/help.tsx')).Help);
const AnnouncementLog = deferred(
  async () => (await import('../help/announcement-log.tsx')).AnnouncementLog,
);

/** Some take the views, the others nothing. */
type AnyScreen = Component<{ readonly views: Views }> & Partial<Pick<Deferred<object>, 'prepare'>>;

/** The screens of the training room; what leads to them all is fetched with the first one. */
const trainingScreens = Object.fromEntries(
  trainingRoutes.map((route) => [
    route,
    deferred(
      async () => (await import('./training-screens.ts')).loadTraining(route),
      // The settings lead to these.
      route === 'traffic' || route === 'link' ? 'settings' : undefined,
    ),
  ]),
) as Record<(typeof trainingRoutes)[number], Deferred<object>>;

const screens: Readonly<Record<Route, AnyScreen>> = {
  start: Start,
  practise: Practise,
  'sign-in': SignIn,
  desk: Console,
  settings: SettingsScreen,
  'canned-responses': CannedLibrary,
  help: Help,
  announcements: AnnouncementLog,
  debrief: Debrief,
  ...trainingScreens,
};

/** On a slow processor the screen is painted first. Safari has no such callback. */
const whenIdle = (act: () => void) =>
  'requestIdleCallback' in globalThis
    ? requestIdleCallback(act, { timeout: 1000 })
    : setTimeout(act);

/** Milliseconds until another attempt when code could not be fetched. */
const again = 3000;

interface AppProps {
  readonly workspace: Workspace;
}

/** The whole desk: header, offers, the screen, and what lies over it. */
export function App(props: AppProps): JSX.Element {
  const { workspace } = props;
  const { t, session, commands, keymap, queue } = workspace;
  const actions = createDeskActions(workspace);
  createEffect(
    on(session, (shift) => {
      // Nothing of it is due in the first minutes, so it comes behind the first screen.
      const owner = getOwner();
      let isOver = false;
      onCleanup(() => {
        isOver = true;
      });
      const watch = (): void => {
        import('./watch-desk.ts').then(
          ({ watchDesk }) => {
            if (!isOver) runWithOwner(owner, () => watchDesk(workspace, shift));
          },
          // Without it a shift would have no lock, and nobody could let go what is held.
          () => isOver || workspace.clock.after(again, watch),
        );
      };
      // A shift is watched from its first event on.
      if (shift) watch();
      else whenIdle(() => isOver || watch());
    }),
  );
  const views = createViews();
  let extendOffers = () => false;
  const regions = createRegions(() => [
    ...document.querySelectorAll<HTMLElement>('[data-region]:not(.leaving)'),
  ]);
  const layers = appCommands({
    workspace,
    actions,
    regions,
    extendOffers: () => extendOffers(),
  });
  onCleanup(commands.add(layers.commands));

  const onKeyDown = (event: KeyboardEvent) => {
    queue.keyMoved();
    if (workspace.lock.isLocked()) return;
    if (keymap.handle(event)) event.preventDefault();
  };
  const onFocusIn = (event: FocusEvent) => regions.remember(event);
  addEventListener('keydown', onKeyDown);
  addEventListener('keyup', queue.keyMoved);
  addEventListener('focusin', onFocusIn);
  onCleanup(createFocusKeeper(document.body));
  onCleanup(() => {
    removeEventListener('keydown', onKeyDown);
    removeEventListener('keyup', queue.keyMoved);
    removeEventListener('focusin', onFocusIn);
    queue.dispose();
  });

  let shell!: HTMLDivElement;
  const routes = createShownRoutes(
    workspace,
    (next) => screens[next].prepare?.(workspace.allSentences),
    () => {
      // Else the browser puts it behind the next screen, and Orca follows it there (A39).
      getSelection()?.removeAllRanges();
      const old = [
        ...(shell?.querySelectorAll<HTMLElement>(':scope > :is(main, .list, .panel)') ?? []),
      ];
      if (!old.some((element) => element.contains(document.activeElement))) return false;
      for (const element of old) element.classList.add('leaving', 'visually-hidden');
      return true;
    },
  );
  const route = () => routes()[0];
  // Before the new screen stands there: behind it, the browser would have to lay it out for this.
  createComputed(
    on(route, () => {
      document.documentElement.scrollTop = 0;
    }),
  );

  return (
    <WorkspaceProvider value={workspace}>
      <ErrorBoundary
        fallback={
          <main class="screen">
            <h1>{t('app.name')}</h1>
            <p>{t('app.bug')}</p>
            <button type="button" onClick={() => location.reload()}>
              {t('app.reload')}
            </button>
          </main>
        }
      >
        <div ref={shell} class="shell" classList={{ desk: route() === 'desk' }}>
          <Header openPalette={layers.openPalette}>
            <Show when={session()} keyed>
              <StatusBar />
            </Show>
          </Header>
          <Show when={workspace.notices().length}>
            <section class="notices note" aria-label={t('header.notices')}>
              <For each={workspace.notices()}>{(text) => <p>{text}</p>}</For>
              <button type="button" onClick={workspace.dismissNotices}>
                {t('app.close')}
              </button>
            </section>
          </Show>
          <Show when={session()} keyed>
            <Offers
              accept={actions.accept}
              decline={actions.decline}
              onReady={(extend) => {
                extendOffers = extend;
              }}
            />
          </Show>
          <For each={routes()}>{(shown) => createComponent(screens[shown], { views })}</For>
        </div>
        <Layers layers={layers} />
      </ErrorBoundary>
    </WorkspaceProvider>
  );
}
