// Fetched by the desk when they are needed; here the server has to make them first.
import '../../src/practice/progress.tsx';
import '../../src/practice/review.tsx';
import type { RunRecord } from '../../src/domain/run-record.ts';
import type { Route } from '../../src/session/create-router.ts';
import { keepRun } from '../../src/session/kept-runs.ts';
import { createId } from '../../src/shared/id.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { until } from './desk-screens.ts';
import { alone } from './on-page.ts';
import { type OpenDesk, openDesk } from './open-desk.tsx';

/** A screen of the training room in a browser in which these runs were practised. */
export async function openTraining(
  route: Route,
  runs: readonly RunRecord[] = [],
  {
    language = 'en',
    database = `test-${createId()}`,
  }: {
    readonly language?: InterfaceLanguage;
    readonly database?: string;
  } = {},
): Promise<OpenDesk> {
  const desk = await openDesk({ signedOut: true, settings: { language }, database });
  for (const run of runs) await keepRun(desk.workspace.storage, run);
  const start = document.querySelector('main');
  desk.workspace.router.go(route);
  // The screen before stays for a moment, hidden; what comes is there when it has read what is kept.
  await until(() => !start?.isConnected && document.querySelector('#page > :nth-child(3)'));
  await alone();
  return desk;
}
