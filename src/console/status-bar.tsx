import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AvailabilityStatus } from '../domain/agent.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';

const statuses: readonly AvailabilityStatus[] = ['available', 'busy', 'away', 'offline'];
const capacities = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Availability, capacity, the link, and what is waiting. */
export function StatusBar(): JSX.Element {
  const { t, changeSettings } = useWorkspace();
  const { desk, setAvailability } = useSession();
  // The desk changes with every message; what is shown here seldom does.
  const availability = createMemo(() => desk().availability);
  const waiting = createMemo(
    () => desk().conversations.filter(({ waitingSince }) => waitingSince !== undefined).length,
  );
  const pending = createMemo(() =>
    desk().conversations.reduce(
      (sum, { messages }) =>
        sum + messages.slice(-50).filter(({ delivery }) => delivery === 'waiting').length,
      0,
    ),
  );
  const link = () => {
    const { connection, link: more } = desk();
    if (more) return t(`linkState.${more.kind}`, { count: more.count });
    return t(connection === 'offline' ? 'status.offlineState' : `status.${connection}`);
  };
  return (
    <div class="status">
      <label class="field">
        <span>{t('status.availability')}</span>
        <select
          id="availability"
          value={availability().status}
          onChange={(event) => {
            const status = event.currentTarget.value as AvailabilityStatus;
            setAvailability({ ...availability(), status });
          }}
        >
          <For each={statuses}>
            {(status) => <option value={status}>{t(`status.${status}`)}</option>}
          </For>
        </select>
      </label>
      <label class="field">
        <span>{t('status.capacity')}</span>
        <select
          id="capacity"
          value={availability().capacity}
          onChange={(event) => {
            const capacity = Number(event.currentTarget.value);
            changeSettings({ capacity });
            setAvailability({ ...availability(), capacity });
          }}
        >
          <For each={capacities}>{(count) => <option value={count}>{count}</option>}</For>
        </select>
      </label>
      <p class={`link ${desk().connection} ${desk().link?.kind ?? ''}`}>{link()}</p>
      <p class="waiting">
        {waiting() ? t('status.waiting', { count: waiting() }) : t('status.nobody')}
      </p>
      <Show when={pending()}>
        {(count) => <p class="pending">{t('status.pending', { count: count() })}</p>}
      </Show>
    </div>
  );
}
