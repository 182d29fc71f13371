import { createMemo, For, type JSX } from 'solid-js';
import { languageRuns } from '../domain/language-runs.ts';
import type { LanguageTag } from '../shared/language.ts';

/** Text whose runs of another language say so, so that the right voice reads each (A57). */
export function MixedText(props: {
  readonly text: string;
  readonly language: LanguageTag;
}): JSX.Element {
  const runs = createMemo(() => languageRuns(props.text, props.language));
  return (
    <For each={runs()}>
      {(run) =>
        run.language === props.language ? run.text : <span lang={run.language}>{run.text}</span>
      }
    </For>
  );
}
