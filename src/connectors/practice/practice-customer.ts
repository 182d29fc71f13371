import type { Customer } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { primaryLanguage } from '../../shared/language.ts';
import type { Engine } from '../../simulator/create-engine.ts';
import type { Chat, Scenario } from '../../simulator/scenario.ts';
import { alternatives, factOf, linesOf } from '../../simulator/texts-of.ts';
import { voiceMark } from '../../simulator/voice-mark.ts';

type Source = Pick<Engine, 'chatOf' | 'nameOf' | 'language'>;

const chatOf = (engine: Source, conversationId: string): Chat => {
  const chat = engine.chatOf(conversationId);
  if (!chat) throw new Error(`There is no chat "${conversationId}".`);
  return chat;
};

/** What the customer wants in a few words; empty when the scenario does not say. */
export function practiceTopic(scenario: Scenario, engine: Source, conversationId: string): string {
  const chat = chatOf(engine, conversationId);
  const speaker = { scenario, chat, language: primaryLanguage(engine.language) };
  const [line = ''] = linesOf(chat.texts, 'topic', speaker);
  return alternatives(line, speaker)[0] ?? '';
}

/** A customer's message, a voice message where its text bears the mark of one. */
export function practiceMessage(said: Omit<Message, 'author' | 'attachment'>): Message {
  const text = said.text.replace(voiceMark, '');
  const attachment = text !== said.text && { attachment: { script: text } };
  return { ...said, author: 'customer', text, ...attachment };
}

/** The customer as the desk knows them: the facts that are `known`. */
export function practiceCustomer(engine: Source, conversationId: string): Customer {
  const chat = chatOf(engine, conversationId);
  const language = primaryLanguage(engine.language);
  return {
    id: `${conversationId}-customer`,
    name: engine.nameOf(conversationId),
    language: engine.language,
    channel: 'practice',
    facts: chat.known.flatMap((key) => {
      const value = factOf(chat.facts, key, language);
      return value ? [{ label: factOf(chat.labels, key, language) ?? key, value }] : [];
    }),
  };
}
