import { describe, expect, it, vi } from 'vitest';
import {
  createPracticeConnector,
  type PracticeConnector,
} from '../../src/connectors/practice/create-practice-connector.ts';
import { fetchHistory } from '../../src/connectors/practice/read-history.ts';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import { applyEvent } from '../../src/domain/apply-event.ts';
import { type DeskState, emptyDesk } from '../../src/domain/desk-state.ts';
import type { RunReport } from '../../src/domain/run-report.ts';
import { fingerprint, isTold, type Journal, journalVersion } from '../../src/session/journal.ts';
import { replay } from '../../src/session/replay.ts';
import { createTape, type Tape, taped } from '../../src/session/tape.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { createRandom } from '../../src/shared/random.ts';
import { createFakeClock, type FakeClock } from '../support/fake-clock.ts';
import { judge } from '../support/judge.ts';

vi.mock('../../src/connectors/practice/read-history.ts', { spy: true });

const seed = 7;
const done = { disposition: 'solved', note: '', tags: [] } as const;

/** A clock whose timers go off late, as those of a busy page or a hidden one do. */
const late = (clock: FakeClock): Clock => {
  const random = createRandom(5);
  return {
    now: clock.now,
    after: (ms, task) => clock.after(ms + Math.ceil((random() < 0.1 ? 4000 : 40) * random()), task),
  };
};
/** What the agent says, whatever the customer said: good and bad replies in turn. */
const replies = [
  'Hello, I am so sorry about that. May I have your order number, please?',
  'One moment.',
  'I understand that you are worried. Your parcel is in Leeds, I will know more by noon.',
  'I can send a new one today or refund it in full. Which would you like?',
  'Done: it is ordered, you will get it by Thursday. Is there anything else?',
  'You are welcome, goodbye!',
];

const reportOf = (connector: PracticeConnector, { report: ended }: DeskState): RunReport => {
  let report = ended;
  connector.subscribe((event) => {
    if (event.type === 'run.ended') report = event.report;
  });
  connector.finish();
  if (!report) throw new Error('It did not end.');
  return report;
};
/** All but when it was: that is moved. */
const timeless = ({ startedAt: _, endedAt: __, ...rest }: RunReport) => ({
  ...rest,
  conversations: rest.conversations.map(({ handlingTime: ___, ...each }) => each),
});

/** A practice that an agent works at for so many seconds, and its journal then. */
const live = async (id: string, language: string, seconds: number) => {
  const clock = createFakeClock();
  const tape: Tape = createTape(late(clock));
  const scenario = await loadScenario(id, language);
  const connector = createPracticeConnector({
    ...{ id: 'practice-t', scenario, language, seed, clock: tape.clock, judge },
  });
  const agent = taped(connector, tape);
  let desk: DeskState = emptyDesk;
  let serial = 0;
  const answer = (conversationId: string) => {
    clock.after(9000, () => {
      agent.setTyping(conversationId, true);
      clock.after(3000, () => {
        const text = replies[serial % replies.length] ?? '';
        serial += 1;
        agent.setTyping(conversationId, false);
        void agent.send({ id: `m${serial}`, conversationId, text, language });
      });
    });
  };
  connector.subscribe((event) => {
    desk = applyEvent(desk, event);
    if (event.type === 'offer.received') {
      // The second one is given back at first.
      const isDeclined = event.offer.id.endsWith('-offer-3');
      clock.after(2000, () =>
        isDeclined ? agent.declineOffer(event.offer.id) : agent.acceptOffer(event.offer.id),
      );
    } else if (event.type === 'conversation.opened') answer(event.conversation.id);
    else if (event.type === 'message.received') answer(event.message.conversationId);
    else if (event.type === 'conversation.ended') {
      clock.after(5000, () => agent.wrapUp(event.conversationId, done));
    }
  });
  await agent.connect();
  agent.setAvailability({ status: 'available', capacity: 3 });
  for (let passed = 0; passed < seconds; passed += 1) await clock.advance(1000);
  const journal: Journal = {
    ...{ version: journalVersion, id: 'practice-t', savedAt: clock.now() },
    start: { scenario, title: 'Parcel', language, mode: 'practice', seed },
    entries: structuredClone(tape.entries.filter(isTold)),
    print: fingerprint(desk.conversations),
  };
  return { clock, connector, journal, desk: () => desk };
};
const again = async (journal: Journal, clock: Clock = createFakeClock(9_000_000_000_000)) => {
  const told = await replay(journal, { clock, judge, timing: () => 1 });
  if (!told.ok) throw new Error(told.error.kind);
  return told.value;
};

