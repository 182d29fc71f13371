import { For, type JSX } from 'solid-js';
import { timerDefaults } from '../a11y/timer-defaults.ts';
import { describeDuration } from '../domain/describe-duration.ts';
import { lockTimes, type TimerFactor, type TimerName, timerNames } from '../domain/settings.ts';
import { useWorkspace } from '../session/workspace.ts';
import { SelectField } from './fields.tsx';

const factors: readonly TimerFactor[] = [1, 2, 3, 5, 10, 0];

/** Each timer: as usual, longer, or off (A42). */
export function TimersPanel(): JSX.Element {
  const { t, settings, changeSettings } = useWorkspace();
  const describe = (name: TimerName, factor: TimerFactor) => {
    if (factor === 0) return t('settings.factor.off');
    const choice =
      factor === 1 ? t('settings.factor.usual') : t('settings.factor.times', { number: factor });
    const ms = timerDefaults[name] * factor;
    // A practice customer's patience is the scenario's own; there is no time to name.
    if (ms < 60_000) return choice;
    return t('settings.factor.lasting', { choice, time: describeDuration(ms, t) });
  };
  return (
    <>
      <p>{t('settings.timerHint')}</p>
      <For each={timerNames}>
        {(name) => (
          <SelectField
            id={`setting-timer-${name}`}
            label={t(`settings.timer.${name}`)}
            value={settings().timers[name]}
            options={factors}
            labelOf={(factor) => describe(name, factor)}
            onChange={(factor) =>
              changeSettings({ timers: { ...settings().timers, [name]: factor } })
            }
          />
        )}
      </For>
      <SelectField
        id="setting-lockAfter"
        label={t('settings.timer.lock')}
        hint={t('settings.hint.lock')}
        value={settings().lockAfter ?? 0}
        options={lockTimes}
        labelOf={(minutes) =>
          minutes ? describeDuration(minutes * 60_000, t) : t('settings.lockUsual')
        }
        onChange={(lockAfter) => changeSettings({ lockAfter })}
      />
    </>
  );
}
