import { createSignal, For, type JSX, Show } from 'solid-js';
import { createPracticeConnector } from '../connectors/practice/create-practice-connector.ts';
import { loadScenario, scenarios } from '../connectors/practice/scenarios.ts';
import { languageName } from '../domain/describe-offer.ts';
import { Screen } from '../session/screen.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';

type Listed = (typeof scenarios)[number];

/** Chooses a practice customer and begins. */
export function Practise(): JSX.Element {
  const { t, router, language, clock, settings, startSession, say } = useWorkspace();
  const [customers, setCustomers] = createSignal<LanguageTag>(primaryLanguage(language()));
  const [isLoading, setLoading] = createSignal(false);
  const titleOf = (listed: Listed) =>
    listed.titles[primaryLanguage(language()) as 'en' | 'zh'] ?? listed.titles.en;

  const start = async (listed: Listed) => {
    if (isLoading()) return;
    setLoading(true);
    try {
      const scenario = await loadScenario(listed.id, customers());
      const connector = createPracticeConnector({
        // Its own desk: another tab that practises must not send what was written here.
        id: `practice-${createId()}`,
        scenario,
        language: customers(),
        seed: Number.parseInt(createId().slice(0, 8), 16),
        clock,
        timing: () => settings().timers.practice,
      });
      const session = startSession(connector, {
        title: titleOf(listed),
        finish: () => connector.finish(),
      });
      await session.connect();
      router.go('desk');
    } catch {
      say(t('practise.failed'));
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
      <ul class="cards">
        <For each={scenarios}>
          {(listed) => (
            <li class="card">
              <h2 id={`scenario-${listed.id}`}>{titleOf(listed)}</h2>
              <p>
                {t('practise.level', { level: listed.level })}
                {t('app.comma')}
                {t('practise.chats', { count: listed.chats })}
              </p>
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
      <Show when={isLoading()}>
        <p>{t('app.loading')}</p>
      </Show>
    </Screen>
  );
}
