import { render } from '#dom';
import { App } from './app/app.tsx';
import { createWorkspace } from './app/create-workspace.ts';
import { defaultSettings } from './domain/settings.ts';
import { loadLocale } from './i18n/create-i18n.ts';
import { openStorage } from './outbox/open-storage.ts';
import { loadSettings, readEarly } from './outbox/settings-store.ts';
import type { StorageProblem } from './outbox/storage-problem.ts';
import type { InterfaceLanguage } from './shared/language.ts';
import './ui/theme.css';

/** The first guess: Chinese for any Chinese browser, English for all others. */
const guessLanguage = (): InterfaceLanguage =>
  navigator.languages
    .find((tag) => /^(zh|en)\b/i.test(tag))
    ?.toLowerCase()
    .startsWith('zh')
    ? 'zh-CN'
    : 'en';

/** Reads what is kept, then mounts the app. */
async function start(): Promise<void> {
  const early = { language: guessLanguage(), ...readEarly() };
  let tell = (problem: StorageProblem) => {
    problems.push(problem);
  };
  const problems: StorageProblem[] = [];
  // Most agents keep their language: its file comes while the settings are still being read.
  const guess = loadLocale(early.language, 'first');
  const [storage, guessed] = await Promise.all([
    openStorage({ name: 'harebell', onProblem: (problem) => tell(problem), isKeyLater: true }),
    guess,
  ]);
  const stored = await loadSettings(storage);
  const settings = (stored.ok && stored.value) || { ...defaultSettings, ...early };
  const locale =
    settings.language === early.language ? guessed : await loadLocale(settings.language, 'first');
  const root = document.getElementById('app');
  if (!root) throw new Error('No #app.');
  root.replaceChildren();
  render(() => {
    const workspace = createWorkspace({ locale, settings, storage });
    const { notify, t, allSentences } = workspace;
    tell = ({ kind }) => {
      void allSentences().then(() => notify(t(`storage.${kind}`)));
    };
    problems.forEach(tell);
    if (!stored.ok) {
      const { kind } = stored.error;
      void allSentences().then(() => notify(t(`storage.settingsFile.${kind}`)));
    }
    return <App workspace={workspace} />;
  }, root);
}

void start();
