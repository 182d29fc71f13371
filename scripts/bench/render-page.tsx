// The page that `npm run bench:render` looks at: the real app on real storage, at a made-up desk.
import { render } from '#dom';
import { App } from '../../src/app/app.tsx';
import { createWorkspace } from '../../src/app/create-workspace.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { loadLocale } from '../../src/i18n/create-i18n.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { loadSettings } from '../../src/outbox/settings-store.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createBusyConnector, fillArchive } from './create-busy-connector.ts';
import { conversationId } from './made-up-desk.ts';
import '../../src/ui/theme.css';

/** What the benchmark asks of the page, as `globalThis.bench`. */
export interface Bench {
  /** Milliseconds from the start of the navigation to the list and the transcript painted. */
  readonly listed: number;
  /** The part of it since the agent signed in; before that stands the start page. */
  readonly opened: number;
  /** Durations of the keys, from the key to the paint after it; those under 16 ms are left out. */
  readonly keys: number[];
  readonly received: () => number;
  flood(perSecond: number): () => void;
}

/** When all of these have been painted, as the browser tells it (https://wicg.github.io/element-timing/). */
function painted(elements: readonly Element[]): Promise<number> {
  const waiting = new Set(elements.map((_, index) => `bench-${index}`));
  for (const [index, element] of elements.entries())
    element.setAttribute('elementtiming', `bench-${index}`);
  return new Promise((resolve) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        waiting.delete((entry as PerformanceEntry & { readonly identifier: string }).identifier);
        if (!waiting.size) resolve(entry.startTime);
      }
    }).observe({ type: 'element' }),
  );
}

const find = (selector: string) => {
  const found = [...document.querySelectorAll(selector)].at(-1);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

async function start(): Promise<void> {
  const storage = await openStorage({ name: 'harebell-bench', onProblem: console.error });
  if (location.search === '?fill') {
    await fillArchive(storage);
    document.title = 'Filled';
    return;
  }
  const [locale, settings] = await Promise.all([loadLocale('en', 'first'), loadSettings(storage)]);
  const root = document.getElementById('app');
  if (!root || !settings.ok) throw new Error('The page is not as it should be.');
  const connector = createBusyConnector(storage, systemClock);
  root.replaceChildren();
  const workspace = await new Promise<ReturnType<typeof createWorkspace>>((resolve) => {
    render(() => {
      const built = createWorkspace({ locale, settings: defaultSettings, storage });
      resolve(built);
      return <App workspace={built} />;
    }, root);
  });
  const signedIn = performance.now();
  const session = workspace.startSession(connector);
  await session.connect();
  session.select(conversationId(0));
  workspace.router.go('desk');
  const listed = await painted([find('.option:first-child .who'), find('.message .text')]);

  const keys: number[] = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  const bench: Bench = {
    listed,
    opened: listed - signedIn,
    keys,
    received: () => connector.received,
    flood: (perSecond) => connector.flood(perSecond),
  };
  Object.assign(globalThis, { bench });
}

void start();
