import { expect } from 'vitest';
import {
  createPracticeConnector,
  type PracticeOptions,
} from '../../src/connectors/practice/create-practice-connector.ts';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import { createFakeClock } from './fake-clock.ts';
import { judge } from './judge.ts';

type EventOf<T extends ConnectorEvent['type']> = Extract<ConnectorEvent, { type: T }>;

/** A wrap-up that says solved. */
export const done = { disposition: 'solved', note: '', tags: [] } as const;

/** A practice desk on a fake clock, not yet connected, with all that it tells. */
export const practiceDesk = async (id = 'late-parcel', options: Partial<PracticeOptions> = {}) => {
  const scenario = await loadScenario(id, options.language ?? 'en');
  const clock = createFakeClock();
  const connector = createPracticeConnector({
    judge,
    scenario,
    language: 'en',
    seed: 7,
    clock,
    ...options,
  });
  const events: ConnectorEvent[] = [];
  const unsubscribe = connector.subscribe((event) => events.push(event));
  const of = <T extends ConnectorEvent['type']>(type: T): EventOf<T>[] =>
    events.filter((event): event is EventOf<T> => event.type === type);
  const accept = async (): Promise<string> => {
    const offer = of('offer.received').at(-1)?.offer;
    expect(await connector.acceptOffer(offer?.id ?? '')).toEqual({ ok: true, value: undefined });
    return of('conversation.opened').at(-1)?.conversation.id ?? '';
  };
  return { scenario, clock, connector, events, of, accept, unsubscribe };
};
/** The same, connected, with its first offer. */
export const connected = async (id?: string, options?: Partial<PracticeOptions>) => {
  const made = await practiceDesk(id, options);
  await made.connector.connect();
  await made.clock.advance(1000);
  return made;
};
/** Sends a message; its text is its id unless told. */
export const send = (
  connector: ReturnType<typeof createPracticeConnector>,
  conversationId: string,
  text: string,
  id = text,
) => connector.send({ id, conversationId, text, language: 'en' });
