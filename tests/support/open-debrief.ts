import type { RunReport } from '../../src/domain/run-report.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { until } from './desk-screens.ts';
import { alone } from './on-page.ts';
import { type OpenDesk, openDesk } from './open-desk.tsx';

/** A practice that has just come to its end with this report. */
export async function openDebrief(
  report: RunReport,
  language: InterfaceLanguage = 'en',
): Promise<OpenDesk> {
  const desk = await openDesk({ settings: { language } });
  desk.connector.emit({ type: 'run.ended', report });
  await until(() => document.querySelector('.debrief h1'));
  await alone();
  return desk;
}
