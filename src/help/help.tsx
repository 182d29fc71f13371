import { For, type JSX, Show } from 'solid-js';
import { type CommandGroup, commandIds } from '../a11y/command-table.ts';
import { commandInfo } from '../a11y/commands.ts';
import { describeBinding } from '../a11y/describe-binding.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import './help.css';

const groups: readonly CommandGroup[] = ['listen', 'go', 'offers', 'write', 'finish', 'desk'];

/** Help, made from the bindings as they are now (A60). */
export function Help(): JSX.Element {
  const { t, router, keymap, session } = useWorkspace();
  const rows = (group: CommandGroup) =>
    commandIds
      .map(commandInfo)
      .filter((info) => info.group === group)
      .map((info) => ({
        label: t(info.label, info.values),
        keys: keymap.bindingsOf(info.id).map((binding) => describeBinding(binding, t)),
        slash: info.slash,
      }));
  return (
    <Screen
      title={t('commands.help')}
      pageTitle={t('app.title', { page: t('commands.help') })}
      takesFocus={router.hasMoved()}
    >
      <p>{t('help.intro')}</p>
      <p>{t('help.leader')}</p>
      <p>{t('help.regions')}</p>
      <For each={groups}>
        {(group) => (
          <table class="keys">
            <caption>{t(`commands.groups.${group}`)}</caption>
            <thead>
              <tr>
                <th scope="col">{t('help.command')}</th>
                <th scope="col">{t('help.keys')}</th>
                <th scope="col">{t('help.typed')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={rows(group)}>
                {(row) => (
                  <tr>
                    <th scope="row">{row.label}</th>
                    <td>
                      <For each={row.keys}>
                        {(keys, index) => (
                          <>
                            <Show when={index()}>{t('help.or')}</Show>
                            <kbd>{keys}</kbd>
                          </>
                        )}
                      </For>
                    </td>
                    <td>{row.slash ? `/${row.slash}` : ''}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </For>
      <button type="button" onClick={() => router.back(session() ? 'desk' : 'start')}>
        {t('help.back')}
      </button>
    </Screen>
  );
}
