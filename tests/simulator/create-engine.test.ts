import { describe, expect, it } from 'vitest';
import { id, opened, script } from '../support/run-script.ts';

describe('a run', () => {
  const twoChats = (arrives: string) =>
    `${script}# chat: Kim\ncustomer: Kim\n${arrives}\n## open\nsays: Hi\n`;

  it.each([
    ['by time', 'arrives: 20 s', 20_000],
    ['at once', '', 1000],
  ])('lets the next customer arrive %s, over the first', async (_, arrives, at) => {
    const { clock, events } = await opened(twoChats(arrives));
    await clock.advance(25_000);
    expect(events.filter(({ type }) => type === 'arrived').map((event) => event.at)).toEqual([
      1000,
      at,
    ]);
  });

  it('lets the next customer arrive after a beat', async () => {
    const { engine, clock, events } = await opened(twoChats('arrives: after Lin details'));
    const arrivals = () => events.filter(({ type }) => type === 'arrived').length;
    await clock.advance(25_000);
    expect(arrivals()).toBe(1);
    engine.hear(id, 'Sorry, order number?');
    await clock.advance(6000);
    expect(arrivals()).toBe(2);
  });

  it('does not let the agent wait for nobody, and ends after the last one', async () => {
    const { engine, clock, events } = await opened(twoChats('arrives: 30 min'));
    engine.end(id);
    engine.close(id);
    await clock.advance(1000);
    expect(events.at(-1)).toMatchObject({ type: 'arrived', conversationId: 'r2' });
    engine.accept('r2');
    await clock.advance(10_000);
    expect(events.at(-1)?.type).not.toBe('finished');
    engine.hear('r2', 'Hi');
    await clock.advance(10_000);
    expect(events.at(-1)).toMatchObject({ type: 'left', conversationId: 'r2' });
    engine.close('r2');
    expect(events.at(-1)?.type).toBe('finished');
    expect(clock.pending).toBe(0);
  });

  it('hints at what this point asks for, while there is one', async () => {
    const { engine, clock } = await opened(script);
    expect(engine.hint('r9')).toBeUndefined();
    expect(engine.hint(id)).toBe('Say sorry.');
    engine.hear(id, 'Sorry, order number?');
    await clock.advance(6000);
    // This beat has none.
    expect(engine.hint(id)).toBeUndefined();
  });

  it('hints at nothing once a chat is over', async () => {
    const { engine } = await opened(script);
    engine.end(id);
    expect(engine.hint(id)).toBeUndefined();
  });

  it('ends once, and leaves no timer behind', async () => {
    const { engine, clock, events } = await opened(twoChats('arrives: 30 min'));
    engine.finish();
    engine.finish();
    await clock.advance(3_600_000);
    expect(events.filter(({ type }) => type === 'finished')).toHaveLength(1);
    expect(clock.pending).toBe(0);
    const last = events.at(-1);
    expect(
      last?.type === 'finished' &&
        last.report.conversations.map(({ conversationId }) => conversationId),
    ).toEqual([id]);
  });

  it('reports the turn in which a private fact was told, over all chats', async () => {
    const secret = script.replace('facts: order=30021', 'facts: order=30021\nprivate: order');
    const { engine, clock, report } = await opened(secret);
    engine.hear(id, 'Sorry, what is your order number?');
    await clock.advance(30_000);
    engine.hear(id, 'Thank you.');
    engine.hear(id, 'So 30021, and I will send a new one.');
    await clock.advance(30_000);
    const { turns, rules } = report();
    const [told] = rules.filter(({ kind }) => kind === 'private');
    expect(told).toMatchObject({ verdict: 'not-met', words: '30021' });
    expect(turns[told?.turn ?? -1]?.reply).toContain('So 30021');
  });

  it('is the same for the same seed, and another for another', async () => {
    const play = async (seed: number) => {
      const { engine, clock, events } = await opened(
        script.replace('patience: 40', 'patience: 90'),
        { seed },
      );
      for (const words of ['hm', 'hm', 'I will send a new one']) {
        engine.hear(id, words);
        await clock.advance(20_000);
      }
      return JSON.stringify(events);
    };
    expect(await play(5)).toBe(await play(5));
    expect(await play(5)).not.toBe(await play(6));
  });
});
