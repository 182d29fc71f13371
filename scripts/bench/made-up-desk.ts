import type { Conversation } from '../../src/domain/conversation.ts';
import type { Message } from '../../src/domain/message.ts';
import type { Random } from '../../src/shared/random.ts';

/** How much the desk of the benchmark holds. */
export const amounts = {
  conversations: 500,
  /** In the one conversation that is open. */
  stored: 10_000,
  /** Of these, told at once when the desk opens. */
  told: 200,
  page: 100,
  /** Conversations that customers write to at the same time, with the open one. */
  busy: 20,
} as const;

/** The id of a conversation; the first is the one that is open. */
export const conversationId = (index: number): string => `conversation-${index}`;

const words = {
  en: 'the parcel was due on Friday and nobody has rung my bell so where is it now please'.split(
    ' ',
  ),
  'zh-CN': ['我的包裹', '还没有到', '，', '请帮我', '查一下', '订单', '什么时候', '能送到', '。'],
} as const;

/** A customer's words: 3 to 24 of them, every fourth customer's in Chinese. */
export function makeText(index: number, random: Random): Pick<Message, 'text' | 'language'> {
  const language = index % 4 === 3 ? 'zh-CN' : 'en';
  const list = words[language];
  const count = 3 + Math.floor(random() * 22);
  const chosen = Array.from({ length: count }, () => list[Math.floor(random() * list.length)]);
  return { text: chosen.join(language === 'en' ? ' ' : ''), language };
}

/** One page of the stored conversation, oldest first. Every third message is the agent's. */
export function makePage(page: number, random: Random): readonly Message[] {
  return Array.from({ length: amounts.page }, (_, index): Message => {
    const serial = page * amounts.page + index;
    const isOwn = serial % 3 === 2;
    return {
      id: `stored-${serial}`,
      conversationId: conversationId(0),
      author: isOwn ? 'agent' : 'customer',
      ...makeText(0, random),
      at: Date.UTC(2026, 10, 1) + serial * 60_000,
      ...(isOwn && { delivery: 'delivered' as const }),
    };
  });
}

/** A conversation of the desk, open and with the given messages. */
export function makeConversation(
  index: number,
  messages: readonly Message[],
  at: number,
): Conversation {
  const language = index % 4 === 3 ? 'zh-CN' : 'en';
  return {
    id: conversationId(index),
    customer: {
      id: `customer-${index}`,
      name: language === 'en' ? `Customer ${index}` : `顾客 ${index}`,
      language,
      channel: 'xmpp',
      facts: [{ label: 'Order', value: `${1000 + index}` }],
    },
    topic: 'Parcel',
    language,
    state: 'open',
    openedAt: at - index * 1000,
    messages,
    hasEarlier: index === 0,
    unread: 0,
    firstUnreadId: undefined,
    waitingSince: index % 2 ? at - index * 1000 : undefined,
    customerTyping: false,
    endedBy: undefined,
  };
}
