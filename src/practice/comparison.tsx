import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { DimensionScore, RunRecord } from '../domain/run-record.ts';
import type { RunReport } from '../domain/run-report.ts';
import { readRuns } from '../session/kept-runs.ts';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import { assessRun } from '../simulator/assess-run.ts';
import { rubric } from '../simulator/rubric.ts';

/** The newest run before this one of the same scenario and language, judged by the same rubric. */
export const lastTry = (
  runs: readonly RunRecord[],
  { scenarioId, language, startedAt }: RunReport,
): RunRecord | undefined =>
  runs.findLast(
    ({ report, rubricVersion }) =>
      report.scenarioId === scenarioId &&
      primaryLanguage(report.language) === primaryLanguage(language) &&
      report.startedAt < startedAt &&
      rubricVersion === rubric.version,
  );

/** This try beside the last one: a sentence, and a table of the parts. Nothing where it is the first. */
export function Comparison(props: { readonly report: RunReport }): JSX.Element {
  const { t, storage } = useWorkspace();
  const [runs, setRuns] = createSignal<readonly RunRecord[]>([]);
  onMount(() => void readRuns(storage).then(setRuns));
  const now = () => assessRun(props.report, rubric);
  const cell = (score: Omit<DimensionScore, 'dimension'> | undefined) =>
    score
      ? t('comparison.of', { points: Math.round(score.points), of: Math.round(score.of) })
      : t('comparison.notAsked');
  return (
    <Show when={lastTry(runs(), props.report)}>
      {(last) => (
        <>
          <h2>{t('comparison.title')}</h2>
          <p>{t('comparison.points', { before: last().points, now: now().points })}</p>
          <table class="points compared">
            <thead>
              <tr>
                <th scope="col">{t('assessment.what')}</th>
                <th scope="col">{t('comparison.last')}</th>
                <th scope="col">{t('comparison.this')}</th>
              </tr>
            </thead>
            <tbody>
              <For each={now().dimensions}>
                {(score) => (
                  <tr>
                    <th scope="row">{t(`assessment.dimension.${score.dimension}`)}</th>
                    <td>
                      {cell(
                        last().dimensions.find(({ dimension }) => dimension === score.dimension),
                      )}
                    </td>
                    <td>{cell(score)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </>
      )}
    </Show>
  );
}
