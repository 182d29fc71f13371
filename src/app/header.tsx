import { type JSX, Show } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import { useWorkspace } from '../session/workspace.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';

interface HeaderProps {
  readonly children: JSX.Element;
  openPalette(): void;
}

/** The top of every screen: status, and the same few ways out in the same place (A60). */
export function Header(props: HeaderProps): JSX.Element {
  const { t, router, session, run, commands, settings, changeSettings } = useWorkspace();
  // A component and not a call: a call would make a new element when the words change, under the focus.
  const Link = (to: { readonly route: Route; readonly text: string }) => (
    <a
      id={`link-${to.route}`}
      href={router.href(to.route)}
      aria-current={router.route() === to.route ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        router.go(to.route);
      }}
    >
      {to.text}
    </a>
  );
  return (
    <header class="top" data-region="status">
      <p class="brand">
        <Link route={session() ? 'desk' : 'start'} text={t('app.name')} />
        <Show when={run()}>
          {(practice) => (
            <span class="run">{t('status.practice', { title: practice().title })}</span>
          )}
        </Show>
      </p>
      <div class="ways">
        <Link route="help" text={t('header.help')} />
        <Link route="settings" text={t('header.settings')} />
        <button type="button" id="palette-button" onClick={() => props.openPalette()}>
          {t('header.commands')}
        </button>
        <Show when={session()}>
          <button type="button" id="leave-button" onClick={() => commands.run('sign-out')}>
            {t(run() ? 'practise.stop' : 'header.signOut')}
          </button>
        </Show>
        <LanguageSwitch
          language={settings().language}
          label={t('language.label')}
          onChange={(language) => changeSettings({ language })}
        />
      </div>
      {props.children}
    </header>
  );
}