describe('a practice that is told again', () => {
  const cuts = [8, 20, 45, 75, 110, 160, 300];
  it.each(
    ['late-parcel', 'rush', 'voice-note'].flatMap((id) =>
      ['en', 'zh'].flatMap((language) => cuts.map((cut) => [id, language, cut] as const)),
    ),
  )('%s in %s, broken off after %i seconds, has the same report', async (id, language, cut) => {
    const { connector, journal, desk } = await live(id, language, cut);
    const before = timeless(reportOf(connector, desk()));
    const { connector: told, desk: after } = await again(journal);
    expect(timeless(reportOf(told, after))).toEqual(before);
  });

  it('the desk shows what it showed, with the agent’s own messages, and as if it were now', async () => {
    const { journal, desk } = await live('rush', 'en', 75);
    const clock = createFakeClock(9_000_000_000_000);
    const { desk: told } = await again(journal, clock);
    const words = ({ conversations }: DeskState) =>
      conversations.map(({ id, state, messages }) => [
        id,
        state,
        messages.flatMap(({ author, text }) => (author === 'customer' ? text : [])),
      ]);
    expect(words(told)).toEqual(words(desk()));
    const own = told.conversations.flatMap(({ messages }) =>
      messages.filter(({ author }) => author === 'agent'),
    );
    expect(own.map(({ text }) => text).sort()).toEqual(
      own.map((_, index) => replies[index % replies.length]).sort(),
    );
    expect(own.length).toBeGreaterThan(2);
    expect(own.every(({ delivery }) => delivery === 'delivered' || delivery === 'sent')).toBe(true);
    const times = told.conversations.flatMap(({ messages }) => messages.map(({ at }) => at));
    expect(Math.max(...times)).toBeLessThanOrEqual(clock.now());
    expect(Math.min(...times)).toBeGreaterThan(clock.now() - 80_000);
    const waiting = told.conversations.find(({ waitingSince }) => waitingSince !== undefined);
    expect(waiting?.unread).toBeGreaterThan(0);
    expect(waiting?.firstUnreadId).toBeDefined();
  });

  it('goes on by itself: a customer who was about to write does, and one who waits gets impatient', async () => {
    const { journal } = await live('late-parcel', 'en', 8);
    const clock = createFakeClock(9_000_000_000_000);
    const { connector, desk, tape } = await again(journal, clock);
    const said: string[] = [];
    connector.subscribe((event) => {
      if (event.type === 'message.received') said.push(event.message.text);
    });
    await clock.advance(80_000);
    expect(said.length).toBeGreaterThan(0);
    const [open] = desk.conversations;
    expect(tape.entries.length).toBeGreaterThan(journal.entries.length);
    // And is taped on, so that it can be told once more.
    const twice = {
      ...journal,
      entries: tape.entries.filter(isTold),
      print: 0,
      savedAt: clock.now(),
    };
    const told = await replay(twice, { clock, judge, timing: () => 1 });
    expect(told).toEqual({ ok: false, error: { kind: 'changed' } });
    const texts = [...(open?.messages ?? [])].map(({ text }) => text).concat(said);
    const print = fingerprint([
      {
        ...(open as NonNullable<typeof open>),
        messages: texts.map((text) => ({
          ...{ id: text, conversationId: '', author: 'customer', text, at: 0, language: 'en' },
        })) as NonNullable<typeof open>['messages'],
      },
    ]);
    expect((await replay({ ...twice, print }, { clock, judge, timing: () => 1 })).ok).toBe(true);
  });

  it('the time in between costs nobody patience', async () => {
    const { journal, connector, desk } = await live('late-parcel', 'en', 20);
    const [before] = reportOf(connector, desk()).conversations;
    const clock = createFakeClock(9_000_000_000_000);
    const { connector: told, desk: shown } = await again(journal, clock);
    const [after] = reportOf(told, shown).conversations;
    expect(after?.patience).toBe(before?.patience);
    expect(after?.handlingTime).toBeLessThanOrEqual(before?.handlingTime ?? 0);
    expect(clock.pending).toBe(0);
  });
});

describe('what cannot be told again', () => {
  it('another scenario', async () => {
    const { journal } = await live('late-parcel', 'en', 45);
    const scenario = await loadScenario('refund', 'en');
    const told = await replay(
      { ...journal, start: { ...journal.start, scenario } },
      { clock: createFakeClock(), judge, timing: () => 1 },
    );
    expect(told).toEqual({ ok: false, error: { kind: 'changed' } });
  });

  it('one whose timers are not those of then, or whose scenario is none', async () => {
    const { journal } = await live('late-parcel', 'en', 45);
    const options = { clock: createFakeClock(), judge, timing: () => 1 };
    const [first] = journal.entries;
    const odd = [...journal.entries, [first?.[0] ?? 0, 4711] as const];
    expect(await replay({ ...journal, entries: odd }, options)).toMatchObject({
      error: { kind: 'changed' },
    });
    const hollow = {
      ...journal.start.scenario,
      chats: [{}],
    } as unknown as Journal['start']['scenario'];
    expect(
      await replay({ ...journal, start: { ...journal.start, scenario: hollow } }, options),
    ).toMatchObject({ error: { kind: 'broken' } });
  });

  it('a piece that cannot be fetched is no change of the scenario: another time it goes on', async () => {
    const { journal, desk } = await live('late-parcel', 'en', 45);
    const [at] = journal.entries.at(-1) ?? [0];
    const asked = [at, 'loadEarlier', [desk().conversations[0]?.id]] as const;
    const earlier = { ...journal, entries: [...journal.entries, asked] };
    const options = { clock: createFakeClock(), judge, timing: () => 1 };
    vi.mocked(fetchHistory).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(replay(earlier, options)).rejects.toThrow('Failed to fetch');
    expect((await replay(earlier, options)).ok).toBe(true);
  });
});
