import { createAnnouncementQueue } from '../../src/a11y/announcement-queue.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import { applyEvent } from '../../src/domain/apply-event.ts';
import { describeEvent } from '../../src/domain/describe-event.ts';
import type { DeskEvent } from '../../src/domain/desk-state.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createRandom } from '../../src/shared/random.ts';
import { createFakeClock } from '../../tests/support/fake-clock.ts';
import { aConversation, aCustomer, aDesk, aMessage, english } from '../../tests/support/samples.ts';

/** What came of one flood. */
export interface Outcome {
  /** What was said, one after another. */
  readonly utterances: readonly string[];
  /** Messages of customers that are not in the log. */
  readonly lost: number;
  /** Utterances and log entries with the agent's own words. */
  readonly echoes: number;
}

const names = ['Lin', 'Bo', 'Cai', 'Ada'] as const;
const own = 'My own words';

/**
 * Lets ten messages come to a desk within two seconds, over four chats of which the first is open,
 * through the same functions as in the desk: event → words → queue. One of the four writes Chinese,
 * which another voice has to say. Meanwhile the agent's own two
 * messages go out, come back from the server and are delivered.
 * @param seed decides when each message comes and to which chat
 */
export async function playVariant(seed: number): Promise<Outcome> {
  const random = createRandom(seed);
  const clock = createFakeClock();
  const utterances: string[] = [];
  const queue = createAnnouncementQueue({
    clock,
    write: (text) => utterances.push(text),
    sound: () => undefined,
    preferences: () => ({ ...defaultSettings, language: 'en' }),
    t: () => english,
  });
  const conversations = names.map((name) =>
    aConversation({ id: name, customer: aCustomer({ id: name, name }) }),
  );
  let desk = aDesk(conversations, { selectedId: names[0] });
  const happen = (event: DeskEvent) => {
    const announcement: Announcement | undefined = describeEvent(event, desk, english, clock.now());
    desk = applyEvent(desk, event);
    if (announcement) queue.announce(announcement);
  };

  const coming = Array.from({ length: 10 }, (_, index) => ({
    at: random() * 2000,
    // Each chat has at least one.
    name: names[index < names.length ? index : Math.floor(random() * names.length)] ?? names[0],
    text: `Sentence ${index}`,
  }));
  const steps = coming.map(({ at, name, text }, index) => ({
    at,
    events: [
      {
        type: 'message.received',
        message: aMessage({
          id: `in-${index}`,
          conversationId: name,
          text,
          language: name === 'Cai' ? 'zh-CN' : 'en',
        }),
      },
    ] as readonly DeskEvent[],
  }));
  for (const id of ['out-1', 'out-2']) {
    const message = aMessage({ id, conversationId: names[0], author: 'agent', text: own });
    const about = { conversationId: names[0], messageId: id };
    steps.push({
      at: random() * 2000,
      events: [
        { type: 'message.queued', message: { ...message, delivery: 'waiting' } },
        { type: 'message.sending', ...about },
        { type: 'message.sent', ...about },
        { type: 'message.received', message },
        { type: 'message.delivered', ...about },
        { type: 'message.received', message: { ...message, id: `${id}-elsewhere` } },
      ],
    });
  }
  let now = 0;
  for (const { at, events } of steps.sort((a, b) => a.at - b.at)) {
    await clock.advance(at - now);
    now = at;
    events.forEach(happen);
  }
  await clock.advance(60_000);

  const log = queue.log().map(({ text }) => text);
  queue.dispose();
  return {
    utterances,
    lost: coming.filter(({ text }) => !log.some((entry) => entry.endsWith(text))).length,
    echoes: [...utterances, ...log].filter((text) => text.includes(own)).length,
  };
}
