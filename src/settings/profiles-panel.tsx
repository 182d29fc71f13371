import { createSignal, For, type JSX, Show } from 'solid-js';
import {
  type ProfileId,
  profileChanges,
  profileIds,
  type SettingChange,
} from '../a11y/profiles.ts';
import { useWorkspace } from '../session/workspace.ts';
import { createAppliedProfiles } from './create-applied-profiles.ts';
import { describeSetting, describeValue } from './describe-setting.ts';

/** Presets of ordinary settings: shown before they are applied, added up, taken back (A63). */
export function ProfilesPanel(): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, settings } = workspace;
  const applied = createAppliedProfiles(workspace);
  /** Its button has the focus and no description: one that comes to it is read, and twice. */
  const [takenBack, setTakenBack] = createSignal<ProfileId>();
  const describe = ({ setting, from, to }: SettingChange) =>
    t('settings.profile.change', {
      setting: describeSetting(setting, t),
      from: describeValue(setting, from, t),
      to: describeValue(setting, to, t),
    });

  // What changes has just been read with the button: it is not said again.
  const apply = (profile: ProfileId) => {
    const changes = applied.apply(profile);
    const name = t(`profiles.${profile}`);
    say(
      changes.length
        ? t('settings.profile.applied', { profile: name })
        : t('settings.profile.nothing'),
    );
  };
  const undo = (profile: ProfileId) => {
    // The button goes; the focus must not go with it (A39), and is there before the words change.
    setTakenBack(profile);
    document.getElementById(`apply-${profile}`)?.focus();
    const changes = applied.undo(profile);
    const name = t(`profiles.${profile}`);
    say(
      changes.length
        ? t('settings.profile.undone', { profile: name })
        : t('settings.profile.nothingBack'),
    );
  };

  return (
    <>
      <p>{t('settings.profile.lead')}</p>
      <div class="cards">
        <For each={profileIds}>
          {(profile) => {
            const changes = () => profileChanges(settings(), profile);
            return (
              <div class="card" id={`profile-${profile}`}>
                <h3>{t(`profiles.${profile}`)}</h3>
                <Show when={changes().length} fallback={<p>{t('settings.profile.nothing')}</p>}>
                  <div id={`changes-${profile}`}>
                    <p>{t('settings.profile.would')}</p>
                    <ul class="changes">
                      <For each={changes()}>{(change) => <li>{describe(change)}</li>}</For>
                    </ul>
                  </div>
                </Show>
                <div class="row">
                  <button
                    type="button"
                    id={`apply-${profile}`}
                    aria-describedby={
                      changes().length && takenBack() !== profile ? `changes-${profile}` : undefined
                    }
                    onBlur={() => setTakenBack(undefined)}
                    onClick={() => apply(profile)}
                  >
                    {t('settings.profile.apply', { profile: t(`profiles.${profile}`) })}
                  </button>
                  <Show when={applied.isApplied(profile)}>
                    <button type="button" id={`undo-${profile}`} onClick={() => undo(profile)}>
                      {t('settings.profile.undo', { profile: t(`profiles.${profile}`) })}
                    </button>
                  </Show>
                </div>
              </div>
            );
          }}
        </For>
      </div>
    </>
  );
}
