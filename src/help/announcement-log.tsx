import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import './help.css';

/** The last 50 announcements, newest first, to be read again (A29). */
export function AnnouncementLog(): JSX.Element {
  const { t, router, queue, session, formatTime } = useWorkspace();
  const [entries, setEntries] = createSignal(queue.log());
  onCleanup(queue.subscribe(() => setEntries(queue.log())));
  return (
    <Screen
      title={t('commands.announcementLog')}
      pageTitle={t('app.title', { page: t('commands.announcementLog') })}
      takesFocus={router.hasMoved()}
    >
      <Show when={entries().length} fallback={<p>{t('announce.nothingYet')}</p>}>
        <ol class="announcements" reversed>
          <For each={[...entries()].reverse()}>
            {(entry) => (
              <li>
                <span lang={entry.language}>{entry.text}</span>{' '}
                <time class="meta">{formatTime(entry.at)}</time>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <button type="button" onClick={() => router.back(session() ? 'desk' : 'start')}>
        {t('help.back')}
      </button>
    </Screen>
  );
}
