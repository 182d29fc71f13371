import type { JSX } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';

/** The first screen: practise, or sign in. */
export function Start(): JSX.Element {
  const { t, router } = useWorkspace();
  // A component and not a call: a call would make a new element when the words change, under the focus.
  const Way = (way: { to: Route; text: string; hint: string; class: string }) => {
    const id = `start-${way.to}`;
    return (
      <li>
        <Link id={id} to={way.to} class={way.class} text={way.text} hint={`${id}-hint`} />
        <p id={`${id}-hint`}>{way.hint}</p>
      </li>
    );
  };
  return (
    <Screen
      title={t('start.title')}
      pageTitle={t('app.name')}
      class="start"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('start.lead')}</p>
      <ul class="ways-in">
        <Way
          to="practise"
          text={t('start.practise')}
          hint={t('start.practiseHint')}
          class="way primary"
        />
        <Way to="sign-in" text={t('start.signIn')} hint={t('start.signInHint')} class="way" />
      </ul>
    </Screen>
  );
}
