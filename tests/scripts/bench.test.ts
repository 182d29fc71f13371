import { describe, expect, it } from 'vitest';
import { playVariant } from '../../scripts/bench/announce-variant.ts';
import { amounts, makeConversation, makePage } from '../../scripts/bench/made-up-desk.ts';
import { percentile } from '../../scripts/bench/percentile.ts';
import { formatTable, isMet, type Row } from '../../scripts/bench/print-table.ts';
import { createRandom } from '../../src/shared/random.ts';

describe('percentile', () => {
  it('is the value that so many do not exceed', () => {
    const numbers = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentile(numbers, 0.98)).toBe(98);
    expect(percentile(numbers, 1)).toBe(100);
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
  });

  it('is no number when there are none', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('the table', () => {
  const row: Row = { name: 'Key to paint', values: [250, 90, 180], unit: 'ms', goal: 200 };

  it('holds the middle run against the goal', () => {
    expect(isMet(row)).toBe(true);
    expect(isMet({ ...row, goal: 179 })).toBe(false);
    expect(isMet({ name: 'Messages', values: [1000], unit: '' })).toBe(true);
  });

  it('never takes a missing measurement for a good one', () => {
    expect(isMet({ ...row, values: [] })).toBe(false);
  });

  it('shows the middle, the goal, the verdict and each run', () => {
    expect(formatTable([row]).replace(/ +/g, ' ')).toBe(
      'Key to paint 180 ms goal ≤ 200 met (250, 90, 180)',
    );
    expect(formatTable([{ ...row, goal: 100 }])).toContain('missed');
    expect(formatTable([{ name: 'Heap', values: [4.901], unit: 'MiB' }])).toMatch(/4\.90 MiB$/);
  });
});

describe('the made-up desk', () => {
  it('holds as many messages as it says, each once and in order of time', () => {
    const random = createRandom(1);
    const pages = amounts.stored / amounts.page;
    const all = Array.from({ length: pages }, (_, page) => makePage(page, random)).flat();
    expect(all).toHaveLength(10_000);
    expect(new Set(all.map(({ id }) => id)).size).toBe(10_000);
    expect(all.every(({ at }, index) => index === 0 || at > (all[index - 1]?.at ?? at))).toBe(true);
  });

  it('has customers of both languages, and some who wait', () => {
    const desk = Array.from({ length: 8 }, (_, index) => makeConversation(index, [], 1_000_000));
    expect(new Set(desk.map(({ language }) => language))).toEqual(new Set(['en', 'zh-CN']));
    expect(desk.filter(({ waitingSince }) => waitingSince !== undefined)).toHaveLength(4);
  });
});

describe('a flood for the announcer', () => {
  it('is the same for the same seed and another for another', async () => {
    const [first, again, other] = await Promise.all([1, 1, 2].map(playVariant));
    expect(again).toEqual(first);
    expect(other?.utterances).not.toEqual(first?.utterances);
  });

  it('A25: is told in three utterances at most, all of it in the log', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { utterances, lost } = await playVariant(seed);
      expect(utterances.length).toBeGreaterThan(0);
      expect(utterances.length).toBeLessThanOrEqual(3);
      expect(lost).toBe(0);
    }
  });

  it("A26: never says the agent's own words", async () => {
    for (let seed = 1; seed <= 20; seed += 1) expect((await playVariant(seed)).echoes).toBe(0);
  });
});
