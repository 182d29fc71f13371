import { createMemo, type JSX, Show } from 'solid-js';
import type { RunReport } from '../domain/run-report.ts';
import { chosenMode } from '../session/practice-mode.ts';
import { Screen } from '../session/screen.tsx';
import { startPractice } from '../session/start-practice.ts';
import { type PracticeStart, useWorkspace } from '../session/workspace.ts';
import { Comparison } from './comparison.tsx';
import { Findings } from './findings.tsx';
import { followRuns } from './follow-runs.ts';
import { SaveRun } from './run-files.tsx';
import { TurnTools } from './turn-tools.tsx';

/** What a practice came to, turn by turn: headings and lists, as good by ear as by eye. */
export function Debrief(): JSX.Element {
  const workspace = useWorkspace();
  const { t, router, say, session, run, storage, endSession } = workspace;
  // A practice that is begun from here takes the place of this one while it is still shown.
  const report = createMemo<RunReport | undefined>((last) => session()?.desk().report ?? last);
  const start = createMemo<PracticeStart | undefined>((last) => (last ? last : run()?.start));
  const runs = followRuns(storage);
  /** It is kept when it ends, but code and disk may come later than this. */
  const kept = () =>
    runs()?.find(
      ({ report: { scenarioId, seed, startedAt } }) =>
        startedAt === report()?.startedAt &&
        scenarioId === report()?.scenarioId &&
        seed === report()?.seed,
    );
  let isLeaving = false;
  const wasExam = () => start()?.mode === 'exam';
  const leave = (to: 'certificates' | 'editor' | 'practise' | 'start') => {
    router.go(to);
    endSession();
  };
  const begin = (next: PracticeStart) => {
    if (isLeaving) return;
    isLeaving = true;
    // What was an exam is over: whoever looks back on it may have help.
    startPractice(workspace, { ...next, ...chosenMode(workspace.settings()) }).catch(() => {
      isLeaving = false;
      say(t('app.loadFailed'));
    });
  };
  return (
    <Screen
      title={t('debrief.title')}
      pageTitle={t('app.title', { page: t('debrief.title') })}
      class="debrief"
      takesFocus={router.hasMoved()}
    >
      <Show when={report()} fallback={<p>{t('debrief.none')}</p>}>
        {(known) => (
          <Findings
            report={known()}
            comments={kept()?.comments ?? []}
            afterPoints={
              <Show when={!start()?.whole}>
                <Comparison report={known()} />
              </Show>
            }
            turnTools={(turn, index) => (
              <TurnTools report={known()} turn={turn} index={index} start={start()} begin={begin} />
            )}
          />
        )}
      </Show>
      <div class="row">
        <Show when={report() && start()}>
          {(begun) => {
            const { seed: _, ...others } = begun().whole ?? begun();
            return (
              <>
                <button
                  type="button"
                  id="again-same"
                  class="primary"
                  onClick={() => begin(begun())}
                >
                  {t(begun().whole ? 'debrief.rehearse' : 'debrief.sameCustomers')}
                </button>
                <button
                  type="button"
                  id="again-other"
                  onClick={() => begin(begun().whole ?? others)}
                >
                  {t(begun().whole ? 'debrief.wholePractice' : 'debrief.otherCustomers')}
                </button>
              </>
            );
          }}
        </Show>
        <Show when={start()?.isDraft}>
          <button type="button" id="back-to-editor" onClick={() => leave('editor')}>
            {t('debrief.editor')}
          </button>
        </Show>
        <Show when={kept()}>
          {(own) => (
            <SaveRun
              id="debrief-save"
              text={t('progress.save')}
              prefix="practice"
              run={own}
              saved={(name) => t('progress.saved', { name })}
            />
          )}
        </Show>
        <button
          type="button"
          id="practise-again"
          classList={{ primary: !(report() && start()) }}
          onClick={() => leave(wasExam() ? 'certificates' : 'practise')}
        >
          {t(
            wasExam()
              ? 'debrief.toExams'
              : report() && start()
                ? 'debrief.choose'
                : 'debrief.again',
          )}
        </button>
        <button type="button" onClick={() => leave('start')}>
          {t('debrief.leave')}
        </button>
      </div>
    </Screen>
  );
}
