/**
 * The whole app at a desk whose customers a journey plays: `desk.offer('Lina')`,
 * `desk.say('Lina', 'Hello?')`, `desk.emit({ … })`. All but the connector is the product. What
 * `localStorage` has as `desk-settings` stands above the usual settings.
 */
import { render } from '#dom';
import { App } from '../../../src/app/app.tsx';
import { createWorkspace } from '../../../src/app/create-workspace.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { loadLocale } from '../../../src/i18n/create-i18n.ts';
import { openStorage } from '../../../src/outbox/open-storage.ts';
import { createScriptedConnector } from '../../support/scripted-connector.ts';
import '../../../src/ui/theme.css';

const storage = await openStorage({ name: 'journey', onProblem: () => undefined });
const locale = await loadLocale('en', 'first');
const connector = createScriptedConnector();
const root = document.getElementById('app');
if (!root) throw new Error('desk.html has no #app.');
const settings = {
  ...defaultSettings,
  earcons: false,
  capacity: 4,
  ...(JSON.parse(localStorage.getItem('desk-settings') ?? '{}') as Partial<Settings>),
};
render(() => {
  const workspace = createWorkspace({ locale, settings, storage });
  void workspace
    .startSession(connector)
    .connect()
    .then(() => {
      workspace.router.go('desk');
      Object.assign(window, { desk: connector });
    });
  return <App workspace={workspace} />;
}, root);
