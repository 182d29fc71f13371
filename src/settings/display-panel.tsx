import { For, type JSX } from 'solid-js';
import type { Theme } from '../domain/settings.ts';
import { useWorkspace } from '../session/workspace.ts';
import { describePercent } from './describe-setting.ts';
import { CheckField, SelectField } from './fields.tsx';

const textSizes = [100, 125, 150, 175, 200] as const;
const transcriptSizes = [100, 125, 150, 175, 200, 250, 300, 400] as const;
const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];
const switches = ['oneColumn', 'largeTargets', 'oneTask', 'messageHeadings', 'countdowns'] as const;
const hinted = {
  largeTargets: 'settings.hint.largeTargets',
  oneTask: 'settings.hint.oneTask',
  messageHeadings: 'settings.hint.messageHeadings',
} as const;

/** How the desk looks, and how much of it at once. */
export function DisplayPanel(): JSX.Element {
  const { t, settings, changeSettings } = useWorkspace();
  const hintOf = (name: (typeof switches)[number]) =>
    name in hinted ? t(hinted[name as keyof typeof hinted]) : undefined;
  return (
    <>
      <SelectField
        id="setting-textSize"
        label={t('settings.field.textSize')}
        value={settings().textSize}
        options={textSizes}
        labelOf={(size) => describePercent(size, t)}
        onChange={(textSize) => changeSettings({ textSize })}
      />
      <SelectField
        id="setting-transcriptSize"
        label={t('settings.field.transcriptSize')}
        hint={t('settings.hint.transcriptSize')}
        value={settings().transcriptSize}
        options={transcriptSizes}
        labelOf={(size) => describePercent(size, t)}
        onChange={(transcriptSize) => changeSettings({ transcriptSize })}
      />
      <SelectField
        id="setting-theme"
        label={t('settings.field.theme')}
        value={settings().theme}
        options={themes}
        labelOf={(theme) => t(`settings.theme.${theme}`)}
        onChange={(theme) => changeSettings({ theme })}
      />
      <For each={switches}>
        {(name) => (
          <CheckField
            id={`setting-${name}`}
            label={t(`settings.field.${name}`)}
            hint={hintOf(name)}
            checked={settings()[name]}
            onChange={(on) => changeSettings({ [name]: on })}
          />
        )}
      </For>
    </>
  );
}
