import type { Connector } from '../connectors/connector.ts';
import type { Clock } from '../shared/clock.ts';

/**
 * What moved a practice, in order: a timer of its clock that went off, by its number in the order in
 * which they were set, or what the agent did, by the connector's method. `at` is epoch milliseconds.
 */
export type TapeEntry = readonly [
  at: number,
  what: number | string,
  given?: readonly unknown[] | undefined,
];

/** All that moved a practice. With the scenario and the seed it tells the whole run again. */
export interface Tape {
  readonly entries: TapeEntry[];
  /** The clock for what is taped; another tape may have set timers of it before. */
  readonly clock: Clock;
  note(...entry: TapeEntry): void;
  /** Called after each entry; to be set by who keeps them. */
  changed(): void;
}

/** Makes an empty tape over a clock. */
export function createTape(clock: Clock): Tape {
  let timers = 0;
  const tape: Tape = {
    entries: [],
    note: (...entry) => {
      tape.entries.push(entry);
      tape.changed();
    },
    changed: () => {},
    clock: {
      now: () => clock.now(),
      after: (ms, task) => {
        const timer = timers++;
        return clock.after(ms, () => {
          tape.note(clock.now(), timer);
          task();
        });
      },
    },
  };
  return tape;
}

/** A connector of which everything that the agent does is taped, once and if it has taken effect. */
export const taped = <T extends Connector>(connector: T, tape: Tape): T =>
  new Proxy(connector, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]) => {
        const at = tape.clock.now();
        const result: unknown = member(...given);
        Promise.resolve(result).then(
          (answer) => {
            if ((answer as { ok?: boolean } | undefined)?.ok !== false) {
              tape.note(at, String(name), given);
            }
          },
          // Whoever asked hears of it.
          () => undefined,
        );
        return result;
      };
    },
  });
