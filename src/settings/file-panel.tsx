import { createSignal, type JSX, Show } from 'solid-js';
import type { Settings } from '../domain/settings.ts';
import { exportSettings, importSettings } from '../outbox/settings-file.ts';
import { useWorkspace } from '../session/workspace.ts';
import { saveFile } from '../ui/save-file.ts';
import { FileField, type ReadFile } from './file-field.tsx';

const fileName = 'harebell-settings.json';

/** All settings out to a file and back, so that an agent carries them to another station (A63). */
export function FilePanel(): JSX.Element {
  const { t, say, settings, changeSettings, clock } = useWorkspace();
  const [before, setBefore] = createSignal<Settings>();
  const save = () => {
    saveFile({ name: fileName, type: 'application/json', text: exportSettings(settings()) }, clock);
    say(t('settings.file.saved', { file: fileName }));
  };
  const take = ({ name, text, isTooLarge }: ReadFile) => {
    if (isTooLarge) return { failed: true, text: t('settings.file.tooLarge') };
    const result = importSettings(text ?? '');
    if (!result.ok) return { failed: true, text: t(`storage.settingsFile.${result.error.kind}`) };
    setBefore(settings());
    changeSettings(result.value);
    return { failed: false, text: t('settings.file.taken', { file: name }) };
  };
  const undo = () => {
    const old = before();
    if (!old) return;
    changeSettings(old);
    document.getElementById('take-settings')?.focus();
    setBefore(undefined);
    say(t('settings.file.undone'));
  };
  return (
    <>
      <p>{t('settings.file.lead')}</p>
      <div class="setting">
        <button type="button" id="save-settings" onClick={save}>
          {t('settings.file.save')}
        </button>
      </div>
      <FileField id="take-settings" label={t('settings.file.take')} take={take} />
      <Show when={before()}>
        <div class="setting">
          <button type="button" id="undo-settings" onClick={undo}>
            {t('settings.file.undo')}
          </button>
        </div>
      </Show>
    </>
  );
}
