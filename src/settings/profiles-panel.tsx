import { For, type JSX, Show } from 'solid-js';
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
  const describe = ({ setting, from, to }: SettingChange) =>
    t('settings.profile.change', {
      setting: describeSetting(setting, t),
      from: describeValue(setting, from, t),
      to: describeValue(setting, to, t),
    });
  const all = (changes: readonly SettingChange[]) =>
    changes.map(describe).join(t('settings.profile.comma'));

  const apply = (profile: ProfileId) => {
    const changes = applied.apply(profile);
    const name = t(`profiles.${profile}`);
    if (!changes.length) return say(t('settings.profile.nothing'));
    say(t('settings.profile.applied', { profile: name, changes: all(changes) }));
  };
  const undo = (profile: ProfileId) => {
    const changes = applied.undo(profile);
    const name = t(`profiles.${profile}`);
    // The button goes; the focus must not go with it (A39).
    document.getElementById(`apply-${profile}`)?.focus();
    if (!changes.length) return say(t('settings.profile.nothingBack'));
    say(t('settings.profile.undone', { profile: name, changes: all(changes) }));
  };

  return (
    <>
      <p>{t('settings.profile.lead')}</p>
      <div class="cards">
        <For each={profileIds}>
          {(profile) => {
            const changes = () => profileChanges(settings(), profile);
            return (
              <section class="card" aria-labelledby={`profile-${profile}`}>
                <h3 id={`profile-${profile}`}>{t(`profiles.${profile}`)}</h3>
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
                    aria-describedby={changes().length ? `changes-${profile}` : undefined}
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
              </section>
            );
          }}
        </For>
      </div>
    </>
  );
}
