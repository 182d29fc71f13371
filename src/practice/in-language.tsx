import { For, type JSX } from 'solid-js';
import { languageRuns } from '../domain/language-runs.ts';
import { useWorkspace } from '../session/workspace.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

/** A sentence of the interface around words of the practice, each read by its own voice (A57). */
export function Around(props: {
  readonly words: string;
  readonly language: LanguageTag;
  /** Puts what it is given into the sentence. */
  sentence(words: string): string;
}): JSX.Element {
  const slot = '\u0000';
  const parts = () => props.sentence(slot).split(slot);
  return (
    <>
      {parts()[0]}
      <Runs words={props.words} language={props.language} />
      {parts()[1]}
    </>
  );
}

/**
 * How words of this language are marked: those of the interface's own with its own tag. Where `zh`
 * stands in `zh-CN`, Orca cuts the sentence in pieces.
 */
export function useTag(): (language: LanguageTag) => LanguageTag {
  const { language: own } = useWorkspace();
  return (language) => (primaryLanguage(language) === primaryLanguage(own()) ? own() : language);
}

/** Words of the practice, each run of them in its own language. */
export function Runs(props: {
  readonly words: string;
  readonly language: LanguageTag;
}): JSX.Element {
  const tag = useTag();
  return (
    <For each={languageRuns(props.words, props.language)}>
      {({ text, language }) => <span lang={tag(language)}>{text}</span>}
    </For>
  );
}
