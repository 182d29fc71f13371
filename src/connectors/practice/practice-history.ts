import type { Message } from '../../domain/message.ts';
import { primaryLanguage } from '../../shared/language.ts';
import type { Engine } from '../../simulator/create-engine.ts';
import type { Scenario } from '../../simulator/scenario.ts';
import { alternatives } from '../../simulator/texts-of.ts';

const day = 86_400_000;

/**
 * What was written before a chat, oldest first, a minute apart: two days ago, or as long ago as the
 * scenario says.
 * @param now when the run began
 * @param isPast leaves out what belongs to this very chat, because it begins in the middle
 */
export function practiceHistory(
  scenario: Scenario,
  engine: Pick<Engine, 'chatOf' | 'language'>,
  conversationId: string,
  now: number,
  isPast: boolean,
): readonly Message[] {
  const chat = engine.chatOf(conversationId);
  if (!chat) throw new Error(`There is no chat "${conversationId}".`);
  const language = primaryLanguage(engine.language);
  const speaker = { scenario, chat, language };
  return chat.earlier
    .filter((each) => each.language === '*' || each.language === language)
    .filter(({ ago }) => !isPast || ago === undefined)
    .map(({ author, text, ago }, index) => ({
      id: `${conversationId}-earlier-${index + 1}`,
      conversationId,
      author,
      // What was really written is no pattern of a scenario's author.
      text: ago === undefined ? (alternatives(text, speaker)[0] ?? '') : text,
      at: ago === undefined ? now - 2 * day + index * 60_000 : now - ago,
      language: engine.language,
      ...(author === 'agent' ? { delivery: 'delivered' as const } : {}),
    }));
}
