import { createSignal, For, type JSX, Show } from 'solid-js';
import { FileField } from '../session/file-field.tsx';
import type { OwnScenario } from '../session/kept-scenarios.ts';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import { lintScenario } from '../simulator/lint-scenario.ts';
import { longestScenario } from '../simulator/parse-scenario.ts';
import { scenarioTitle } from '../simulator/scenario-title.ts';
import type { Replay } from '../simulator/to-replay-scenario.ts';
import { UndoNote } from '../ui/undo-note.tsx';
import type { OwnScenarios } from './create-own-scenarios.ts';
import { countFindings } from './describe-findings.ts';
import { asScenario, describeFileProblem, readTextFile } from './read-text-file.ts';
import { scenarioTemplate } from './templates.ts';
import { TranscriptFile } from './transcript-file.tsx';

interface ScenarioListProps {
  readonly store: OwnScenarios;
  open(scenario: OwnScenario): void;
}

const openId = ({ id }: OwnScenario) => `open-${id}`;

/** The scenarios that were written here: open, delete, or begin a new one. */
export function ScenarioList(props: ScenarioListProps): JSX.Element {
  const { t, say, language } = useWorkspace();
  const [removed, setRemoved] = createSignal<OwnScenario>();
  const titleOf = ({ text }: OwnScenario) =>
    scenarioTitle(text, primaryLanguage(language())) || t('editor.untitled');
  const scenarios = () => props.store.list() ?? [];
  const remove = (scenario: OwnScenario) => {
    const index = scenarios().indexOf(scenario);
    props.store.remove(scenario.id);
    setRemoved(scenario);
    const next = scenarios()[index] ?? scenarios().at(-1);
    document.getElementById(next ? openId(next) : 'editor-new')?.focus();
    say(t('editor.deleted', { title: titleOf(scenario) }));
  };
  const putBack = (scenario: OwnScenario) => {
    props.store.putBack(scenario);
    setRemoved(undefined);
    document.getElementById(openId(scenario))?.focus();
    say(t('editor.isBack', { title: titleOf(scenario) }));
  };
  const takeScenario = async (file: File) => {
    const read = await readTextFile(file, longestScenario);
    const found = read.ok ? asScenario(read.value) : read;
    if (!found.ok) return describeFileProblem(found.error, t, language());
    const scenario = props.store.add(found.value);
    props.open(scenario);
    const counts = countFindings(lintScenario(scenario.text).problems, t);
    say(t('editor.files.opened', { title: titleOf(scenario), counts }));
    return undefined;
  };
  const takeReplay = ({ text, beats, left }: Replay) => {
    props.open(props.store.add(text));
    const counts = countFindings(lintScenario(text).problems, t);
    const made = t('editor.transcript.made', { count: beats, counts });
    say(
      left
        ? t('editor.found', { counts: made, first: t('editor.transcript.left', { count: left }) })
        : made,
    );
  };
  return (
    <>
      <p class="lead">{t('editor.lead')}</p>
      <div class="row">
        <button
          type="button"
          id="editor-new"
          class="primary"
          onClick={() => {
            props.open(props.store.add(scenarioTemplate(language())));
            say(t('editor.begun'));
          }}
        >
          {t('editor.new')}
        </button>
      </div>
      <Show when={removed()}>
        {(scenario) => (
          <UndoNote
            id="editor-undo"
            text={t('editor.deleted', { title: titleOf(scenario()) })}
            undo={t('editor.undoDelete', { title: titleOf(scenario()) })}
            onUndo={() => putBack(scenario())}
          />
        )}
      </Show>
      <section class="own" aria-labelledby="own-title">
        <h2 id="own-title">{t('editor.own')}</h2>
        <Show when={scenarios().length} fallback={<p class="empty">{t('editor.none')}</p>}>
          <ul class="scenarios">
            <For each={scenarios()}>
              {(scenario) => (
                <li>
                  <button
                    type="button"
                    id={openId(scenario)}
                    class="open"
                    onClick={() => props.open(scenario)}
                  >
                    {titleOf(scenario)}
                  </button>
                  <button type="button" onClick={() => remove(scenario)}>
                    {t('editor.delete', { title: titleOf(scenario) })}
                  </button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
      <section class="bring" aria-labelledby="bring-title">
        <h2 id="bring-title">{t('editor.files.title')}</h2>
        <FileField
          id="scenario-file"
          label={t('editor.files.open')}
          hint={t('editor.files.openHint')}
          accept=".txt,.scenario,text/plain"
          take={takeScenario}
        />
        <TranscriptFile make={takeReplay} />
      </section>
    </>
  );
}
