import { createEffect, createSignal, For, type JSX, Show } from 'solid-js';
import { countsUntil } from '../credential/exam-progress.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { forgetRun, keepRun } from '../session/kept-runs.ts';
import { useWorkspace } from '../session/workspace.ts';
import { UndoNote } from '../ui/undo-note.tsx';
import { SaveRun } from './run-files.tsx';

interface RunListProps {
  /** The newest first. */
  readonly runs: readonly RunRecord[];
  date(at: number): string;
  open(run: RunRecord): void;
}

/** The button that opens a run. */
export const openRunId = ({ id }: RunRecord): string => `open-run-${id}`;

/** The runs of this browser: look at one again, save it for a mentor, or delete it. */
export function RunList(props: RunListProps): JSX.Element {
  const { t, say, storage, clock } = useWorkspace();
  const [removed, setRemoved] = createSignal<RunRecord>();
  const [isComing, setComing] = createSignal(false);
  const titleOf = ({ report }: RunRecord) => report.title;
  /** Why it has to stay, for now: deleting a failed exam would give its try back. */
  const whyKept = (run: RunRecord) => {
    const until = countsUntil(run);
    if (until === undefined || until <= clock.now()) return undefined;
    return t('progress.isTry', { date: props.date(until) });
  };
  const remove = (run: RunRecord) => {
    const why = whyKept(run);
    if (why) return say(why);
    const rest = props.runs.filter((each) => each !== run);
    const next = rest[props.runs.indexOf(run)] ?? rest.at(-1);
    setRemoved(run);
    document.getElementById(next ? openRunId(next) : 'progress-undo')?.focus();
    void forgetRun(storage, run);
    say(t('progress.deleted', { title: titleOf(run) }));
  };
  const putBack = (run: RunRecord) => {
    setComing(true);
    void keepRun(storage, run);
  };
  createEffect(() => {
    const run = removed();
    if (!run || !isComing() || !props.runs.some(({ id }) => id === run.id)) return;
    document.getElementById(openRunId(run))?.focus();
    setRemoved(undefined);
    setComing(false);
    say(t('progress.isBack', { title: titleOf(run) }));
  });
  const describe = ({ report, points, open }: RunRecord) => {
    const date = props.date(report.startedAt);
    return t(open ? 'progress.entryOpen' : 'progress.entry', { date, points, open });
  };
  return (
    <section class="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">{t('progress.runs')}</h2>
      <Show when={removed()}>
        {(run) => (
          <UndoNote
            id="progress-undo"
            text={t('progress.deleted', { title: titleOf(run()) })}
            undo={t('progress.undo', { title: titleOf(run()) })}
            onUndo={() => putBack(run())}
          />
        )}
      </Show>
      <ul>
        <For each={props.runs}>
          {(run) => (
            <li>
              <div id={`about-${run.id}`}>
                <h3 lang={run.report.language}>{run.report.title}</h3>
                <p class="meta">
                  {describe(run)}
                  <Show when={run.comments.length}>
                    {t('app.comma')}
                    {t('progress.hasComments')}
                  </Show>
                </p>
              </div>
              <div class="row">
                <button
                  type="button"
                  id={openRunId(run)}
                  aria-labelledby={`${openRunId(run)} about-${run.id}`}
                  onClick={() => props.open(run)}
                >
                  {t('progress.open')}
                </button>
                <SaveRun
                  id={`save-run-${run.id}`}
                  labelledBy={`save-run-${run.id} about-${run.id}`}
                  text={t('progress.save')}
                  prefix="practice"
                  run={() => run}
                  saved={(name) => t('progress.saved', { name })}
                />
                <button
                  type="button"
                  id={`delete-run-${run.id}`}
                  aria-labelledby={`delete-run-${run.id} about-${run.id}`}
                  aria-disabled={whyKept(run) !== undefined}
                  aria-describedby={whyKept(run) && `kept-${run.id}`}
                  onClick={() => remove(run)}
                >
                  {t('progress.delete')}
                </button>
              </div>
              <Show when={whyKept(run)}>
                {(why) => (
                  <p id={`kept-${run.id}`} class="hint">
                    {why()}
                  </p>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
