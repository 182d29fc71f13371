import type { ConnectorError } from '../../domain/connector-error.ts';
import type { PastPage, PastWrapUp } from '../../domain/past.ts';
import type { WrapUp } from '../../domain/wrap-up.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Contacts } from './contacts.ts';
import type { Archive } from './create-archive.ts';
import { once } from './once.ts';
import type { XmppStore } from './xmpp-store.ts';

/** Archive entries asked for at once; with receipts among them six to twelve messages, 10 kB. */
const pastPage = 12;

/** Pages without a word in them that are passed over before the agent is asked to go on. */
const emptyPages = 3;

/** Closed conversations that are noted of one customer; the oldest are forgotten first. */
const noted = 20;

/** What an agent may have noted, in code units, of one conversation. */
const longestNote = 2000;

/** What was before a conversation: words from the archive, how it came out from this desk. */
export interface Past {
  /** One page; see `Connector.readPast`. */
  read(contact: string, older: string | undefined): Promise<Result<PastPage, ConnectorError>>;
  /** Keeps how the conversation that stands there now came out. */
  note(contact: string, wrapUp: WrapUp): Promise<void>;
}

/** What reading the past needs. */
export interface PastParts {
  /** Our bare address; keys in the store begin with it. */
  readonly account: string;
  readonly archive: Archive;
  readonly contacts: Contacts;
  readonly store: XmppStore;
  readonly now: () => number;
}

const parseNoted = (text: string | undefined): readonly PastWrapUp[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? (value as PastWrapUp[]) : [];
  } catch {
    // Written by something else; the words are in the archive anyway.
    return [];
  }
};

/** Makes the reader of what was before. Nothing is asked of the server until somebody reads. */
export function createPast(parts: PastParts): Past {
  const { archive, contacts, store } = parts;
  const key = (contact: string) => `xmpp:${parts.account}:closed:${contact}`;
  const notedOf = async (contact: string) => parseNoted(await store.get(key(contact)));

  return {
    read: async (contact, older) => {
      const wrapUps = await notedOf(contact);
      let before = older ?? contacts.began(contact);
      for (let pages = 1; before !== undefined; pages += 1) {
        const page = await archive.page({ with: contact, before, max: pastPage });
        if (!page.ok) {
          // No archive, or it no longer goes back so far: nothing older, which is an answer.
          if (page.error.kind === 'refused') break;
          return err(page.error);
        }
        const { complete, first } = page.value;
        before = complete ? undefined : first;
        // An archive that answers more than it was asked must not put a stranger's words here.
        const wires = page.value.messages.filter((wire) => wire.contact === contact);
        const messages = once(contacts.messages(contact, wires), ({ id }) => id);
        if (messages.length > 0 || pages === emptyPages) {
          return ok({ messages, wrapUps, older: before });
        }
      }
      return ok({ messages: [], wrapUps, older: undefined });
    },
    note: async (contact, { disposition, note, tags }) => {
      const closed: PastWrapUp = {
        at: parts.now(),
        lastMessageId: contacts.lastMessage(contact),
        disposition,
        note: note.slice(0, longestNote),
        tags,
      };
      const all = [...(await notedOf(contact)), closed].slice(-noted);
      await store.set(key(contact), JSON.stringify(all));
    },
  };
}
