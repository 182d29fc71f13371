import type { WireMessage } from './wire-event.ts';

/** Remembers which messages there were, so that none is told twice. */
export interface Seen {
  /** Whether this one was there before; if not, it is from now on. */
  note(message: WireMessage): boolean;
  /** Notes a message that this desk sends itself. */
  noteOwn(contact: string, id: string): void;
  hasOwn(contact: string, id: string): boolean;
}

/** 32-bit FNV-1a: tells two texts under the same id apart without keeping the texts. */
const fingerprint = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

/**
 * Two ways to know a message again: by our archive's id, which is the same live, as a copy and in
 * the archive; and by its sender's id, which stays when it is sent once more after a lost
 * connection. The sender's id counts for that sender only, and with the same words: it is not for
 * a stranger to make somebody else's message disappear, nor for a careless program its own.
 * @param limit how many are remembered; the oldest are forgotten first
 */
export function createSeen(limit = 20_000): Seen {
  const keys = new Set<string>();
  const add = (key: string) => {
    keys.add(key);
    if (keys.size <= limit) return;
    for (const oldest of keys) {
      keys.delete(oldest);
      break;
    }
  };
  const ownKey = (contact: string, id: string) => `o ${contact} ${id}`;

  return {
    note: (message) => {
      const known: string[] = [];
      if (message.archiveId !== undefined) known.push(`a ${message.archiveId}`);
      if (message.id !== '') {
        known.push(
          message.direction === 'out'
            ? ownKey(message.contact, message.id)
            : `i ${message.contact} ${message.id} ${fingerprint(message.text)}`,
        );
      }
      const before = known.some((key) => keys.has(key));
      for (const key of known) add(key);
      return before;
    },
    noteOwn: (contact, id) => add(ownKey(contact, id)),
    hasOwn: (contact, id) => keys.has(ownKey(contact, id)),
  };
}
