import { expect } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import type { PracticeMode } from '../../src/domain/run-record.ts';
import { type DeskStorage, openStorage } from '../../src/outbox/open-storage.ts';
import { type Journal, listJournals, writeJournal } from '../../src/session/journal.ts';
import { startPractice } from '../../src/session/start-practice.ts';
import { createId } from '../../src/shared/id.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { until } from '../support/desk-screens.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

/** For what goes by the clock of a practice. */
export const slow = { timeout: 10_000 };

/** The one reply that was sent. */
export const reply = 'Hello Lina, I am so sorry. May I have your order number, please?';

/** What stands on the buttons: go on, score it, forget it. */
export const named = {
  en: ['Go on where you were', 'Score it to this point', 'Forget it'],
  'zh-CN': ['接着练', '到此为止，直接评分', '不要了'],
} as const;

/** What some elements say. */
export const texts = (selector: string): readonly string[] =>
  [...document.querySelectorAll(selector)].map((element) => (element.textContent ?? '').trim());

/** The messages of the first chat at a desk. */
export const words = ({ workspace }: OpenDesk): readonly string[] =>
  workspace
    .session()
    ?.desk()
    .conversations[0]?.messages.map(({ text }) => text) ?? [];

interface BreakOffOptions {
  readonly language?: InterfaceLanguage;
  /** Whether the first customer is taken and answered; else the page dies before that. */
  readonly accepts?: boolean;
  readonly scenario?: string;
  /** How many messages there are once the reply has been answered. */
  readonly messages?: number;
  readonly mode?: PracticeMode;
  /** What is done before the page dies. */
  before?(desk: OpenDesk): Promise<void>;
}

/** What is left of a practice whose page died. */
export interface BrokenOff {
  readonly database: string;
  /** What stood in the first chat. */
  readonly before: readonly string[];
  readonly clock: ReturnType<typeof createFastClock>;
  readonly language: InterfaceLanguage;
}

/** A practice in which one reply was answered and another one is being written, and the page dies. */
export async function breakOff(options: BreakOffOptions = {}): Promise<BrokenOff> {
  const { language = 'en', accepts = true, mode = 'coach' } = options;
  const database = `test-${createId()}`;
  const clock = createFastClock(6);
  const desk = await openDesk({ signedOut: true, database, clock, settings: { language } });
  const { workspace } = desk;
  const scenario = await loadScenario(options.scenario ?? 'late-parcel', 'en');
  await startPractice(workspace, {
    ...{ scenario, title: 'Parcel', language: 'en', mode, seed: 7 },
  });
  await expect.poll(() => workspace.session()?.desk().offers.length, slow).toBe(1);
  let before: readonly string[] = [];
  if (accepts) {
    await userEvent.keyboard('{Alt>}a{/Alt}');
    await expect.poll(() => document.activeElement?.id, slow).toBe('reply');
    await userEvent.fill(document.activeElement as HTMLElement, reply);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words(desk).length, slow).toBe(options.messages ?? 4);
    await userEvent.fill(document.activeElement as HTMLElement, 'I understand that you are wor');
    before = words(desk);
    await expect.poll(() => listJournals(workspace.storage), slow).toHaveLength(1);
  }
  await options.before?.(desk);
  await desk.close();
  return { database, before, clock, language };
}

/** The desk as it stands after the reload, with something to tell of what broke off. */
export async function comeBack(broken: BrokenOff, hash = '#/desk'): Promise<OpenDesk> {
  const { database, clock, language } = broken;
  const desk = await openDesk({ signedOut: true, database, clock, hash, settings: { language } });
  await until(() => document.querySelector('.notices button'));
  return desk;
}

/** Presses Enter on the button of this name. */
export async function press(name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

/** What is kept on the disk is read or changed by somebody else. */
export async function onDisk<T>(
  database: string,
  act: (storage: DeskStorage, journal: Journal) => Promise<T>,
): Promise<T> {
  const storage = await openStorage({ name: database, onProblem: () => undefined });
  const [id = ''] = await listJournals(storage);
  const result = await act(storage, (await storage.get('training', `journal ${id}`)) as Journal);
  storage.close();
  return result;
}

/** The journal on the disk is changed by somebody else. */
export const tamper = (database: string, patch: object): Promise<void> =>
  onDisk(database, (storage, journal) => writeJournal(storage, { ...journal, ...patch }));

/** Another tab asks for its turn at a practice: whether it has got it, and how it lets go of it. */
export function otherTab(id: string) {
  let isHeld = false;
  let free = () => {};
  const over = new Promise<void>((resolve) => {
    free = resolve;
  });
  const done = navigator.locks.request(`harebell-run:${id}`, () => {
    isHeld = true;
    return over;
  });
  return { isHeld: () => isHeld, free, done };
}
