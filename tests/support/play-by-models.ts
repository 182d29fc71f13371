import type { PracticeConnector } from '../../src/connectors/practice/create-practice-connector.ts';
import type { ConnectorEvent } from '../../src/domain/connector-event.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { primaryLanguage } from '../../src/shared/language.ts';
import type { Scenario } from '../../src/simulator/scenario.ts';
import { alternatives, linesOf } from '../../src/simulator/texts-of.ts';
import { voiceMark } from '../../src/simulator/voice-mark.ts';
import type { FakeClock } from './fake-clock.ts';

/**
 * Plays a practice as its author meant it: whenever a customer has said the last words of a beat,
 * that beat's model reply is sent. Takes every offer at once and wraps up at the end.
 * @param log gets every event, with the milliseconds since the start
 * @param say what is sent in the place of a model reply; nothing for an empty text
 */
export async function playByModels(
  connector: PracticeConnector,
  scenario: Scenario,
  language: string,
  clock: FakeClock,
  log: { at: number; event: ConnectorEvent }[] = [],
  say: (model: string) => string = (model) => model,
): Promise<RunReport> {
  const start = clock.now();
  const speaker = { scenario, language: primaryLanguage(language) };
  const beats = scenario.chats.flatMap((chat) => chat.beats.map((beat) => ({ chat, beat })));
  let report: RunReport | undefined;
  let serial = 0;
  const answer = (conversationId: string, said: string) => {
    const hit = beats.find(({ chat, beat }) => {
      const last = linesOf(beat.texts, 'says', speaker).at(-1) ?? '';
      return alternatives(last.replaceAll(voiceMark, ''), { ...speaker, chat }).includes(said);
    });
    if (!hit) return;
    const [line = ''] = linesOf(hit.beat.texts, 'model', speaker);
    const [model = ''] = alternatives(line, { ...speaker, chat: hit.chat });
    const text = say(model);
    if (!text) return;
    serial += 1;
    const id = `m${serial}`;
    clock.after(2000, () => void connector.send({ id, conversationId, text, language }));
  };
  const done = { disposition: 'solved', note: '', tags: [] } as const;
  const stop = connector.subscribe((event) => {
    log.push({ at: clock.now() - start, event });
    if (event.type === 'offer.received') void connector.acceptOffer(event.offer.id);
    else if (event.type === 'conversation.opened') {
      answer(event.conversation.id, event.conversation.messages.at(-1)?.text ?? '');
    } else if (event.type === 'message.received') {
      answer(event.message.conversationId, event.message.text);
    } else if (event.type === 'conversation.ended') {
      void connector.wrapUp(event.conversationId, done);
    } else if (event.type === 'run.ended') report = event.report;
  });
  await connector.connect();
  for (let seconds = 0; seconds < 7200 && !report; seconds += 1) await clock.advance(1000);
  stop();
  if (!report) throw new Error('The run did not come to its end in two hours.');
  return report;
}
