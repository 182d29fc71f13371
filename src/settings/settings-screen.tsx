import '../ui/form.css';
import type { JSX } from 'solid-js';
import type { Route } from '../session/create-router.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { AnnouncementsPanel } from './announcements-panel.tsx';
import { DictationPanel } from './dictation-panel.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { EnginesPanel } from './engines-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { GeneralPanel } from './general-panel.tsx';
import { KeyboardPanel } from './keyboard-panel.tsx';
import { OfflinePanel } from './offline-panel.tsx';
import { ProfilesPanel } from './profiles-panel.tsx';
import { SafePanel } from './safe-panel.tsx';
import { SoundsPanel } from './sounds-panel.tsx';
import { SpeechPanel } from './speech-panel.tsx';
import { Tabs } from './tabs.tsx';
import { TimersPanel } from './timers-panel.tsx';
import './settings.css';

const panels = [
  ['general', GeneralPanel],
  ['profiles', ProfilesPanel],
  ['display', DisplayPanel],
  ['announcements', AnnouncementsPanel],
  ['sounds', SoundsPanel],
  ['speech', SpeechPanel],
  ['dictation', DictationPanel],
  ['engines', EnginesPanel],
  ['timers', TimersPanel],
  ['keyboard', KeyboardPanel],
  ['safe', SafePanel],
  ['offline', OfflinePanel],
  ['file', FilePanel],
] as const;

/** All that an agent can set; every change counts at once. */
export function SettingsScreen(): JSX.Element {
  const { t, router, session } = useWorkspace();
  const back = (): Route => (session() ? 'desk' : 'start');
  return (
    <Screen
      title={t('commands.settings')}
      pageTitle={t('app.title', { page: t('commands.settings') })}
      class="settings"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('settings.lead')}</p>
      <p>
        <Link
          id="settings-back"
          to={back()}
          text={t(session() ? 'common.back' : 'settings.toStart')}
        />
      </p>
      <Tabs
        label={t('settings.sections')}
        tabs={panels.map(([id, panel]) => ({
          id,
          title: () => t(`settings.tab.${id}`),
          panel,
        }))}
      />
    </Screen>
  );
}
