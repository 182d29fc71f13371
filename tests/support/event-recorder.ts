import type { Connector } from '../../src/connectors/connector.ts';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';

type EventOf<T extends ConnectorEvent['type']> = Extract<ConnectorEvent, { readonly type: T }>;

/** Everything that a connector has told, and a way to wait for something. */
export interface EventRecorder {
  readonly all: readonly ConnectorEvent[];
  of<T extends ConnectorEvent['type']>(type: T): readonly EventOf<T>[];
  /** The first event of that type, past or to come, that fits; fails after 20 s of real time. */
  next<T extends ConnectorEvent['type']>(
    type: T,
    fits?: (event: EventOf<T>) => boolean,
  ): Promise<EventOf<T>>;
  stop(): void;
}

/** Starts to listen. */
export function recordEvents(connector: Connector): EventRecorder {
  const all: ConnectorEvent[] = [];
  const waiting = new Set<() => void>();
  const stop = connector.subscribe((event) => {
    all.push(event);
    for (const look of [...waiting]) look();
  });
  const of = <T extends ConnectorEvent['type']>(type: T) =>
    all.filter((event): event is EventOf<T> => event.type === type);
  return {
    all,
    of,
    next: (type, fits = () => true) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(
            new Error(`No ${type}; there were:\n${all.map((e) => JSON.stringify(e)).join('\n')}`),
          );
        }, 20_000);
        const look = () => {
          const found = of(type).find(fits);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop,
  };
}
