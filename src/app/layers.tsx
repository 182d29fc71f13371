import { type JSX, Show } from 'solid-js';
import { deferred } from '../session/deferred.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { AppLayers } from './app-commands.ts';

const Palette = deferred(async () => (await import('../palette/palette.tsx')).Palette);

const Confirm = deferred(async () => (await import('../ui/confirm.tsx')).Confirm);

/** What lies over the screen. */
export function Layers(props: { readonly layers: AppLayers }): JSX.Element {
  const { t, isLeading } = useWorkspace();
  const { layer, close, stopPractice } = props.layers;
  return (
    <>
      <Show when={layer() === 'palette'}>
        <Palette onClose={close} />
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
      <Show when={isLeading()}>
        <p class="leader" aria-hidden="true">
          {t('app.leader')}
        </p>
      </Show>
    </>
  );
}
