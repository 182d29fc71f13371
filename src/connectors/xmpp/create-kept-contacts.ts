import type { Contacts, KeptContact } from './contacts.ts';
import type { XmppStore } from './xmpp-store.ts';

/** Whom the agent serves, one entry a customer, on the disk: the same for every tab. */
export interface KeptContacts {
  /** What is kept, for a desk that has just been opened. */
  load(): Promise<readonly KeptContact[]>;
  /** From now on what changes here is kept, and what other tabs do is done here too. */
  begin(): void;
  /** Keeps what has changed here and nothing else; the request is made before this returns. */
  save(): void;
  /** Does what other tabs have done meanwhile, as they may have told it while this one slept. */
  catchUp(): Promise<void>;
  /** Customers whom another tab serves, and of whose words this one knows too little. */
  missing(): readonly KeptContact[];
  /** Whether this one is still kept as it was read; of another turn of things nothing is shown. */
  isCurrent(kept: KeptContact): boolean;
  /** This one is on the desk now. */
  shown(kept: KeptContact): void;
  end(): void;
}

/** What keeping takes. */
export interface KeptContactsParts {
  /** Our bare address; keys in the store begin with it. */
  readonly account: string;
  readonly contacts: Contacts;
  readonly store: XmppStore;
  readonly now: () => number;
  hasEarlier(contact: string): Promise<boolean>;
  /** Called when there is one more of the {@link KeptContacts.missing}. */
  onMissing(): void;
}

/** That a conversation is over has to be known by a tab that slept, but not for ever: a day. */
const remembered = 86_400_000;

type State = 'none' | 'offer' | 'open' | 'wrap-up';

const stateOf = (kept: KeptContact | undefined): State => {
  if (!kept) return 'none';
  return kept.serving === 'none' && kept.offer ? 'offer' : kept.serving;
};

const parse = (contact: string, text: string | undefined): KeptContact | undefined => {
  try {
    const value = JSON.parse(text ?? 'null') as KeptContact | null;
    const isKept =
      value?.contact === contact && ['none', 'open', 'wrap-up'].includes(value.serving);
    return isKept ? value : undefined;
  } catch {
    // Written by something else; the archive has the messages anyway.
    return undefined;
  }
};

/**
 * Makes the keeper (docs/adr/0009-two-tabs.md). A tab writes only whom it has changed, and only if
 * the disk still says what the tab knew: otherwise another was first, and this one does as that did.
 */
export function createKeptContacts(parts: KeptContactsParts): KeptContacts {
  const { contacts, store } = parts;
  const prefix = `xmpp:${parts.account}:contact:`;
  /** What this tab had of each when it last wrote or followed. */
  const saved = new Map<string, string>();
  /** What the disk says of each, as far as this tab has heard. */
  const known = new Map<string, State>();
  const missing = new Map<string, KeptContact>();
  let isFollowing = false;
  let edits = 0;
  let unsubscribe: (() => void) | undefined;

  const here = (contact: string) => contacts.kept().find((kept) => kept.contact === contact);
  const toText = (contact: string): string => {
    const { name = '', language = '' } = here(contact) ?? {};
    const over = { contact, name, language, serving: 'none', openedAt: parts.now() };
    return JSON.stringify(here(contact) ?? over);
  };

  const write = async (contact: string) => {
    let wasLate = false;
    await store.update(prefix + contact, (old) => {
      const there = parse(contact, old);
      const mine = stateOf(here(contact));
      const before = known.get(contact) ?? 'none';
      // That somebody waits comes to every tab by itself, and is told by each.
      const isNews = there && stateOf(there) !== before && stateOf(there) !== mine;
      wasLate = isNews === true && !(before === 'none' && stateOf(there) === 'offer');
      if (wasLate) return old;
      known.set(contact, mine);
      return toText(contact);
    });
    if (wasLate) await look(contact);
  };

  const save = () => {
    if (!unsubscribe || isFollowing) return;
    const now = new Map(contacts.kept().map((kept) => [kept.contact, JSON.stringify(kept)]));
    for (const contact of new Set([...now.keys(), ...saved.keys()])) {
      const text = now.get(contact);
      if (text === saved.get(contact)) continue;
      if (text === undefined) saved.delete(contact);
      else saved.set(contact, text);
      edits += 1;
      void write(contact);
    }
  };

  const remember = (contact: string, state: State) => {
    known.set(contact, state);
    const kept = here(contact);
    if (kept) saved.set(contact, JSON.stringify(kept));
    else saved.delete(contact);
  };

  const follow = (there: KeptContact, hasEarlier: boolean) => {
    const { contact } = there;
    const mine = here(contact);
    const state = stateOf(there);
    isFollowing = true;
    if (state === 'open' && mine?.offer) contacts.accept(mine.offer.id, hasEarlier);
    else if (state === 'wrap-up' && mine?.serving === 'open') contacts.end(contact);
    else if (state === 'open' || state === 'wrap-up') missing.set(contact, there);
    else if (mine?.offer) contacts.decline(mine.offer.id);
    else if (mine) contacts.close(contact);
    isFollowing = false;
    remember(contact, state);
    if (missing.has(contact)) parts.onMissing();
  };

  const look = async (contact: string): Promise<void> => {
    const before = edits;
    const there = parse(contact, await store.get(prefix + contact));
    const mine = here(contact);
    const isAhead = there !== undefined && stateOf(there) !== stateOf(mine);
    const isOffer = mine?.offer !== undefined;
    const hasEarlier =
      isAhead && isOffer && there.serving === 'open' && (await parts.hasEarlier(contact));
    if (!unsubscribe) return;
    // The agent has done something here while that was being read.
    if (before !== edits || here(contact)?.serving !== mine?.serving) return look(contact);
    missing.delete(contact);
    // A customer who is only offered comes to every tab by themselves.
    if (isAhead && (mine || stateOf(there) !== 'offer')) follow(there, hasEarlier);
    else if (there) known.set(contact, stateOf(there));
  };

  return {
    load: async () => {
      const found: KeptContact[] = [];
      for (const [key, text] of await store.all(prefix)) {
        const kept = parse(key.slice(prefix.length), text);
        if (kept && stateOf(kept) !== 'none') found.push(kept);
        else if (!kept || kept.openedAt < parts.now() - remembered) {
          await store.update(key, (old) => (old === text ? undefined : old));
        }
      }
      return found;
    },
    begin: () => {
      unsubscribe ??= store.subscribe((key) => {
        if (key.startsWith(prefix)) void look(key.slice(prefix.length));
      });
      save();
    },
    save,
    catchUp: async () => {
      if (!unsubscribe) return;
      const rows = await store.all(prefix);
      await Promise.all(rows.map(([key]) => look(key.slice(prefix.length))));
    },
    missing: () => [...missing.values()],
    isCurrent: (kept) => !unsubscribe || missing.get(kept.contact) === kept,
    shown: (kept) => {
      missing.delete(kept.contact);
      remember(kept.contact, stateOf(kept));
    },
    end: () => {
      unsubscribe?.();
      unsubscribe = undefined;
    },
  };
}
