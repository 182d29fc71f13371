import { createSignal, For, type JSX, Show } from 'solid-js';
import { scenarios } from '../connectors/practice/scenarios.ts';
import { languageName } from '../domain/describe-offer.ts';
import { beginPractice } from '../session/begin-practice.ts';
import { Link } from '../session/link.tsx';
import { chosenMode } from '../session/practice-mode.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { MessageKey } from '../shared/translate.ts';

type Listed = (typeof scenarios)[number];

/** Chooses a practice customer and begins. */
export function Practise(): JSX.Element {
  const workspace = useWorkspace();
  const { t, router, language, say } = workspace;
  const [customers, setCustomers] = createSignal<LanguageTag>(primaryLanguage(language()));
  const [isLoading, setLoading] = createSignal(false);
  const titleOf = ({ id }: Listed) => t(`scenarios.${id}` as MessageKey);
  const levels = [...new Set(scenarios.map(({ level }) => level))];

  const start = async (listed: Listed) => {
    if (isLoading()) return;
    setLoading(true);
    try {
      const [title, language] = [titleOf(listed), customers()];
      const mode = chosenMode(workspace.settings());
      await beginPractice(workspace, listed.id, { title, language, ...mode });
    } catch {
      say(t('app.loadFailed'));
    } finally {
      setLoading(false);
    }
  };

  return (
    <Screen
      title={t('practise.title')}
      pageTitle={t('app.title', { page: t('practise.title') })}
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{t('practise.lead')}</p>
      <p class="ways">
        <Link id="to-training" to="training" text={t('practise.toTraining')} />
      </p>
      <label class="field">
        <span>{t('practise.in')}</span>
        <select
          id="practice-language"
          value={customers()}
          onChange={(event) => setCustomers(event.currentTarget.value)}
        >
          <For each={['en', 'zh']}>
            {(code) => <option value={code}>{languageName(code, t)}</option>}
          </For>
        </select>
      </label>
      {/* One level at a time: as many customers as the ear can hold, and a few stops for Tab. */}
      <For each={levels}>
        {(level) => (
          <details name="level" open={level === levels[0]}>
            <summary>
              <h2>{t('practise.level', { level })}</h2>
            </summary>
            <ul class="cards">
              <For each={scenarios.filter((listed) => listed.level === level)}>
                {(listed) => (
                  <li class="card">
                    <h3>{titleOf(listed)}</h3>
                    <p>{t('practise.chats', { count: listed.chats })}</p>
                    <button
                      type="button"
                      id={`start-${listed.id}`}
                      class="primary"
                      onClick={() => void start(listed)}
                    >
                      {t('practise.startNamed', { title: titleOf(listed) })}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </details>
        )}
      </For>
      <Show when={isLoading()}>
        <p>{t('app.loading')}</p>
      </Show>
    </Screen>
  );
}
