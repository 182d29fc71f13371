import type { Customer } from '../../domain/conversation.ts';
import type { Message } from '../../domain/message.ts';
import { primaryLanguage } from '../../shared/language.ts';
import type { Engine } from '../../simulator/create-engine.ts';
import type { Chat, Scenario } from '../../simulator/scenario.ts';
import { alternatives, factOf, linesOf } from '../../simulator/texts-of.ts';

type Source = Pick<Engine, 'chatOf' | 'nameOf' | 'language'>;

const day = 86_400_000;

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

/** Messages from two days before, oldest first, a minute apart. */
export function practiceHistory(
  scenario: Scenario,
  engine: Source,
  conversationId: string,
  now: number,
): readonly Message[] {
  const chat = chatOf(engine, conversationId);
  const language = primaryLanguage(engine.language);
  const speaker = { scenario, chat, language };
  return chat.earlier
    .filter((each) => each.language === '*' || each.language === language)
    .map(({ author, text }, index) => ({
      id: `${conversationId}-earlier-${index + 1}`,
      conversationId,
      author,
      text: alternatives(text, speaker)[0] ?? '',
      at: now - 2 * day + index * 60_000,
      language: engine.language,
      ...(author === 'agent' ? { delivery: 'delivered' as const } : {}),
    }));
}

/** The customer as the desk knows them: the facts that are `known`, and what was written before. */
export function practiceCustomer(
  scenario: Scenario,
  engine: Source,
  conversationId: string,
  now: number,
): Customer {
  const chat = chatOf(engine, conversationId);
  const language = primaryLanguage(engine.language);
  const [first] = practiceHistory(scenario, engine, conversationId, now);
  return {
    id: `${conversationId}-customer`,
    name: engine.nameOf(conversationId),
    language: engine.language,
    channel: 'practice',
    facts: chat.known.flatMap((key) => {
      const value = factOf(chat.facts, key, language);
      return value ? [{ label: factOf(chat.labels, key, language) ?? key, value }] : [];
    }),
    earlier: first ? [{ id: `${conversationId}-earlier`, at: first.at, summary: first.text }] : [],
  };
}
