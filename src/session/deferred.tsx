import { type Component, createSignal, type JSX, Show } from 'solid-js';
import { createComponent } from '#dom';
import { useWorkspace } from './workspace.ts';

/**
 * A component whose code is fetched when it is first shown. Solid's own `lazy` brings resources,
 * suspense and transitions with it (2 kB of the first screen); and a part that cannot be fetched
 * over a bad link must say so and offer another try, not break the desk.
 * @param load fetches the component
 * @param sentences which part of the locale it needs
 */
export function deferred<P extends object>(
  load: () => Promise<Component<P>>,
  sentences: 'first' | 'all' = 'all',
): Component<P> {
  const [loaded, setLoaded] = createSignal<Component<P>>();
  return (props: P): JSX.Element => {
    const { t, say, allSentences } = useWorkspace();
    const [hasFailed, setFailed] = createSignal(false);
    const fetch = () => {
      setFailed(false);
      Promise.all([load(), sentences === 'all' ? allSentences() : undefined]).then(
        ([component]) => setLoaded(() => component),
        () => {
          setFailed(true);
          say(t('app.loadFailed'));
        },
      );
    };
    if (!loaded()) fetch();
    return (
      <Show
        when={loaded()}
        fallback={
          <Show when={hasFailed()} fallback={<p class="loading">{t('app.loading')}</p>}>
            <p class="note">
              {t('app.loadFailed')}{' '}
              <button type="button" onClick={fetch}>
                {t('app.retry')}
              </button>
            </p>
          </Show>
        }
      >
        {(component) => createComponent(component(), props)}
      </Show>
    );
  };
}
