import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { render } from '#dom';
import { takeTurn } from '../outbox/take-turn.ts';
import {
  hasBegun,
  type Journal,
  type JournalError,
  listJournals,
  readJournal,
  removeJournal,
} from '../session/journal.ts';
import { lockOf } from '../session/keep-journal.ts';
import { resumePractice, scoreUnseen } from '../session/resume-practice.ts';
import { useWorkspace, type Workspace, WorkspaceProvider } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import type { MessageKey } from '../shared/translate.ts';
import { focusOnce } from '../ui/focus-once.ts';

/** How many are offered at a time; older ones come up when one of them is done. */
const atMost = 3;

const why: Readonly<Record<JournalError['kind'], MessageKey>> = {
  broken: 'unfinished.broken',
  'other-version': 'unfinished.otherVersion',
  changed: 'unfinished.changed',
};

/** An exam that has begun is an attempt, whatever becomes of it. */
const isExam = ({ start }: Journal): boolean => start.mode === 'exam';

/**
 * Shows above every screen which practices broke off, until its owner goes. It stands outside of the
 * app's own tree, so that the first screen need not know of it.
 */
export function showUnfinished(workspace: Workspace): void {
  const host = document.createElement('div');
  document.querySelector('.shell > header')?.after(host);
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <Unfinished />
      </WorkspaceProvider>
    ),
    host,
  );
  onCleanup(() => {
    dispose();
    host.remove();
  });
}

/** The practices that broke off, each to be gone on with, scored as far as it came, or forgotten. */
function Unfinished(): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, queue, storage, clock, language, notify } = workspace;
  const [journals, setJournals] = createSignal<readonly Journal[]>([]);
  const turns = new Map<string, () => void>();
  const tabId = createId();
  let older: readonly string[] = [];
  let isHere = true;
  let isBusy = false;
  onCleanup(() => {
    isHere = false;
    for (const giveBack of turns.values()) giveBack();
  });

  const hide = (id: string) => setJournals((known) => known.filter((journal) => journal.id !== id));
  /** It is done with: others may see so, and an older one has room. */
  const letGo = (id: string) => {
    hide(id);
    turns.get(id)?.();
    turns.delete(id);
    const next = older.at(-1);
    older = older.slice(0, -1);
    if (next) claim(next);
  };
  const putAway = async (id: string) => {
    hide(id);
    await removeJournal(storage, id);
    letGo(id);
  };
  const refuse = async (id: string, { kind }: JournalError) => {
    await putAway(id);
    notify(t(why[kind]));
  };
  /** Nobody plays it, in no tab. */
  const offer = async (id: string) => {
    const [ids, read] = await Promise.all([listJournals(storage), readJournal(storage, id)]);
    if (!isHere) return;
    // It came to its end in another tab.
    if (!ids.includes(id)) return letGo(id);
    if (!read.ok) return refuse(id, read.error);
    const journal = read.value;
    if (!hasBegun(journal.entries)) return putAway(id);
    setJournals((known) => [journal, ...known]);
    queue.announce({ class: 'connection', priority: 1, text: describe(journal) });
  };
  const claim = (id: string) => {
    if (!isHere) return;
    // A lease can be lost.
    const onTurn = (mine: boolean) => (mine ? void offer(id) : hide(id));
    const giveBack = takeTurn({
      ...{ name: lockOf(id), locks: navigator.locks, storage, clock, tabId, onTurn },
    });
    turns.set(id, giveBack);
  };
  onMount(async () => {
    const [ids] = await Promise.all([listJournals(storage), workspace.allSentences()]);
    older = ids.slice(0, -atMost);
    for (const id of ids.slice(-atMost)) claim(id);
  });
  const describe = ({ start, savedAt }: Journal) => {
    const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
    return t('unfinished.found', { title: start.title, time: format.format(savedAt) });
  };
  const toHeading = () => focusOnce(document.querySelector<HTMLElement>('main h1'));

  /** One thing at a time; what could not be fetched leaves all as it was. */
  const attempt = async (task: () => Promise<void>) => {
    if (isBusy) return;
    isBusy = true;
    try {
      await task();
    } catch {
      say(t('app.loadFailed'));
    } finally {
      isBusy = false;
    }
  };
  const resume = (journal: Journal, how: 'go-on' | 'score') =>
    attempt(async () => {
      const { id, start } = journal;
      const giveBack = turns.get(id) ?? (() => {});
      // This screen goes before the practice is there: from here on its desk holds the turn.
      turns.delete(id);
      const result = await resumePractice(workspace, journal, how, giveBack).catch((error) => {
        turns.set(id, giveBack);
        if (!isHere) letGo(id);
        throw error;
      });
      if (!result.ok) {
        turns.set(id, giveBack);
        toHeading();
        await refuse(id, result.error);
      } else if (how === 'go-on') say(t('unfinished.back', { title: start.title }));
    });
  const forget = (journal: Journal) =>
    attempt(async () => {
      const { id, start } = journal;
      if (!isExam(journal)) {
        toHeading();
        say(t('unfinished.forgotten'));
        return putAway(id);
      }
      // Else an exam that goes badly could be broken off, and taken anew for nothing.
      const scored = await scoreUnseen(workspace, journal);
      toHeading();
      if (!scored.ok) return refuse(id, scored.error);
      say(t('unfinished.counted', { title: start.title, points: scored.value.points }));
      letGo(id);
    });

  return (
    <Show when={journals().length}>
      <section class="notices note" aria-label={t('unfinished.title')}>
        <For each={journals()}>
          {(journal) => {
            const id = `unfinished-${journal.id}`;
            const button = (text: string, act: () => Promise<void>, isFirst = false) => (
              <button
                type="button"
                classList={{ primary: isFirst }}
                aria-describedby={id}
                onClick={() => void act()}
              >
                {text}
              </button>
            );
            return (
              <>
                <p id={id}>{describe(journal)}</p>
                <div class="row">
                  {button(t('unfinished.goOn'), () => resume(journal, 'go-on'), true)}
                  {button(t('unfinished.score'), () => resume(journal, 'score'))}
                  {button(t(isExam(journal) ? 'unfinished.forgetExam' : 'unfinished.forget'), () =>
                    forget(journal),
                  )}
                </div>
              </>
            );
          }}
        </For>
      </section>
    </Show>
  );
}
