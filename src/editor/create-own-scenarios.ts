import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { onPageHidden } from '../outbox/on-page-hidden.ts';
import {
  asOwnScenario,
  keepOwnScenario,
  type OwnScenario,
  readOwnScenarios,
  removeOwnScenario,
  scenarioIdOf,
} from '../session/kept-scenarios.ts';
import type { Workspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';

/** Milliseconds that what is typed may be only in memory. */
const delay = 300;

/** The scenarios of this station, as they are written. */
export interface OwnScenarios {
  /** Undefined until they have been read. */
  readonly list: Accessor<readonly OwnScenario[] | undefined>;
  readonly loaded: Promise<void>;
  find(id: string): OwnScenario | undefined;
  /** Adds a scenario, first in the list. */
  add(text: string): OwnScenario;
  /** Takes what was typed; it is on its way to the disk 300 ms later at the latest. */
  write(id: string, text: string): void;
  /** Whether something was typed that is not yet on its way to the disk. */
  isPending(id: string): boolean;
  remove(id: string): void;
  /** Puts back what was removed. */
  putBack(scenario: OwnScenario): void;
  /** Writes at once; the requests are made before this returns. */
  flush(): void;
}

/** Reads the own scenarios, keeps each change, and follows other tabs. Ends with its owner. */
export function createOwnScenarios({
  storage,
  clock,
}: Pick<Workspace, 'storage' | 'clock'>): OwnScenarios {
  const [list, setList] = createSignal<readonly OwnScenario[]>();
  const pending = new Map<string, string>();
  let cancel = () => {};
  const known = () => list() ?? [];
  const find = (id: string) => known().find((one) => one.id === id);
  const put = (scenario: OwnScenario) => {
    const isThere = find(scenario.id) !== undefined;
    setList(
      isThere
        ? known().map((one) => (one.id === scenario.id ? scenario : one))
        : [scenario, ...known()],
    );
  };
  /** Writes of this tab that the storage has not told of yet, by scenario. */
  const writes = new Map<string, number>();
  const follow = (id: string, done: Promise<unknown>) => {
    writes.set(id, (writes.get(id) ?? 0) + 1);
    void done.finally(() => writes.set(id, (writes.get(id) ?? 1) - 1));
  };
  const keep = (scenario: OwnScenario) => {
    put(scenario);
    follow(scenario.id, keepOwnScenario(storage, scenario));
  };
  const flush = () => {
    cancel();
    const typed = [...pending];
    pending.clear();
    for (const [id, text] of typed) keep({ id, text, changedAt: clock.now() });
  };
  onCleanup(
    storage.subscribe('training', (key, value) => {
      const id = scenarioIdOf(key);
      // On a slow disk an echo of what was written here comes late, and what is typed is newer.
      if (id === undefined || !list() || pending.has(id) || writes.get(id)) return;
      const other = asOwnScenario(key, value);
      if (other) put(other);
      else setList(known().filter((one) => one.id !== id));
    }),
  );
  onCleanup(onPageHidden(flush));
  onCleanup(flush);
  return {
    list,
    loaded: readOwnScenarios(storage).then((read) => {
      setList([...known(), ...read.filter(({ id }) => !find(id))]);
    }),
    find,
    add: (text) => {
      const scenario = { id: createId(), text, changedAt: clock.now() };
      keep(scenario);
      return scenario;
    },
    write: (id, text) => {
      if (pending.size === 0) cancel = clock.after(delay, flush);
      pending.set(id, text);
    },
    isPending: (id) => pending.has(id),
    remove: (id) => {
      pending.delete(id);
      setList(known().filter((one) => one.id !== id));
      follow(id, removeOwnScenario(storage, id));
    },
    putBack: keep,
    flush,
  };
}
