import { expect, test } from 'vitest';
import { createQueueRig } from './queue-rig.ts';

test('A25: up to three messages within a second are one write, word for word', async () => {
  const { message, clock, said } = createQueueRig();
  message('Ann', 'hi');
  await clock.advance(300);
  message('Bo', 'where is it?');
  await clock.advance(300);
  message('Ann', 'my order');
  await clock.advance(3000);
  expect(said.map(({ text, at }) => [text, at])).toEqual([
    ['Ann: hi. Bo: where is it? Ann: my order', 1000],
  ]);
});

test('A25: more than three from one customer become a count with the name', async () => {
  const { message, clock, texts, queue } = createQueueRig();
  for (let n = 1; n <= 5; n += 1) message('Ann', `part ${n}`);
  await clock.advance(3000);
  expect(texts()).toEqual(['5 new messages from Ann']);
  expect(queue.log().map((entry) => entry.text)).toEqual(
    [1, 2, 3, 4, 5].map((n) => `Ann: part ${n}`),
  );
});

test('A25: more than three within two seconds count as a flood across batches', async () => {
  const { message, clock, texts } = createQueueRig();
  for (const text of ['a', 'b', 'c', 'd', 'e']) {
    message('Ann', text);
    await clock.advance(380);
  }
  await clock.advance(3000);
  expect(texts()).toEqual(['Ann: a. Ann: b. Ann: c', '2 new messages from Ann']);
});

test('A25: several chats become one summary', async () => {
  const { message, clock, texts } = createQueueRig();
  for (const name of ['Ann', 'Bo', 'Cy', 'Ann', 'Bo', 'Cy', 'Ann']) message(name, 'hm');
  await clock.advance(3000);
  expect(texts()).toEqual(['7 new messages in 3 conversations']);
});

test('A25: in a flood from others the open chat keeps its words', async () => {
  const { message, clock, texts } = createQueueRig();
  for (const name of ['Bo', 'Cy', 'Bo', 'Cy', 'Bo']) message(name, 'hm');
  message('Ann', 'It is order 4711', true);
  await clock.advance(3000);
  expect(texts()).toEqual(['It is order 4711. 5 new messages in 2 conversations']);
});

test('A25: ten messages in two seconds over four chats: three utterances at most, all logged', async () => {
  const { message, clock, said, queue } = createQueueRig();
  for (let n = 0; n < 10; n += 1) {
    message(`Customer ${n % 4}`, `text ${n}`, n % 4 === 0);
    await clock.advance(200);
  }
  await clock.advance(10_000);
  expect(said.length).toBeGreaterThan(0);
  expect(said.length).toBeLessThanOrEqual(3);
  expect(queue.log()).toHaveLength(10);
});

test('A25: many offers and notices are counted, too', async () => {
  const { clock, texts, queue } = createQueueRig();
  for (let n = 0; n < 4; n += 1) {
    queue.announce({ class: 'offer', priority: 2, text: `Offer ${n}` });
    queue.announce({ class: 'waiting', priority: 2, text: `Wait ${n}` });
  }
  await clock.advance(3000);
  expect(texts()).toEqual(['4 customers are waiting to be accepted. 4 notices']);
});

test('A63: with a long batch the others wait, the open chat and offers do not', async () => {
  const { message, clock, said, queue } = createQueueRig({ batch: 30_000 });
  message('Bo', 'other');
  message('Ann', 'open', true);
  await clock.advance(2000);
  queue.announce({ class: 'offer', priority: 2, text: 'New customer: Cy' });
  await clock.advance(40_000);
  expect(said.map(({ text, at }) => [text, at])).toEqual([
    ['open', 1000],
    ['New customer: Cy', 3000],
    ['Bo: other', 30_000],
  ]);
});

test('A29: the last fifty can be read again, newest last, and listeners are told', async () => {
  const { message, queue } = createQueueRig();
  let told = 0;
  const unsubscribe = queue.subscribe(() => {
    told += 1;
  });
  for (let n = 1; n <= 60; n += 1) message('Ann', `${n}`, false, 'en-GB');
  expect(queue.log()).toHaveLength(50);
  expect(queue.log().at(0)?.text).toBe('Ann: 11');
  expect(queue.log().at(-1)).toMatchObject({
    text: 'Ann: 60',
    class: 'message-other',
    language: 'en-GB',
  });
  expect(told).toBe(60);
  unsubscribe();
  message('Ann', 'more');
  expect(told).toBe(60);
});

test('A29: one key repeats the last announcement, not the replies in between', async () => {
  const { message, clock, texts, queue } = createQueueRig();
  queue.repeatLast();
  message('Ann', 'hello');
  await clock.advance(2000);
  queue.announce({ class: 'reply', priority: 1, text: 'Draft empty' });
  await clock.advance(2000);
  queue.repeatLast();
  expect(texts()).toEqual([
    'Nothing has been announced yet',
    'Ann: hello',
    'Draft empty',
    'Ann: hello',
  ]);
  expect(queue.log()).toHaveLength(1);
});

test('A29: do-not-disturb keeps all but alarms and replies back, logs them and counts them', async () => {
  const { message, clock, texts, sounds, pulses, queue } = createQueueRig();
  message('Ann', 'just before');
  queue.setDoNotDisturb(true);
  expect(queue.doNotDisturb()).toBe(true);
  message('Ann', 'during');
  await clock.advance(5000);
  queue.announce({ class: 'failure', priority: 0, text: 'Not sent' });
  await clock.advance(2000);
  queue.announce({ class: 'reply', priority: 1, text: 'Two chats' });
  await clock.advance(2000);
  queue.setDoNotDisturb(false);
  await clock.advance(5000);
  expect(texts()).toEqual([
    'Do not disturb is on',
    'Not sent',
    'Two chats',
    'Do not disturb is off. 2 announcements meanwhile',
  ]);
  expect(sounds).toEqual([]);
  expect(pulses).toHaveLength(2);
  expect(queue.log().map((entry) => entry.text)).toEqual([
    'Ann: just before',
    'Ann: during',
    'Not sent',
  ]);
});
