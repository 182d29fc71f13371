import { render } from '#dom';
import { App } from './app/app.tsx';
import { createWorkspace } from './app/create-workspace.ts';
import { defaultSettings } from './domain/settings.ts';
import { loadLocale } from './i18n/create-i18n.ts';
import { openStorage } from './outbox/open-storage.ts';
import { loadSettings, readEarly } from './outbox/settings-store.ts';
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

async function start(): Promise<void> {
  const early = { language: guessLanguage(), ...readEarly() };
  const problems: string[] = [];
  const [storage, locale] = await Promise.all([
    openStorage({ name: 'harebell', onProblem: ({ kind }) => problems.push(kind) }),
    loadLocale(early.language, 'first'),
  ]);
  const stored = await loadSettings(storage);
  const settings = stored.ok ? { ...defaultSettings, ...stored.value } : defaultSettings;
  const root = document.getElementById('app');
  if (!root) throw new Error('index.html has no #app.');
  root.replaceChildren();
  render(() => {
    const workspace = createWorkspace({
      locale,
      settings: { ...settings, ...early },
      storage,
    });
    return <App workspace={workspace} />;
  }, root);
}

void start();
