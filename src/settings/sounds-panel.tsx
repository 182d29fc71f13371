import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { createEarcons, type Earcons } from '../a11y/earcons.ts';
import { type EarconName, earconNames } from '../domain/announcement.ts';
import { useWorkspace } from '../session/workspace.ts';
import { askNotifications } from './ask-notifications.ts';
import { describePercent } from './describe-setting.ts';
import { CheckField, SelectField } from './fields.tsx';

/** Sounds, to be tried one by one, and what stands in for them. */
export function SoundsPanel(): JSX.Element {
  const { t, say, clock, settings, changeSettings } = useWorkspace();
  const [sound, setSound] = createSignal<EarconName>('message');
  const [problem, setProblem] = createSignal<'refused' | 'missing'>();
  let player: Earcons | undefined;
  onCleanup(() => player?.dispose());

  const play = () => {
    if (settings().earconVolume === 0) return say(t('settings.silent'));
    // A new player each time: trying another sound must not wait for the two seconds between sounds.
    player?.dispose();
    try {
      player = createEarcons({ clock, preferences: () => ({ ...settings(), earcons: true }) });
      player.play(sound());
    } catch {
      say(t('settings.noAudio'));
    }
  };
  const problemText = () => {
    const kind = problem();
    if (!kind) return undefined;
    return t(
      kind === 'refused' ? 'settings.notificationsRefused' : 'settings.notificationsMissing',
    );
  };
  const notify = async (on: boolean) => {
    setProblem(undefined);
    if (!on) return changeSettings({ notifications: false });
    const answer = await askNotifications();
    if (answer === 'granted') return changeSettings({ notifications: true });
    setProblem(answer);
    say(problemText() ?? '');
  };

  return (
    <>
      <CheckField
        id="setting-earcons"
        label={t('settings.field.earcons')}
        checked={settings().earcons}
        onChange={(earcons) => changeSettings({ earcons })}
      />
      <div class="setting">
        <label for="setting-earconVolume">{t('settings.field.earconVolume')}</label>
        <input
          type="range"
          id="setting-earconVolume"
          min="0"
          max="100"
          step="5"
          value={Math.round(settings().earconVolume * 100)}
          aria-valuetext={describePercent(Math.round(settings().earconVolume * 100), t)}
          onInput={(event) =>
            changeSettings({ earconVolume: event.currentTarget.valueAsNumber / 100 })
          }
        />
      </div>
      <SelectField
        id="sound-to-try"
        label={t('settings.trySound')}
        value={sound()}
        options={earconNames}
        labelOf={(name) => t(`settings.sound.${name}`)}
        onChange={(name) => setSound(name)}
      />
      <div class="setting">
        <button type="button" id="play-sound" onClick={play}>
          {t('settings.play')}
        </button>
      </div>
      <CheckField
        id="setting-visualAlerts"
        label={t('settings.field.visualAlerts')}
        hint={t('settings.hint.visualAlerts')}
        checked={settings().visualAlerts}
        onChange={(visualAlerts) => changeSettings({ visualAlerts })}
      />
      <CheckField
        id="setting-notifications"
        label={t('settings.field.notifications')}
        hint={t('settings.hint.notifications')}
        checked={settings().notifications}
        onChange={(on) => void notify(on)}
      />
      <Show when={problemText()}>
        <p class="note">{problemText()}</p>
      </Show>
    </>
  );
}
