import { type JSX, Show } from 'solid-js';
import { Link } from '../session/link.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { LanguageSwitch } from '../ui/language-switch.tsx';

interface HeaderProps {
  readonly children: JSX.Element;
  openPalette(): void;
}

/** The top of every screen: status, and the same few ways out in the same place (A60). */
export function Header(props: HeaderProps): JSX.Element {
  const { t, session, run, commands, settings, changeSettings } = useWorkspace();
  return (
    <header class="top" data-region="status">
      <p class="brand">
        <Link id="link-home" to={session() ? 'desk' : 'start'} text={t('app.name')} />
        <Show when={run()}>
          {(practice) => (
            <span class="run">{t('status.practice', { title: practice().title })}</span>
          )}
        </Show>
      </p>
      <div class="ways">
        <Link id="link-help" to="help" text={t('header.help')} />
        <Link id="link-settings" to="settings" text={t('header.settings')} />
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
