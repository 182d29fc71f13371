import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../src/domain/announcement.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createQueueRig } from './queue-rig.ts';

const failure: Announcement = { class: 'failure', priority: 0, text: 'Not sent to Ann' };
const reply = (text: string): Announcement => ({ class: 'reply', priority: 1, text });
const presence: Announcement = { class: 'presence', priority: 3, text: 'Ann is away' };

describe('pace', () => {
  test('A22: there is at least a second between two writes', async () => {
    const { message, clock, said, queue } = createQueueRig();
    for (let n = 0; n < 40; n += 1) {
      message('Ann', `text ${n}`);
      if (n % 7 === 0) queue.announce({ ...failure, text: `failure ${n}` });
      await clock.advance(150);
    }
    await clock.advance(5000);
    expect(said.length).toBeGreaterThan(4);
    const gaps = said.slice(1).map((one, index) => one.at - (said[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });

  test('A22: the same text twice in a row is said twice', async () => {
    const { message, clock, texts } = createQueueRig();
    message('Ann', 'hello?');
    await clock.advance(1500);
    message('Ann', 'hello?');
    await clock.advance(1500);
    expect(texts()).toEqual(['Ann: hello?', 'Ann: hello?']);
  });

  test('A27: speech waits until half a second after the last key', async () => {
    const { message, clock, said, queue } = createQueueRig();
    message('Ann', 'hi', true);
    for (let n = 0; n < 10; n += 1) {
      queue.keystroke();
      await clock.advance(200);
    }
    expect(said).toEqual([]);
    await clock.advance(299);
    expect(said).toEqual([]);
    await clock.advance(1);
    expect(said.map(({ text, at }) => [text, at])).toEqual([['hi', 2300]]);
  });

  test('A27: an alarm and a reply do not wait for the typing to stop', async () => {
    const { clock, texts, queue } = createQueueRig();
    queue.keystroke();
    queue.announce(failure);
    expect(texts()).toEqual(['Not sent to Ann']);
    await clock.advance(1200);
    queue.keystroke();
    queue.announce(reply('Draft to Ann'));
    expect(texts()).toEqual(['Not sent to Ann', 'Draft to Ann']);
  });

  test('an offer that was taken before it was said is not said, and stays in the log', async () => {
    const rig = createQueueRig();
    const offer = (id: string) =>
      rig.queue.announce({
        class: 'offer',
        priority: 2,
        text: `New customer: ${id}`,
        source: { id, name: id },
      });
    offer('Lin');
    offer('Bo');
    rig.queue.drop('Lin');
    await rig.clock.advance(5000);
    expect(rig.texts()).toEqual(['New customer: Bo']);
    expect(rig.queue.log()).toHaveLength(2);
  });

  test('of what waits about a customer, only the words that are said already can be dropped', async () => {
    const rig = createQueueRig();
    for (const text of ['My parcel', 'has come']) {
      rig.queue.announce({
        ...{ class: 'message-open', priority: 1, text },
        source: { id: 'lin', name: 'Lin' },
      });
    }
    rig.queue.drop('lin', 'has come');
    await rig.clock.advance(5000);
    expect(rig.texts()).toEqual(['My parcel']);
  });

  test('a reply waits until the keys have been at rest for a moment', async () => {
    const rig = createQueueRig();
    rig.queue.keyMoved();
    rig.queue.announce({ class: 'reply', priority: 1, text: 'Lin: Hello' });
    await rig.clock.advance(60);
    rig.queue.keyMoved();
    await rig.clock.advance(60);
    expect(rig.texts()).toEqual([]);
    await rig.clock.advance(40);
    expect(rig.texts()).toEqual(['Lin: Hello']);
  });

  test('a newer reply takes the place of one that was not said yet', async () => {
    const { clock, texts, queue } = createQueueRig();
    queue.announce(reply('one'));
    queue.announce(reply('two'));
    queue.announce(reply('three'));
    await clock.advance(3000);
    expect(texts()).toEqual(['one', 'three']);
  });

  test('after dispose nothing is said and no timer is left', async () => {
    const { message, clock, said, queue } = createQueueRig();
    message('Ann', 'hi');
    queue.dispose();
    expect(clock.pending).toBe(0);
    await clock.advance(3000);
    expect(said).toEqual([]);
  });
});

describe('order and amount', () => {
  test('A23: P0 interrupts at once, the open chat comes before the others', async () => {
    const { message, clock, said, queue } = createQueueRig();
    message('Bo', 'second');
    message('Ann', 'first', true);
    queue.announce(failure);
    await clock.advance(3000);
    expect(said).toEqual([
      { text: 'Not sent to Ann', at: 0, assertive: true, language: undefined },
      { text: 'first. Bo: second', at: 1000, assertive: false, language: undefined },
    ]);
  });

  test('A23: presence and typing are off until they are asked for', async () => {
    const rig = createQueueRig();
    rig.queue.announce(presence);
    rig.queue.announce({ ...presence, class: 'typing' });
    await rig.clock.advance(3000);
    expect(rig.said).toEqual([]);
    expect(rig.queue.log()).toEqual([]);
    const announcements = { ...defaultSettings.announcements, presence: 'full' } as const;
    const asked = createQueueRig({ announcements });
    asked.queue.announce(presence);
    await asked.clock.advance(3000);
    expect(asked.texts()).toEqual(['Ann is away']);
  });

  test('A24: each class can be off, a sound, a count or the words', async () => {
    const heard = async (verbosity: 'off' | 'earcon' | 'count' | 'full') => {
      const announcements = { ...defaultSettings.announcements, 'message-other': verbosity };
      const { message, clock, sounds, texts, queue } = createQueueRig({ announcements });
      message('Ann', 'hello');
      message('Ann', 'anyone?');
      await clock.advance(3000);
      return { texts: texts(), sounds, logged: queue.log().length };
    };
    expect(await heard('off')).toEqual({ texts: [], sounds: [], logged: 0 });
    expect(await heard('earcon')).toEqual({ texts: [], sounds: ['message', 'message'], logged: 2 });
    expect(await heard('count')).toEqual({
      texts: ['2 new messages from Ann'],
      sounds: [],
      logged: 2,
    });
    expect(await heard('full')).toEqual({
      texts: ['Ann: hello. Ann: anyone?'],
      sounds: [],
      logged: 2,
    });
  });

  test('A26: a failure is said in full although its class was switched off', async () => {
    const announcements = { ...defaultSettings.announcements, failure: 'off' } as const;
    const { texts, queue } = createQueueRig({ announcements });
    queue.announce(failure);
    expect(texts()).toEqual(['Not sent to Ann']);
  });

  test('A57: what is in another language is written by itself, with its language', async () => {
    const { message, clock, said } = createQueueRig();
    message('Ann', 'hello');
    message('李伟', '你好', false, 'zh-CN');
    message('李伟', '在吗？', false, 'zh-CN');
    await clock.advance(4000);
    expect(said.map(({ text, language }) => [text, language])).toEqual([
      ['Ann: hello', undefined],
      ['李伟: 你好。李伟: 在吗？', 'zh-CN'],
    ]);
  });

  test('A33: what the built-in voice speaks is not written, the rest is', async () => {
    const spoken: string[] = [];
    const { clock, texts, queue, message } = createQueueRig({}, (announcement) => {
      if (announcement.class === 'reply') return false;
      spoken.push(announcement.text);
      return true;
    });
    message('Ann', 'hello');
    await clock.advance(2000);
    queue.announce(reply('three left'));
    expect(spoken).toEqual(['Ann: hello']);
    expect(texts()).toEqual(['three left']);
  });

  test('A33: what the voice takes is not joined with what it leaves to the live region', async () => {
    const spoken: string[] = [];
    const { clock, texts, message } = createQueueRig({}, ({ class: kind, text }) => {
      if (kind !== 'message-open') return false;
      spoken.push(text);
      return true;
    });
    message('Ann', 'hello');
    message('Ben', 'good morning', true);
    message('Cem', 'and me');
    await clock.advance(5000);
    expect(spoken).toEqual(['good morning']);
    expect(texts()).toEqual(['Ann: hello', 'Cem: and me']);
  });

  test('A44: the visual twin comes once a second at most and not for replies', async () => {
    const { clock, pulses, queue, message } = createQueueRig();
    queue.announce(reply('ok'));
    for (let n = 0; n < 20; n += 1) {
      message('Ann', `${n}`);
      await clock.advance(100);
    }
    expect(pulses).toEqual([0, 1000]);
  });
});
