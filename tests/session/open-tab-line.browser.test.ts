import { expect, onTestFinished, test } from 'vitest';
import { openTabLine } from '../../src/session/open-tab-line.ts';
import { createId } from '../../src/shared/id.ts';

const open = (deskId: string) => {
  const line = openTabLine(deskId);
  onTestFinished(line.close);
  const heard: unknown[] = [];
  line.listen((word) => heard.push(word));
  return { ...line, heard };
};

test('what one tab tells, the others of that desk hear, in order, and nobody else', async () => {
  const desk = createId();
  const [first, second, third, stranger] = [open(desk), open(desk), open(desk), open(createId())];
  first.tell({ n: 1 });
  first.tell('two');
  for (const tab of [second, third]) await expect.poll(() => tab.heard).toEqual([{ n: 1 }, 'two']);
  expect([first.heard, stranger.heard]).toEqual([[], []]);
});

test('a line that was closed neither tells nor hears', async () => {
  const desk = createId();
  const [first, second, third] = [open(desk), open(desk), open(desk)];
  second.close();
  second.tell('from the dead');
  first.tell('to the living');
  await expect.poll(() => third.heard).toEqual(['to the living']);
  expect(second.heard).toEqual([]);
});

test('a browser that forbids it has tabs that know nothing of each other', () => {
  const line = openTabLine('desk', () => {
    throw new DOMException('no', 'SecurityError');
  });
  line.listen(() => expect.unreachable());
  line.tell('anybody?');
  line.close();
});
