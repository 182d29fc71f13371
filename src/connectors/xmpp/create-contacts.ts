import type { ConnectorEvent } from '../../domain/connector-event.ts';
import type { Conversation, Customer } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import type { LanguageTag } from '../../shared/language.ts';
import { err, ok } from '../../shared/result.ts';
import { cleanLine } from './clean-text.ts';
import type { Contacts, KeptContact } from './contacts.ts';
import type { Seen } from './create-seen.ts';
import { guessLanguage, ownWords } from './guess-language.ts';
import { oldestOf, placeIn } from './in-archive-order.ts';
import { type Contact, makeContact, type Waiting } from './make-contact.ts';
import { copyKey, once } from './once.ts';
import type { WireMessage } from './wire-event.ts';

/** What the contacts are made of. */
export interface ContactsParts {
  readonly seen: Seen;
  readonly emit: (event: ConnectorEvent) => void;
  readonly now: () => number;
  readonly createId: () => string;
  /** For customers whose language shows neither in a declaration nor in the script. */
  readonly language: LanguageTag;
  /** The sentence for the fact that holds the address. */
  readonly addressLabel: string;
  /** Called when what is kept over a reload has changed. */
  readonly onChange: () => void;
}

/** Makes an empty desk. The id of a conversation is the customer's bare address. */
export function createContacts(parts: ContactsParts): Contacts {
  const { emit, now, seen } = parts;
  const contacts = new Map<string, Contact>();
  let holding = false;

  const find = (address: string): Contact => {
    const known = contacts.get(address);
    if (known) return known;
    const made = makeContact(address, parts.language);
    contacts.set(address, made);
    return made;
  };

  const customerOf = (contact: Contact): Customer => ({
    id: contact.address,
    name: contact.name,
    language: contact.language,
    channel: 'xmpp',
    facts: [{ label: parts.addressLabel, value: contact.address }],
  });

  const toMessage = (wire: WireMessage, contact: Contact): Message => {
    const common = {
      conversationId: contact.address,
      text: wire.text,
      at: wire.at ?? now(),
      language: wire.language ?? guessLanguage(ownWords(wire), contact.language),
      ...(wire.attachment && { attachment: wire.attachment }),
    };
    const id = wire.id || wire.archiveId || parts.createId();
    return wire.direction === 'out'
      ? { ...common, id, author: 'agent', delivery: 'sent' }
      : // The sender chose the id: under their own address it cannot pass for another's.
        { ...common, id: `${contact.address} ${id}`, author: 'customer' };
  };

  const learn = (contact: Contact, wire: WireMessage) => {
    if (wire.direction === 'out') return;
    // One English word does not make a Chinese customer an English one: the first words count.
    const guess = contact.met ? contact.language : guessLanguage(ownWords(wire), contact.language);
    const language = wire.language ?? guess;
    const name = wire.nick ?? contact.name;
    contact.met = true;
    if (language === contact.language && name === contact.name) return;
    contact.language = language;
    contact.name = name;
    if (contact.serving === 'open') {
      const customer = customerOf(contact);
      emit({ type: 'customer.changed', conversationId: contact.address, customer });
    }
  };

  const setTyping = (contact: Contact, typing: boolean) => {
    if (contact.typing === typing) return;
    contact.typing = typing;
    if (contact.serving !== 'open') return;
    emit({ type: 'typing.changed', conversationId: contact.address, typing });
  };

  const withdraw = (contact: Contact, reason: 'taken' | 'declined') => {
    const { offer } = contact;
    contact.offer = undefined;
    if (!offer) return;
    parts.onChange();
    if (offer.told) emit({ type: 'offer.withdrawn', offerId: offer.id, reason });
  };

  const tell = (contact: Contact, waiting: Waiting) => {
    if (holding || waiting.told) return;
    waiting.told = true;
    const { id, topic, since } = waiting;
    emit({ type: 'offer.received', offer: { id, topic, since, customer: customerOf(contact) } });
  };

  const offer = (contact: Contact, message: Message) => {
    if (contact.offer) {
      contact.offer.messages.push(message);
      return;
    }
    const topic = cleanLine(message.text, 80);
    const id = parts.createId();
    contact.offer = { id, topic, since: message.at, messages: [message], told: false };
    parts.onChange();
    tell(contact, contact.offer);
  };

  const open = (
    contact: Contact,
    topic: string,
    messages: readonly Message[],
    hasEarlier: boolean,
  ) => {
    contact.last = messages.at(-1)?.id ?? '';
    contact.places = [];
    const isUnread = messages.length > 0 && messages.at(-1)?.author === 'customer';
    const lastAnswer = messages.findLastIndex((each) => each.author === 'agent');
    const unread = isUnread ? messages.slice(lastAnswer + 1) : [];
    const conversation: Conversation = {
      id: contact.address,
      customer: customerOf(contact),
      topic,
      language: contact.language,
      state: contact.serving === 'wrap-up' ? 'wrap-up' : 'open',
      openedAt: contact.openedAt,
      messages,
      hasEarlier,
      unread: unread.length,
      firstUnreadId: unread[0]?.id,
      waitingSince: unread[0]?.at,
      customerTyping: contact.typing,
      endedBy: contact.serving === 'wrap-up' ? 'agent' : undefined,
    };
    emit({ type: 'conversation.opened', conversation });
  };

  const offered = (offerId: string): Contact | undefined =>
    [...contacts.values()].find((each) => each.offer?.id === offerId);

  return {
    receive: (wire) => {
      if (seen.note(wire)) return false;
      const contact = find(wire.contact);
      learn(contact, wire);
      const message = toMessage(wire, contact);
      if (wire.direction === 'in') setTyping(contact, false);
      if (contact.serving === 'open') {
        contact.oldest ??= wire.archiveId;
        contact.last = message.id;
        const place = placeIn(contact.places, wire.archiveId, message.id);
        emit({ type: 'message.received', message, ...(place && { place }) });
      } else if (wire.direction === 'in') {
        if (!contact.offer) contact.oldest = wire.archiveId;
        offer(contact, message);
      } else {
        // Answered from another device: there is nobody left to take.
        withdraw(contact, 'taken');
      }
      return true;
    },
    place: ({ contact: address, direction, id, archiveId }) => {
      const contact = contacts.get(address);
      if (!contact || direction === 'in' || !seen.hasOwn(address, id)) return;
      placeIn(contact.places, archiveId, id);
    },
    holdOffers: (hold) => {
      holding = hold;
      for (const contact of contacts.values()) if (contact.offer) tell(contact, contact.offer);
    },
    typing: (address, typing) => {
      const contact = contacts.get(address);
      if (contact) setTyping(contact, typing);
    },
    offered: (offerId) => offered(offerId)?.address,
    accept: (offerId, hasEarlier) => {
      const contact = offered(offerId);
      if (!contact?.offer) return err({ kind: 'offer-gone' });
      const { topic, messages } = contact.offer;
      contact.offer = undefined;
      contact.serving = 'open';
      contact.openedAt = now();
      contact.began = contact.oldest;
      parts.onChange();
      open(contact, topic, messages, hasEarlier);
      return ok(undefined);
    },
    decline: (offerId) => {
      const contact = offered(offerId);
      if (!contact) return err({ kind: 'offer-gone' });
      withdraw(contact, 'declined');
      return ok(undefined);
    },
    end: (address) => {
      const contact = contacts.get(address);
      if (!contact || contact.serving === 'none') return err({ kind: 'unknown-conversation' });
      if (contact.serving === 'wrap-up') return err({ kind: 'conversation-ended' });
      setTyping(contact, false);
      contact.serving = 'wrap-up';
      parts.onChange();
      emit({ type: 'conversation.ended', conversationId: address, by: 'agent', at: now() });
      return ok(undefined);
    },
    close: (address) => {
      const contact = contacts.get(address);
      if (!contact || contact.serving === 'none') return err({ kind: 'unknown-conversation' });
      contact.serving = 'none';
      parts.onChange();
      emit({ type: 'conversation.closed', conversationId: address });
      return ok(undefined);
    },
    serving: (address) => contacts.get(address)?.serving ?? 'none',
    known: (address) => contacts.has(address),
    oldest: (address) => contacts.get(address)?.oldest,
    began: (address) => contacts.get(address)?.began ?? contacts.get(address)?.oldest,
    lastMessage: (address) => contacts.get(address)?.last ?? '',
    sent: (address, messageId) => {
      const contact = contacts.get(address);
      if (contact?.serving === 'open') contact.last = messageId;
    },
    messages: (address, wires) => wires.map((wire) => toMessage(wire, find(address))),
    prepend: (address, wires, hasEarlier, first = oldestOf(wires)) => {
      const contact = find(address);
      for (const wire of wires) seen.note(wire);
      contact.oldest = first ?? contact.oldest;
      // What is shown already is told again: its first copy says where it belongs.
      const messages = once(wires, copyKey).map((wire) => toMessage(wire, contact));
      emit({ type: 'history.loaded', conversationId: address, messages, hasEarlier });
    },
    restore: (kept, copies, hasEarlier, first = oldestOf(copies)) => {
      const contact = find(kept.contact);
      const { name, language, serving, openedAt, began } = kept;
      Object.assign(contact, { name, language, serving, openedAt, began, met: true });
      for (const wire of copies) seen.note(wire);
      const wires = once(copies, copyKey);
      contact.oldest = first;
      const messages = wires.map((wire) => toMessage(wire, contact));
      if (serving !== 'none') open(contact, '', messages, hasEarlier);
      for (const [index, { id: shown }] of messages.entries()) {
        placeIn(contact.places, wires[index]?.archiveId, shown);
      }
      if (!kept.offer) return;
      const { id, topic, since } = kept.offer;
      const waiting = messages.filter((each) => each.author === 'customer' && each.at >= since);
      // What was said before they came back is the past, and one `loadEarlier` away.
      const back = waiting[0] && wires[messages.indexOf(waiting[0])];
      contact.oldest = back?.archiveId ?? contact.oldest;
      contact.offer = { id, topic, since, messages: waiting, told: false };
      tell(contact, contact.offer);
    },
    kept: () =>
      [...contacts.values()]
        .filter((contact) => contact.serving !== 'none' || contact.offer)
        .map((contact): KeptContact => {
          const { address, name, language, serving, openedAt, began, offer: waiting } = contact;
          const known = { contact: address, name, language, serving, openedAt };
          const kept = began === undefined ? known : { ...known, began };
          if (!waiting) return kept;
          const { id, topic, since } = waiting;
          return { ...kept, offer: { id, topic, since } };
        }),
  };
}
