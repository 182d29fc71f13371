import { For, type JSX } from 'solid-js';
import { announcementClasses, type Verbosity } from '../domain/announcement.ts';
import { useWorkspace } from '../session/workspace.ts';
import { describeBatch } from './describe-setting.ts';
import { SelectField } from './fields.tsx';

const verbosities: readonly Verbosity[] = ['off', 'earcon', 'count', 'full'];
const batches = [1000, 30_000] as const;

/** How much is heard of each kind of event (A24), and how often. */
export function AnnouncementsPanel(): JSX.Element {
  const { t, settings, changeSettings } = useWorkspace();
  return (
    <>
      <SelectField
        id="setting-batch"
        label={t('settings.field.batch')}
        hint={t('settings.hint.batch')}
        value={settings().batch}
        options={batches}
        labelOf={(batch) => describeBatch(batch, t)}
        onChange={(batch) => changeSettings({ batch })}
      />
      <p>{t('settings.announcementHint')}</p>
      <For each={announcementClasses}>
        {(kind) => (
          <SelectField
            id={`setting-announcement-${kind}`}
            label={t(`settings.announcement.${kind}`)}
            value={settings().announcements[kind]}
            options={verbosities}
            labelOf={(verbosity) => t(`settings.verbosity.${verbosity}`)}
            onChange={(verbosity) =>
              changeSettings({
                announcements: { ...settings().announcements, [kind]: verbosity },
              })
            }
          />
        )}
      </For>
    </>
  );
}
