import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import {
  type ExamProgress,
  examProgress,
  type ScenarioProgress,
} from '../credential/exam-progress.ts';
import { makeExamRecord } from '../credential/exam-record.ts';
import { examSets } from '../credential/exam-set.ts';
import { languageName } from '../domain/describe-offer.ts';
import type { RunRecord } from '../domain/run-record.ts';
import { beginPractice } from '../session/begin-practice.ts';
import { hasBegun, listJournals, readJournal } from '../session/journal.ts';
import { readRuns } from '../session/kept-runs.ts';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import type { MessageKey } from '../shared/translate.ts';
import { rubric } from '../simulator/rubric.ts';
import { saveFile } from '../ui/save-file.ts';

/** The exam sets, how far one is with each, and the way into each exam. */
export function Exams(): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, clock, storage } = workspace;
  const [language, setLanguage] = createSignal(primaryLanguage(workspace.language()));
  const [runs, setRuns] = createSignal<readonly RunRecord[]>([]);
  const [isBusy, setBusy] = createSignal(false);
  void readRuns(storage).then(setRuns);
  const titleOf = (id: string) => t(`scenarios.${id}` as MessageKey);
  const progress = createMemo(() =>
    examSets.map((set) =>
      examProgress(set, runs(), {
        language: language(),
        rubricVersion: rubric.version,
        now: clock.now(),
      }),
    ),
  );

  /** The same exam, broken off or open in another tab: another try would leave it uncounted. */
  const findUnfinished = async (id: string) => {
    for (const journalId of await listJournals(storage)) {
      const read = await readJournal(storage, journalId);
      if (!read.ok || !hasBegun(read.value.entries)) continue;
      const { scenario, mode, language: inLanguage } = read.value.start;
      if (mode === 'exam' && scenario.id === id && inLanguage === language()) return journalId;
    }
    return undefined;
  };
  const begin = async (id: string) => {
    if (isBusy()) return;
    setBusy(true);
    try {
      const unfinished = await findUnfinished(id);
      if (unfinished) {
        say(t('certificates.unfinished', { title: titleOf(id) }));
        // The ways on stand above every screen, unless another tab has it.
        const goOn = `[aria-describedby="unfinished-${unfinished}"]`;
        document.querySelector<HTMLElement>(goOn)?.focus();
        return;
      }
      await beginPractice(workspace, id, {
        title: titleOf(id),
        language: language(),
        mode: 'exam',
      });
    } catch {
      say(t('app.loadFailed'));
    } finally {
      setBusy(false);
    }
  };
  const save = async (done: ExamProgress) => {
    if (!crypto.subtle) return say(t('credential.state.cannot-check'));
    const record = await makeExamRecord(done, crypto.subtle);
    if (!record) return;
    const name = `exam-${done.set.id}-${done.language}.json`;
    const text = `${JSON.stringify(record, undefined, 2)}\n`;
    saveFile({ name, text, type: 'application/json' }, clock);
    say(t('certificates.recordSaved', { name }));
  };
  const describe = ({ best, triesLeft }: ScenarioProgress, days: number) => {
    if (best) return t('certificates.passed', { points: best.run.points });
    if (triesLeft === 0) return t('certificates.noTries', { days });
    return t('certificates.triesLeft', { count: triesLeft });
  };

  return (
    <section aria-labelledby="exams">
      <h2 id="exams">{t('certificates.exams')}</h2>
      <label class="field">
        <span>{t('practise.in')}</span>
        <select
          id="exam-language"
          value={language()}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          <For each={['en', 'zh']}>
            {(code) => <option value={code}>{languageName(code, t)}</option>}
          </For>
        </select>
      </label>
      <For each={examSets}>
        {(set, index) => {
          const mine = () => progress()[index()] as ExamProgress;
          const passed = () => mine().scenarios.filter(({ best }) => best).length;
          return (
            <details name="exam" class="exam" open={index() === 0}>
              <summary>
                <h3>
                  {t('certificates.setPassed', {
                    exam: t(`credential.set.${set.id}`),
                    passed: passed(),
                    all: set.scenarios.length,
                  })}
                </h3>
              </summary>
              <p>{t('certificates.rules', { pass: set.pass, tries: set.tries, days: set.days })}</p>
              <Show when={mine().passed}>
                <div class="note">
                  <p id={`save-${set.id}-hint`}>{t('certificates.saveHint')}</p>
                  <button
                    type="button"
                    id={`save-${set.id}`}
                    class="primary"
                    aria-describedby={`save-${set.id}-hint`}
                    onClick={() => void save(mine())}
                  >
                    {t('certificates.saveRecord')}
                  </button>
                </div>
              </Show>
              <ul class="cards">
                <For each={mine().scenarios}>
                  {(scenario) => (
                    <li class="card" classList={{ met: scenario.best !== undefined }}>
                      <h4>{titleOf(scenario.id)}</h4>
                      <p>{describe(scenario, set.days)}</p>
                      <Show when={!scenario.best && scenario.triesLeft > 0}>
                        <button
                          type="button"
                          id={`exam-${scenario.id}`}
                          onClick={() => void begin(scenario.id)}
                        >
                          {t('certificates.begin', { title: titleOf(scenario.id) })}
                        </button>
                      </Show>
                    </li>
                  )}
                </For>
              </ul>
            </details>
          );
        }}
      </For>
    </section>
  );
}
