import type { JSX } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';

/** The first screen: practise, or sign in. */
export function Start(): JSX.Element {
  const { t, router } = useWorkspace();
  // A component and not a call: a call would make a new element when the words change, under the focus.
  const Way = (to: { route: Route; name: string; hint: string; kind?: string }) => (
    <li>
      <a
        id={`start-${to.route}`}
        class={`way ${to.kind ?? ''}`}
        href={router.href(to.route)}
        aria-describedby={`start-${to.route}-hint`}
        onClick={(event) => {
          event.preventDefault();
          router.go(to.route);
        }}
      >
        {to.name}
      </a>
      <p id={`start-${to.route}-hint`}>{to.hint}</p>
    </li>
  );
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
          route="practise"
          name={t('start.practise')}
          hint={t('start.practiseHint')}
          kind="primary"
        />
        <Way route="sign-in" name={t('start.signIn')} hint={t('start.signInHint')} />
      </ul>
    </Screen>
  );
}
