import type { JSX } from 'solid-js';
import { languageRuns } from '../domain/language-runs.ts';
import type { LanguageTag } from '../shared/language.ts';

/** Text whose runs of another language say so, so that the right voice reads each (A57). */
export function MixedText(props: {
  readonly text: string;
  readonly language: LanguageTag;
}): JSX.Element {
  return (
    <>
      {languageRuns(props.text, props.language).map(({ text, language }) =>
        language === props.language ? text : <span lang={language}>{text}</span>,
      )}
    </>
  );
}
