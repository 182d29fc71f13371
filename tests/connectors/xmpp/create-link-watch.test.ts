import { expect, it } from 'vitest';
import { createLinkWatch } from '../../../src/connectors/xmpp/create-link-watch.ts';

const listen = () => {
  const told: (number | 'asked' | 'polls')[] = [];
  return {
    told,
    asked: () => void told.push('asked'),
    answered: (ms: number) => void told.push(ms),
    polls: () => void told.push('polls'),
  };
};

it('tells everybody who watches, until they watch no more', () => {
  const watch = createLinkWatch();
  const [one, other] = [listen(), listen()];
  const end = watch.watch(one);
  watch.watch(other);
  watch.asked();
  watch.answered(40);
  end();
  watch.asked();
  expect(one.told).toEqual(['asked', 40]);
  expect(other.told).toEqual(['asked', 40, 'asked']);
});

it('tells one who watches twice until both are over', () => {
  const watch = createLinkWatch();
  const one = listen();
  const ends = [watch.watch(one), watch.watch(one)];
  ends[0]?.();
  watch.asked();
  expect(one.told).toEqual(['asked']);
});

it('tells of long polling those who watch then, and those who come later', () => {
  const watch = createLinkWatch();
  const [one, other] = [listen(), listen()];
  watch.watch(one);
  watch.polls();
  watch.watch(other);
  expect(one.told).toEqual(['polls']);
  expect(other.told).toEqual(['polls']);
});
