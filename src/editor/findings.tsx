import { createSignal, For, type JSX, Show } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { isAdvice } from '../simulator/lint-scenario.ts';
import type { Problem } from '../simulator/problem.ts';
import { countFindings, describeFinding } from './describe-findings.ts';

/** More at once would be too many steps to get past. */
const few = 10;

/** The id of a finding's button. */
export const findingId = (index: number): string => `finding-${index}`;

interface FindingsProps {
  readonly problems: readonly Problem[];
  canPutRight(problem: Problem): boolean;
  goTo(line: number): void;
  putRight(problem: Problem, index: number): void;
}

/** What the linter found: a list, each with a way to its line. It changes silently. */
export function Findings(props: FindingsProps): JSX.Element {
  const { t } = useWorkspace();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.problems : props.problems.slice(0, few));
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h3 id="findings-title">{t('editor.findings')}</h3>
      <p id="findings-count" class="hint">
        {countFindings(props.problems, t)}
      </p>
      <Show when={props.problems.length}>
        <ol>
          <For each={shown()}>
            {(problem, index) => (
              <li classList={{ advice: isAdvice(problem) }}>
                <button
                  type="button"
                  id={findingId(index())}
                  class="finding"
                  onClick={() => props.goTo(problem.line)}
                >
                  {describeFinding(problem, t)}
                </button>
                <Show when={props.canPutRight(problem)}>
                  <button type="button" onClick={() => props.putRight(problem, index())}>
                    {t('editor.putRight', {
                      word: problem.suggestion ?? '',
                      line: problem.line,
                    })}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.problems.length > shown().length}>
        <button
          type="button"
          onClick={() => {
            setAll(true);
            document.getElementById(findingId(few))?.focus();
          }}
        >
          {t('editor.showAll', { count: props.problems.length })}
        </button>
      </Show>
    </section>
  );
}
