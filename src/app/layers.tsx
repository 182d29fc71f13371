import { type JSX, Show } from 'solid-js';
import { deferred } from '../session/deferred.tsx';
import { type AllSentences, useWorkspace } from '../session/workspace.ts';
import type { AppLayers } from './app-commands.ts';

const Palette = deferred(async () => (await import('../palette/palette.tsx')).Palette);

const Numbers = deferred(async () => (await import('../numbers/numbers.tsx')).Numbers);

const Confirm = deferred(async () => (await import('../ui/confirm.tsx')).Confirm);

const SignOut = deferred(async () => (await import('./sign-out.tsx')).SignOut);

/** Fetches what is called by a key, so that it is there in one step: see `deferred`. */
export const prepareLayers = (allSentences: AllSentences): void => {
  void Palette.prepare(allSentences);
  void Numbers.prepare(allSentences);
};

/** What lies over the screen. */
export function Layers(props: { readonly layers: AppLayers }): JSX.Element {
  const { t, isLeading } = useWorkspace();
  const { layer, close, stopPractice, signOut } = props.layers;
  return (
    <>
      <Show when={layer() === 'palette'}>
        <Palette onClose={close} />
      </Show>
      <Show when={layer() === 'numbers'}>
        <Numbers onClose={close} />
      </Show>
      <Show when={layer() === 'stop-practice'}>
        <Confirm
          id="stop-dialog"
          title={t('ending.stopAsk')}
          description={t('ending.stopHint')}
          confirm={t('practise.stop')}
          keep={t('ending.stopKeep')}
          onClose={close}
          onConfirm={stopPractice}
        />
      </Show>
      <Show when={layer() === 'sign-out'}>
        <SignOut onClose={close} onConfirm={signOut} />
      </Show>
      <Show when={isLeading()}>
        <p class="leader" aria-hidden="true">
          {t('app.leader')}
        </p>
      </Show>
    </>
  );
}
