import { type Component, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { createComponent } from '#dom';
import { focusOnce } from '../ui/focus-once.ts';
import { type AllSentences, useWorkspace } from './workspace.ts';

/** Milliseconds that need no word. */
const waitUnheard = 300;

/** A component whose code comes later. */
export type Deferred<P extends object> = Component<P> & {
  /**
   * Fetches it ahead, so that it can take the place of what has the focus in one step.
   * @param allSentences fetches sentences of the locale
   * @returns resolves when it is there or cannot be had; nothing if it is there already
   */
  prepare(allSentences: AllSentences): Promise<void> | undefined;
};

/**
 * A component whose code is fetched when it is first shown. Solid's own `lazy` brings resources,
 * suspense and transitions with it (2 kB of the first screen); and a part that cannot be fetched
 * over a bad link must say so and offer another try, not break the desk.
 * @param load fetches the component
 * @param sentences that it needs those of the settings, too
 */
export function deferred<P extends object>(
  load: () => Promise<Component<P>>,
  sentences?: 'settings',
): Deferred<P> {
  const [loaded, setLoaded] = createSignal<Component<P>>();
  const fetch = (allSentences: AllSentences) =>
    Promise.all([load(), allSentences(sentences)]).then(([component]) => {
      setLoaded(() => component);
    });
  const show = (props: P): JSX.Element => {
    const { t, say, allSentences } = useWorkspace();
    const [hasFailed, setFailed] = createSignal(false);
    const attempt = () => {
      setFailed(false);
      fetch(allSentences).catch(() => {
        setFailed(true);
        say(t('app.loadFailed'));
      });
    };
    if (!loaded()) attempt();
    return (
      <Show
        when={loaded()}
        fallback={
          <Show when={hasFailed()} fallback={<Wait text={t('app.loading')} />}>
            <p class="note">
              {t('app.loadFailed')}{' '}
              <button type="button" onClick={attempt}>
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
  return Object.assign(show, {
    prepare: (allSentences: AllSentences) =>
      loaded() ? undefined : fetch(allSentences).catch(() => undefined),
  });
}

/** Takes the focus if it is on nothing, so that it is known that something is coming (A39). */
function Wait(props: { readonly text: string }): JSX.Element {
  const { clock } = useWorkspace();
  let element!: HTMLParagraphElement;
  onMount(() => {
    onCleanup(
      clock.after(waitUnheard, () => {
        if (document.activeElement === document.body) focusOnce(element);
      }),
    );
  });
  return (
    <p ref={element} class="loading">
      {props.text}
    </p>
  );
}
