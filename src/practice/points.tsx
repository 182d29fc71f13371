import { For, type JSX, Show } from 'solid-js';
import type { RunReport } from '../domain/run-report.ts';
import { useWorkspace } from '../session/workspace.ts';
import { assessRun } from '../simulator/assess-run.ts';
import { rubric } from '../simulator/rubric.ts';

/** How a run did by the rubric: a sentence, what fails it at once, and a table of its parts. */
export function Points(props: { readonly report: RunReport }): JSX.Element {
  const { t } = useWorkspace();
  const result = () => assessRun(props.report, rubric);
  const verdict = () => {
    const { verdict: found, criticals, points, open } = result();
    const key = criticals.length > 0 ? 'failed' : found;
    return t(`assessment.${key}`, { points, open, pass: rubric.pass });
  };
  return (
    <>
      <h2>{t('assessment.title')}</h2>
      <p>{verdict()}</p>
      <Show when={result().criticals.length}>
        <ul>
          <For each={result().criticals}>
            {({ kind, words }) => (
              <li class="critical">
                {t(`assessment.critical.${kind}`)}
                {/* What broke a rule stands with the rules. */}
                <Show when={kind === 'insult'}>
                  {' '}
                  <q lang={props.report.language}>{words}</q>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <table class="points">
        <thead>
          <tr>
            <th scope="col">{t('assessment.what')}</th>
            <th scope="col">{t('assessment.got')}</th>
            <th scope="col">{t('assessment.of')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={result().dimensions}>
            {({ dimension, points, of, open }) => (
              <tr>
                <th scope="row">{t(`assessment.dimension.${dimension}`)}</th>
                <td>
                  {Math.round(points)}
                  <Show when={Math.round(open)}>
                    {t('app.comma')}
                    {t('assessment.open', { points: Math.round(open) })}
                  </Show>
                </td>
                <td>{Math.round(of)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <p class="hint">{t('assessment.timeless')}</p>
    </>
  );
}
