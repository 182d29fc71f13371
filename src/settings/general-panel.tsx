import type { JSX } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { interfaceLanguages } from '../shared/language.ts';
import { describeUndoSend } from './describe-setting.ts';
import { CheckField, SelectField } from './fields.tsx';

const capacities = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const undoTimes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Language, name, and how customers are taken and answered. */
export function GeneralPanel(): JSX.Element {
  const { t, settings, changeSettings, session } = useWorkspace();
  const takeUpTo = (capacity: number) => {
    changeSettings({ capacity });
    const shift = session();
    shift?.setAvailability({ ...shift.desk().availability, capacity });
  };
  return (
    <>
      <SelectField
        id="setting-language"
        label={t('settings.field.language')}
        value={settings().language}
        options={interfaceLanguages}
        labelOf={(language) => t(`settings.language.${language}`)}
        onChange={(language) => changeSettings({ language })}
      />
      <div class="setting">
        <label for="setting-agentName">{t('settings.field.agentName')}</label>
        <input
          id="setting-agentName"
          value={settings().agentName}
          maxlength="200"
          autocomplete="name"
          aria-describedby="setting-agentName-hint"
          onInput={(event) => changeSettings({ agentName: event.currentTarget.value })}
        />
        <p id="setting-agentName-hint" class="hint">
          {t('settings.hint.agentName')}
        </p>
      </div>
      <SelectField
        id="setting-capacity"
        label={t('settings.field.capacity')}
        value={settings().capacity}
        options={capacities}
        labelOf={String}
        onChange={takeUpTo}
      />
      <CheckField
        id="setting-autoAccept"
        label={t('settings.field.autoAccept')}
        hint={t('settings.hint.autoAccept')}
        checked={settings().autoAccept}
        onChange={(autoAccept) => changeSettings({ autoAccept })}
      />
      <CheckField
        id="setting-enterSends"
        label={t('settings.field.enterSends')}
        hint={t('settings.hint.enterSends')}
        checked={settings().enterSends}
        onChange={(enterSends) => changeSettings({ enterSends })}
      />
      <SelectField
        id="setting-undoSend"
        label={t('settings.field.undoSend')}
        hint={t('settings.hint.undoSend')}
        value={settings().undoSend}
        options={undoTimes}
        labelOf={(seconds) => describeUndoSend(seconds, t)}
        onChange={(undoSend) => changeSettings({ undoSend })}
      />
      <CheckField
        id="setting-typingStates"
        label={t('settings.field.typingStates')}
        hint={t('settings.hint.typingStates')}
        checked={settings().typingStates}
        onChange={(typingStates) => changeSettings({ typingStates })}
      />
      <CheckField
        id="setting-englishAdvice"
        label={t('settings.field.englishAdvice')}
        hint={t('settings.hint.englishAdvice')}
        checked={settings().englishAdvice ?? false}
        onChange={(englishAdvice) => changeSettings({ englishAdvice })}
      />
    </>
  );
}
