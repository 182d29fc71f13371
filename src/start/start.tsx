import type { JSX } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';

/** The first screen: practise, or sign in. */
export function Start(): JSX.Element {
  const { t, router } = useWorkspace();
  const way = (route: Route, name: string, hint: string, kind: string) => (
    <li>
      <a
        id={`start-${route}`}
        class={`way ${kind}`}
        href={router.href(route)}
        aria-describedby={`start-${route}-hint`}
        onClick={(event) => {
          event.preventDefault();
          router.go(route);
        }}
      >
        {name}
      </a>
      <p id={`start-${route}-hint`}>{hint}</p>
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
        {way('practise', t('start.practise'), t('start.practiseHint'), 'primary')}
        {way('sign-in', t('start.signIn'), t('start.signInHint'), '')}
      </ul>
    </Screen>
  );
}
