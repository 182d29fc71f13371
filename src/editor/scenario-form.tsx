import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { languageName } from '../domain/describe-offer.ts';
import { onPageHidden } from '../outbox/on-page-hidden.ts';
import { startPractice } from '../session/start-practice.ts';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import { isAdvice, lintScenario } from '../simulator/lint-scenario.ts';
import type { Problem } from '../simulator/problem.ts';
import { putRight } from '../simulator/put-right.ts';
import { scenarioTitle } from '../simulator/scenario-title.ts';
import type { OwnScenarios } from './create-own-scenarios.ts';
import { countFindings, firstFinding, sayFindings } from './describe-findings.ts';
import { Findings, findingId } from './findings.tsx';
import { HandOut } from './hand-out.tsx';
import { type WritingPlace, writePlace } from './kept-place.ts';
import { Outline } from './outline.tsx';
import { fileName } from './read-text-file.ts';
import { correct, goToLine } from './text-field.ts';

/** Milliseconds after the last key before the findings change. */
const settled = 400;

interface ScenarioFormProps {
  readonly store: OwnScenarios;
  readonly place: WritingPlace;
  close(): void;
}

/** One scenario: its text, what is wrong with it, and a way to play it. */
export function ScenarioForm(props: ScenarioFormProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, clock, language, storage } = workspace;
  const { id } = props.place;
  const first = props.store.find(id)?.text ?? '';
  const check = (text: string) => ({ text, ...lintScenario(text) });
  const [checked, setChecked] = createSignal(check(first));
  const [wanted, setWanted] = createSignal(primaryLanguage(language()));
  let field!: HTMLTextAreaElement;
  let cancel = () => {};

  /** The findings on what stands there now. */
  const checkNow = () => {
    cancel();
    if (checked().text !== field.value) setChecked(check(field.value));
    return checked();
  };
  const onInput = () => {
    props.store.write(id, field.value);
    cancel();
    cancel = clock.after(settled, () => void checkNow());
  };
  const keepPlace = () =>
    writePlace(storage, { id, start: field.selectionStart, end: field.selectionEnd });
  onMount(() => {
    field.value = first;
    field.setSelectionRange(props.place.start, props.place.end);
  });
  onCleanup(onPageHidden(keepPlace));
  onCleanup(() => cancel());
  createEffect(
    on(
      () => props.store.find(id)?.text,
      (text) => {
        // Another tab wrote; what is typed here goes before it.
        if (text === undefined || props.store.isPending(id) || text === field.value) return;
        const { selectionStart, selectionEnd } = field;
        field.value = text;
        field.setSelectionRange(selectionStart, selectionEnd);
        checkNow();
      },
      { defer: true },
    ),
  );

  const title = () =>
    scenarioTitle(checked().text, primaryLanguage(language())) || t('editor.untitled');
  const languages = () => checked().scenario?.languages ?? [];
  const spoken = () => languages().find((code) => code === wanted()) ?? languages()[0] ?? wanted();
  const focusFinding = (problem: Problem | undefined) =>
    problem && document.getElementById(findingId(checked().problems.indexOf(problem)))?.focus();

  const goTo = (line: number) => {
    goToLine(field, line);
    say(t('editor.atLine', { line }));
  };
  const mend = (problem: Problem, index: number) => {
    const { problems } = checkNow();
    const change = problems.includes(problem) ? putRight(field.value, problem) : undefined;
    if (change) correct(field, change, spoken());
    const { problems: left } = checkNow();
    const next = document.getElementById(findingId(Math.min(index, left.length - 1)));
    (next ?? field).focus();
    const counts = countFindings(left, t);
    const word = problem.suggestion ?? '';
    say(change ? t('editor.isRight', { line: problem.line, word, counts }) : counts);
  };
  const play = async () => {
    const { scenario, problems } = checkNow();
    const errors = problems.filter((problem) => !isAdvice(problem));
    if (errors.length || !scenario) {
      say(t('editor.notPlayed', { counts: countFindings(errors, t) }));
      focusFinding(firstFinding(errors));
      return;
    }
    props.store.flush();
    keepPlace();
    try {
      await startPractice(workspace, {
        scenario,
        title: title(),
        language: spoken(),
        mode: 'practice',
        isDraft: true,
      });
    } catch {
      say(t('app.loadFailed'));
    }
  };

  return (
    <>
      <div class="row">
        <button type="button" id="editor-close" onClick={() => props.close()}>
          {t('editor.close')}
        </button>
      </div>
      <h2 lang={spoken()}>{title()}</h2>
      <div class="parts">
        <div class="writing">
          <label for="scenario-text">{t('editor.text')}</label>
          <textarea
            ref={field}
            id="scenario-text"
            class="scenario-text"
            lang={spoken()}
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            rows={24}
            onInput={onInput}
            onBlur={keepPlace}
          />
          <div class="row">
            <button
              type="button"
              id="editor-check"
              onClick={() => say(sayFindings(checkNow().problems, t))}
            >
              {t('editor.check')}
            </button>
            <Show when={languages().length > 1}>
              <label class="field">
                <span>{t('practise.in')}</span>
                <select
                  id="editor-language"
                  onChange={(event) => setWanted(event.currentTarget.value)}
                >
                  {languages().map((code) => (
                    <option value={code} selected={code === spoken()}>
                      {languageName(code, t)}
                    </option>
                  ))}
                </select>
              </label>
            </Show>
            <button type="button" id="editor-play" class="primary" onClick={() => void play()}>
              {t('editor.play')}
            </button>
          </div>
        </div>
        <Findings
          problems={checked().problems}
          canPutRight={(problem) => putRight(checked().text, problem) !== undefined}
          goTo={goTo}
          putRight={mend}
        />
      </div>
      <Outline scenario={checked().scenario} language={spoken()} goTo={goTo} />
      <HandOut name={fileName(checked().scenario?.id ?? '')} text={() => field.value} />
    </>
  );
}
