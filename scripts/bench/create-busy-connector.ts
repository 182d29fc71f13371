import type { Connector } from '../../src/connectors/connector.ts';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import type { Message } from '../../src/domain/message.ts';
import type { DeskStorage } from '../../src/outbox/desk-storage.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { createRandom } from '../../src/shared/random.ts';
import { ok } from '../../src/shared/result.ts';
import { amounts, conversationId, makeConversation, makePage, makeText } from './made-up-desk.ts';

const pageKey = (page: number) => `bench-${page}`;
const pages = amounts.stored / amounts.page;

/** Writes the long conversation onto the disk, as an archive that the connector reads page by page. */
export async function fillArchive(storage: DeskStorage): Promise<void> {
  const random = createRandom(1);
  for (let page = 0; page < pages; page += 1) {
    await storage.put('conversations', pageKey(page), makePage(page, random));
  }
}

/** A desk at which many customers write at once. */
export interface BusyConnector extends Connector {
  /** Lets customers write, half of what comes to the open conversation; the result stops it. */
  flood(perSecond: number): () => void;
  /** How many messages have come in. */
  readonly received: number;
}

/** Makes one that reads the stored conversation from `storage`. */
export function createBusyConnector(storage: DeskStorage, clock: Clock): BusyConnector {
  const random = createRandom(2);
  const listeners = new Set<(event: ConnectorEvent) => void>();
  let oldestPage = pages;
  let received = 0;
  const emit = (event: ConnectorEvent) => {
    for (const listener of listeners) listener(event);
  };
  const readPage = async (): Promise<readonly Message[]> => {
    oldestPage -= 1;
    return (await storage.get('conversations', pageKey(oldestPage))) as readonly Message[];
  };
  const receive = () => {
    received += 1;
    const index = received % 2 ? 0 : 1 + Math.floor(random() * (amounts.busy - 1));
    emit({
      type: 'message.received',
      message: {
        id: `live-${received}`,
        conversationId: conversationId(index),
        author: 'customer',
        at: clock.now(),
        ...makeText(index, random),
      },
    });
  };
  const done = async () => ok(undefined);
  return {
    id: 'busy',
    capabilities: { receipts: true, typing: true, history: true },
    get received() {
      return received;
    },
    flood: (perSecond) => {
      const start = clock.now();
      const before = received;
      // A page that is late owes what came meanwhile, as a socket would hand it over.
      const step = () => {
        const due = Math.floor(((clock.now() - start) * perSecond) / 1000);
        while (received - before < due) receive();
        cancel = clock.after(1000 / perSecond, step);
      };
      let cancel = clock.after(0, step);
      return () => cancel();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => {
      const told = await Promise.all(Array.from({ length: amounts.told / amounts.page }, readPage));
      const newest = told.reverse().flat();
      emit({ type: 'connection.changed', state: 'online' });
      const at = clock.now();
      for (let index = 0; index < amounts.conversations; index += 1) {
        const messages = index ? [] : newest;
        emit({
          type: 'conversation.opened',
          conversation: makeConversation(index, messages, at),
        });
      }
      return ok({ id: 'agent', name: 'Ada' });
    },
    disconnect: async () => listeners.clear(),
    setAvailability: () => undefined,
    acceptOffer: done,
    declineOffer: done,
    voiceLimit: async () => ok(0),
    send: done,
    setTyping: () => undefined,
    loadEarlier: async (id) => {
      const messages = oldestPage > 0 ? await readPage() : [];
      const hasEarlier = oldestPage > 0;
      emit({ type: 'history.loaded', conversationId: id, messages, hasEarlier });
      return ok(undefined);
    },
    readPast: async () => ok({ messages: [], wrapUps: [], older: undefined }),
    endConversation: done,
    wrapUp: done,
  };
}
