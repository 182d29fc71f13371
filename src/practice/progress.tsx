import '../ui/form.css';
import './progress.css';
import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { joinParts } from '../domain/join-parts.ts';
import { mergeComments } from '../domain/merge-comments.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { FileField } from '../session/file-field.tsx';
import { keepRun } from '../session/kept-runs.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { reviewRun } from '../simulator/review-run.ts';
import type { Dimension } from '../simulator/rubric.ts';
import { focusOnce } from '../ui/focus-once.ts';
import { Findings } from './findings.tsx';
import { followRuns } from './follow-runs.ts';
import { NextUp } from './next-up.tsx';
import { openRunFile } from './run-files.tsx';
import { openRunId, RunList } from './run-list.tsx';
import { SkillChart } from './skill-chart.tsx';
import { mostRisen, mostRoom, skillsOf, spanOf } from './skills.ts';

/** As many runs as a chart can hold apart. */
const mostCharted = 30;

/** How the skills of whoever practises here come along, what to practise next, and all the runs. */
export function Progress(): JSX.Element {
  const { t, router, storage, say, language } = useWorkspace();
  const runs = followRuns(storage);
  const [openId, setOpenId] = createSignal<string>();
  const opened = () => runs()?.find(({ id }) => id === openId());
  const date = (at: number) =>
    new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(at);
  const heading = () => document.querySelector<HTMLElement>('.progress h1');
  const open = ({ id }: RunRecord) => {
    setOpenId(id);
    focusOnce(heading());
  };
  const close = (run: RunRecord) => {
    setOpenId(undefined);
    document.getElementById(openRunId(run))?.focus();
  };
  const take = async (file: File) => {
    const read = await openRunFile(file, t);
    if (!read.ok) return read.error;
    const own = runs()?.find(({ id }) => id === read.value.id);
    if (!own) return t('progress.unknown');
    if (read.value.comments.length === 0) return t('progress.noWords');
    const { comments, added } = mergeComments(own.comments, read.value.comments);
    const answered = reviewRun(own, comments);
    await keepRun(storage, answered);
    open(own);
    const { title } = own.report;
    say(t('progress.brought', { count: added, title, points: answered.points }));
    return undefined;
  };
  let wasRead = false;
  createEffect(() => {
    if (!runs() || wasRead) return;
    wasRead = true;
    // On the way back there was nothing yet that could take the focus.
    router.restoreFocus();
  });
  return (
    <Screen
      title={t(opened() ? 'debrief.title' : 'progress.title')}
      pageTitle={t('app.title', { page: t('progress.title') })}
      class="progress debrief"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <Show when={runs()} fallback={<p>{t('app.loading')}</p>}>
        {(all) => (
          <Show
            when={opened()}
            fallback={
              <>
                <Skills runs={all()} date={date} />
                <NextUp runs={all()} date={date} />
                <RunList runs={all().toReversed()} date={date} open={open} />
                <FileField
                  id="answer-file"
                  label={t('progress.answer')}
                  hint={t('progress.answerHint')}
                  accept=".json,application/json"
                  take={take}
                />
              </>
            }
          >
            {(run) => (
              <>
                <div class="row">
                  <button type="button" id="progress-back" onClick={() => close(run())}>
                    {t('progress.back')}
                  </button>
                </div>
                <Findings report={run().report} comments={run().comments} />
              </>
            )}
          </Show>
        )}
      </Show>
    </Screen>
  );
}

/** A sentence first, then a chart for each skill. */
function Skills(props: {
  readonly runs: readonly RunRecord[];
  date(at: number): string;
}): JSX.Element {
  const { t } = useWorkspace();
  const skills = createMemo(() => skillsOf(props.runs.slice(-mostCharted)));
  const sentence = () => {
    const skillOf = (dimension: Dimension) => t(`assessment.dimension.${dimension}`);
    const count = props.runs.length;
    const risen = mostRisen(skills());
    // What has just risen most is praised, and not told to rise on.
    const room = mostRoom(skills().filter((skill) => skill !== risen));
    const sentences = [
      t('progress.count', { count }),
      count > mostCharted ? t('progress.latest', { count: mostCharted }) : '',
      risen ? t('progress.risen', { skill: skillOf(risen.dimension), ...spanOf(risen) }) : '',
      room ? t('progress.look', { skill: skillOf(room.dimension) }) : '',
      mostRoom(skills()) ? '' : t('progress.allHad'),
    ];
    return joinParts(sentences, t);
  };
  return (
    <Show when={props.runs.length} fallback={<p class="lead">{t('progress.empty')}</p>}>
      <p class="lead">{sentence()}</p>
      <section class="skills" aria-labelledby="skills-title">
        <h2 id="skills-title">{t('progress.skills')}</h2>
        <p class="hint">{t('progress.skillsHint')}</p>
        <div class="charts">
          <For each={skills()}>{(skill) => <SkillChart skill={skill} date={props.date} />}</For>
        </div>
      </section>
    </Show>
  );
}
