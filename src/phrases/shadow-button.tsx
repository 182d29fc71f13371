import { type JSX, onCleanup } from 'solid-js';
import { createShadowing } from '../session/create-shadowing.ts';
import { useWorkspace } from '../session/workspace.ts';

/** Hears a phrase, records the agent, and plays both in turn: one button from beginning to end. */
export function ShadowButton(props: { readonly phrase: string }): JSX.Element {
  const workspace = useWorkspace();
  const { t, say } = workspace;
  const shadowing = createShadowing(workspace);
  onCleanup(() => shadowing.dispose());
  return (
    <>
      <button
        type="button"
        class="shadow"
        data-state={shadowing.state()}
        aria-describedby="shadow-hint"
        onClick={() => {
          shadowing.toggle(props.phrase).catch(() => say(t('app.loadFailed')));
        }}
      >
        {t(`shadow.${shadowing.state()}`)}
      </button>
      <span id="shadow-hint" class="hint">
        {t('shadow.hint')}
      </span>
    </>
  );
}
