import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { loadScenario, type ScenarioEntry, scenarios } from '../connectors/practice/scenarios.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { Link } from '../session/link.tsx';
import { chosenMode } from '../session/practice-mode.ts';
import { startPractice } from '../session/start-practice.ts';
import { useWorkspace } from '../session/workspace.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { MessageKey } from '../shared/translate.ts';
import { nextPractices } from './next-practices.ts';

interface NextUpProps {
  /** The oldest first. */
  readonly runs: readonly RunRecord[];
  date(at: number): string;
}

/** As many as can be chosen among at a glance. */
const mostShown = 3;

/** What is worth practising again by spaced repetition, and something new; no more than an offer. */
export function NextUp(props: NextUpProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, clock, language, say } = workspace;
  const [isLoading, setLoading] = createSignal(false);
  const entryOf = ({ report }: RunRecord) => scenarios.find(({ id }) => id === report.scenarioId);
  // Only what can be begun here: a scenario of one's own would take its place for good.
  const plan = createMemo(() =>
    nextPractices(props.runs, clock.now()).filter(({ run }) => entryOf(run)),
  );
  const due = () => plan().filter(({ isDue }) => isDue);
  const own = () => primaryLanguage(language());
  const fresh = () =>
    scenarios.find(
      ({ id }) =>
        !props.runs.some(
          ({ report }) => report.scenarioId === id && primaryLanguage(report.language) === own(),
        ),
    );
  const titleOf = ({ id }: ScenarioEntry) => t(`scenarios.${id}` as MessageKey);
  const start = async (entry: ScenarioEntry, spoken: LanguageTag) => {
    if (isLoading()) return;
    setLoading(true);
    try {
      const scenario = await loadScenario(entry.id, spoken);
      const mode = chosenMode(workspace.settings());
      await startPractice(workspace, {
        ...{ scenario, title: titleOf(entry), language: spoken },
        ...mode,
      });
    } catch {
      say(t('app.loadFailed'));
    } finally {
      setLoading(false);
    }
  };
  const Begin = (begin: {
    readonly id: string;
    readonly entry: ScenarioEntry;
    readonly language: LanguageTag;
  }) => (
    <button
      type="button"
      id={begin.id}
      aria-describedby={`${begin.id}-why`}
      onClick={() => void start(begin.entry, begin.language)}
    >
      {t('practise.startNamed', { title: titleOf(begin.entry) })}
    </button>
  );
  return (
    <section class="next" aria-labelledby="next-title">
      <h2 id="next-title">{t('progress.next')}</h2>
      <ul class="cards">
        <For each={due().slice(0, mostShown)}>
          {({ run }) => (
            <li class="card">
              <h3 lang={run.report.language}>{run.report.title}</h3>
              <p id={`next-${run.id}-why`}>
                {t('progress.due', {
                  date: props.date(run.report.startedAt),
                  points: run.points,
                })}
              </p>
              <Show when={entryOf(run)}>
                {(entry) => (
                  <Begin
                    id={`next-${run.id}`}
                    entry={entry()}
                    language={primaryLanguage(run.report.language)}
                  />
                )}
              </Show>
            </li>
          )}
        </For>
        <Show when={fresh()}>
          {(entry) => (
            <li class="card">
              <h3>{titleOf(entry())}</h3>
              <p id="next-new-why">{t('progress.isNew', { level: entry().level })}</p>
              <Begin id="next-new" entry={entry()} language={own()} />
            </li>
          )}
        </Show>
      </ul>
      <Show when={due().length === 0 && plan()[0]}>
        {(first) => (
          <p>
            {t('progress.fresh', {
              title: first().run.report.title,
              date: props.date(first().due),
            })}
          </p>
        )}
      </Show>
      <p>
        <Link id="progress-practise" to="practise" text={t('progress.all')} />
      </p>
    </section>
  );
}
