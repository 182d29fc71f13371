import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import type { Conversation, Customer, Offer } from '../../src/domain/conversation.ts';
import { type DeskState, emptyDesk } from '../../src/domain/desk-state.ts';
import type { Message } from '../../src/domain/message.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';

/** English sentences as an agent hears them. */
export const english = createTranslator('en', en);
/** Chinese sentences as an agent hears them. */
export const chinese = createTranslator('zh-CN', zh);

/** A round time to count from. */
export const noon = Date.UTC(2026, 10, 22, 12);

/** A customer called Lin who writes English. */
export const aCustomer = (patch: Partial<Customer> = {}): Customer => ({
  id: 'lin',
  name: 'Lin',
  language: 'en',
  channel: 'practice',
  facts: [],
  ...patch,
});

/** A message from Lin, unless told otherwise. */
export const aMessage = (patch: Partial<Message> = {}): Message => ({
  id: 'm1',
  conversationId: 'c1',
  author: 'customer',
  text: 'Where is my parcel?',
  at: noon,
  language: 'en',
  ...patch,
});

/** An open conversation with Lin, still empty. */
export const aConversation = (patch: Partial<Conversation> = {}): Conversation => ({
  id: 'c1',
  customer: aCustomer(),
  topic: 'Parcel',
  language: 'en',
  state: 'open',
  openedAt: noon,
  messages: [],
  hasEarlier: false,
  unread: 0,
  firstUnreadId: undefined,
  waitingSince: undefined,
  customerTyping: false,
  endedBy: undefined,
  ...patch,
});

/** Lin, waiting to be accepted. */
export const anOffer = (patch: Partial<Offer> = {}): Offer => ({
  id: 'o1',
  customer: aCustomer(),
  topic: 'Parcel',
  since: noon,
  ...patch,
});

/** A desk that is connected, with these conversations. */
export const aDesk = (
  conversations: readonly Conversation[] = [],
  patch: Partial<DeskState> = {},
): DeskState => ({ ...emptyDesk, connection: 'online', conversations, ...patch });
