import { For, type JSX } from 'solid-js';
import { coachModes } from '../domain/settings.ts';
import type { Route } from '../session/create-router.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey } from '../shared/translate.ts';

/** A way on from the training room: its words are `training.<word>` and `training.<word>Hint`. */
interface Way {
  readonly to: Route;
  readonly word: string;
}

const ways: readonly Way[] = [
  { to: 'practise', word: 'practise' },
  { to: 'progress', word: 'progress' },
  { to: 'phrases', word: 'phrases' },
  { to: 'editor', word: 'editor' },
  { to: 'review', word: 'review' },
  { to: 'certificates', word: 'certificates' },
];

/** The training room: what there is besides practising with a customer. */
export function Training(): JSX.Element {
  const { t, router, settings, changeSettings } = useWorkspace();
  return (
    <Screen
      title={t('training.title')}
      pageTitle={t('app.title', { page: t('training.title') })}
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('training.lead')}</p>
      <ul class="ways-in">
        <For each={ways}>
          {({ to, word }) => (
            <li>
              <Link
                id={`training-${to}`}
                to={to}
                class="way"
                text={t(`training.${word}` as MessageKey)}
                hint={`training-${to}-hint`}
              />
              <p id={`training-${to}-hint`}>{t(`training.${word}Hint` as MessageKey)}</p>
            </li>
          )}
        </For>
      </ul>
      <label class="field">
        <span>{t('coach.help')}</span>
        <select
          id="coach"
          aria-describedby="coach-hint"
          value={settings().coach ?? 'off'}
          onChange={(event) => {
            const coach = coachModes.find((mode) => mode === event.currentTarget.value);
            if (coach) changeSettings({ coach });
          }}
        >
          <For each={coachModes}>
            {(mode) => <option value={mode}>{t(`coach.${mode}`)}</option>}
          </For>
        </select>
      </label>
      <p id="coach-hint" class="hint">
        {t('coach.helpHint')}
      </p>
    </Screen>
  );
}
