import { describe, expect, it } from 'vitest';
import { id, opened, run, script } from '../support/run-script.ts';

describe('a customer', () => {
  it('arrives after a second and begins with the first words', async () => {
    const { engine, clock, events } = run();
    await clock.advance(999);
    expect(events).toEqual([]);
    await clock.advance(1);
    expect(events).toEqual([{ type: 'arrived', conversationId: id, at: 1000 }]);
    expect(engine.nameOf(id)).toBe('Lina');
    expect(engine.accept(id)).toBe('Where is my parcel?');
    expect(engine.accept(id)).toBe('');
  });

  it('reads, types for 1.5 to 6 s a message, and goes on when the answer is good', async () => {
    const { engine, clock, events, said } = await opened();
    await clock.advance(5000);
    engine.hear(id, 'Sorry, what is your order number?');
    await clock.advance(20_000);
    expect(said()).toEqual(['It is 30021.', 'And quick.']);
    const typing = events.filter((event) => event.type === 'typing');
    expect(typing.map(({ typing: on }) => on)).toEqual([true, false, true, false]);
    for (const at of [0, 2]) {
      const lasted = (typing[at + 1]?.at ?? 0) - (typing[at]?.at ?? 0);
      expect(lasted).toBeGreaterThanOrEqual(1500);
      expect(lasted).toBeLessThanOrEqual(6000);
    }
    expect((typing[0]?.at ?? 0) - 6000).toBeGreaterThanOrEqual(800);
  });

  it('is solved, and the report says how', async () => {
    const { engine, clock, left, report } = await opened();
    await clock.advance(5000);
    engine.hear(id, 'Sorry, what is your order number?');
    await clock.advance(20_000);
    engine.hear(id, "I'll send a new one.");
    await clock.advance(5000);
    expect(left()).toBe(true);
    const { conversations, turns, title, seed, language } = report();
    expect({ title, seed, language }).toEqual({ title: 'Test', seed: 3, language: 'en' });
    expect(conversations).toMatchObject([
      { customerName: 'Lina', outcome: 'solved', patience: 50, firstReplyAfter: 5000 },
    ]);
    expect(turns).toMatchObject([
      {
        beat: 'open',
        customerText: 'Where is my parcel?',
        reply: 'Sorry, what is your order number?',
        expected: ['apologise', 'ask_order_number', 'verify_identity'],
        missing: [],
        verdict: 'met',
        hint: 'Say sorry.',
        model: 'Sorry, what is your order number?',
        replyAfter: 5000,
      },
      { beat: 'details', customerText: 'It is 30021.\nAnd quick.', verdict: 'met' },
    ]);
    expect(turns[0]?.found).toContainEqual({ act: 'apologise', words: 'Sorry' });
  });

  it('takes several messages of the agent as one answer', async () => {
    const { engine, clock, said } = await opened();
    engine.hear(id, 'Sorry about that.');
    await clock.advance(500);
    engine.hear(id, 'Order number please?');
    await clock.advance(20_000);
    expect(said()).toEqual(['It is 30021.', 'And quick.']);
  });

  it('waits for an agent who is still typing before being disappointed', async () => {
    const { engine, clock, said } = await opened();
    engine.hear(id, 'Sorry about that.');
    engine.setAgentTyping(id, true);
    await clock.advance(12_000);
    expect(said()).toEqual([]);
    engine.hear(id, 'Order number please?');
    engine.setAgentTyping(id, false);
    await clock.advance(20_000);
    expect(said()).toEqual(['It is 30021.', 'And quick.']);
  });

  it('adds what is still missing to what was said before', async () => {
    const { engine, clock, said, report } = await opened();
    engine.hear(id, 'Sorry about that.');
    await clock.advance(12_000);
    expect(said()).toHaveLength(1);
    engine.hear(id, 'Order number please?');
    await clock.advance(20_000);
    expect(said()).toContain('It is 30021.');
    expect(report().turns.map(({ verdict, missing }) => [verdict, missing])).toEqual([
      ['not-met', ['ask_order_number', 'verify_identity']],
      ['met', []],
    ]);
  });

  it('moves on after two answers that do not help, so that nobody is stuck', async () => {
    const { engine, clock, said } = await opened(script.replace('patience: 40', 'patience: 90'));
    engine.hear(id, 'hmm');
    await clock.advance(15_000);
    expect(said().at(-1)).toMatch(/What\?|Sorry\?/);
    engine.hear(id, 'hmm hmm');
    await clock.advance(15_000);
    expect(said()).toContain('It is 30021.');
  });

  it('loses half as much for a long answer in which nothing is found, and leaves it to a person', async () => {
    const { engine, clock, report } = await opened();
    engine.hear(id, 'Blue lorries roll softly over quiet northern hills');
    await clock.advance(15_000);
    const { turns, conversations } = report();
    expect(turns[0]).toMatchObject({ verdict: 'needs-review', found: [] });
    expect(conversations[0]?.patience).toBe(35);
  });

  it('takes the angry way when patience is down to a third', async () => {
    const { engine, clock, said } = await opened(script.replace('patience -10', 'patience -30'));
    engine.hear(id, 'hmm');
    await clock.advance(15_000);
    expect(said()).toEqual(['Your manager, please.']);
    engine.hear(id, 'I will ask my manager.');
    await clock.advance(20_000);
    expect(said()).toContain('It is 30021.');
  });

  it('asks whether anyone is there, and leaves when nobody answers', async () => {
    const { clock, said, left, report } = await opened(script.replace(/angry.*\n/, ''));
    await clock.advance(300_000);
    expect(said()).toEqual(['Hello?', 'Hello?', 'I give up.']);
    expect(left()).toBe(true);
    const { conversations, turns } = report();
    expect(conversations).toMatchObject([
      { outcome: 'left', patience: 0, firstReplyAfter: undefined },
    ]);
    expect(turns).toMatchObject([{ reply: '', replyAfter: undefined, verdict: 'not-met' }]);
  });

  it('A42: waits twice as long at factor 2, and for ever at 0', async () => {
    const twice = await opened(script, { timing: () => 2 });
    await twice.clock.advance(59_000);
    expect(twice.said()).toEqual([]);
    await twice.clock.advance(15_000);
    expect(twice.said()).toEqual(['Hello?']);
    const never = await opened(script, { timing: () => 0 });
    await never.clock.advance(3_600_000);
    expect(never.said()).toEqual([]);
    expect(never.left()).toBe(false);
  });

  it('A42: the factor can be changed while a customer waits', async () => {
    let factor = 0;
    const { clock, said } = await opened(script, { timing: () => factor });
    await clock.advance(40_000);
    factor = 1;
    await clock.advance(15_000);
    expect(said()).toEqual(['Hello?']);
  });

  it('A42: an agent who types is at work, however slowly', async () => {
    const { engine, clock, said } = await opened();
    engine.setAgentTyping(id, true);
    await clock.advance(200_000);
    expect(said()).toEqual([]);
    engine.setAgentTyping(id, false);
    await clock.advance(15_000);
    expect(said()).toEqual(['Hello?']);
  });

  it('never tires when the scenario says clock: off', async () => {
    const { clock, said } = await opened(`clock: off\n${script}`);
    await clock.advance(600_000);
    expect(said()).toEqual([]);
  });

  it('writes Chinese in a Chinese run, and the first language in one it does not know', async () => {
    const chinese = run(script, { language: 'zh-CN' });
    await chinese.clock.advance(1000);
    expect(chinese.engine.accept(id)).toBe('我的包裹呢？');
    expect(chinese.engine.nameOf(id)).toBe('林女士');
    const french = run(script, { language: 'fr' });
    await french.clock.advance(1000);
    expect(french.engine.accept(id)).toBe('Where is my parcel?');
    expect(french.engine.language).toBe('en');
  });

  it('says goodbye after the last words, or goes after a while', async () => {
    const text =
      script.replace('all: end solved', 'all: go bye') +
      '## bye\nsays en: Thanks!\nsays zh: 谢谢\nanyof: close\nwithin: 20 s\nend: solved\n';
    const reachBye = async () => {
      const made = await opened(text);
      made.engine.hear(id, 'Sorry, order number?');
      await made.clock.advance(20_000);
      made.engine.hear(id, "I'll send a new one.");
      await made.clock.advance(10_000);
      expect(made.said().at(-1)).toBe('Thanks!');
      expect(made.left()).toBe(false);
      return made;
    };
    const polite = await reachBye();
    polite.engine.hear(id, 'Bye!');
    await polite.clock.advance(4000);
    expect(polite.left()).toBe(true);
    expect(polite.report().turns.at(-1)).toMatchObject({ beat: 'bye', verdict: 'met' });
    const silent = await reachBye();
    await silent.clock.advance(21_000);
    expect(silent.left()).toBe(true);
    expect(silent.report().conversations[0]?.outcome).toBe('solved');
    const ended = await reachBye();
    ended.engine.end(id);
    expect(ended.report().conversations[0]?.outcome).toBe('solved');
  });

  it('is closed, not solved, when the agent ends the chat half way', async () => {
    const { engine, clock, events, report } = await opened();
    engine.hear(id, 'Sorry, order number?');
    engine.end(id);
    const before = events.length;
    await clock.advance(60_000);
    expect(events).toHaveLength(before);
    expect(report()).toMatchObject({
      conversations: [{ outcome: 'closed' }],
      turns: [{ beat: 'open', verdict: 'met' }],
    });
  });
});
