import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  goodUpTo,
  silentAfter,
  slowFrom,
  tellSilenceAfter,
  tripsNeeded,
} from '../../src/domain/link-quality.ts';
import { checkAxe } from '../support/check-axe.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

const bar = () => document.querySelector('.status .link')?.textContent;
const slow = /^The connection is slow/;
const silent = /^No answer from the server/;
const good = /^The connection is good/;

/** A desk whose link answers when the test says so. */
const open = async () => {
  const clock = createFakeClock();
  const desk = await openDesk({ clock });
  const { connector, workspace } = desk;
  await expect.poll(() => connector.isWatched, { timeout: 5000 }).toBe(true);
  const told = (pattern: RegExp) =>
    workspace.queue.log().filter(({ text }) => pattern.test(text)).length;
  const trips = async (ms: number, count = tripsNeeded) => {
    for (let index = 0; index < count; index += 1) {
      connector.ask();
      connector.answerAfter(ms);
      await clock.advance(100);
    }
  };
  const link = (state: 'online' | 'reconnecting') =>
    connector.emit({ type: 'connection.changed', state });
  return { ...desk, clock, told, trips, link };
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('how the link is', () => {
  it('is shown and told once when it is slow for several answers, and when it is good again', async () => {
    const { told, trips } = await open();
    await trips(slowFrom, tripsNeeded - 1);
    expect(bar()).toBe('Connected');
    await trips(slowFrom, 4 * tripsNeeded);
    expect(bar()).toBe('Connected, slow');
    await expect.poll(() => told(slow)).toBe(1);
    await trips(goodUpTo, 4 * tripsNeeded);
    expect(bar()).toBe('Connected');
    await expect.poll(() => told(good)).toBe(1);
    expect(told(slow)).toBe(1);
  });

  it('is shown when no answer comes, second by second; the loss that follows is all that is told', async () => {
    const { connector, clock, told, link, spoken } = await open();
    connector.ask();
    await clock.advance(silentAfter - 1);
    expect(bar()).toBe('Connected');
    await clock.advance(1);
    expect(bar()).toBe(`No answer for ${Math.floor(silentAfter / 1000)} s`);
    await clock.advance(2000);
    expect(bar()).toBe(`No answer for ${Math.floor(silentAfter / 1000) + 2} s`);
    connector.ask();
    link('reconnecting');
    expect(bar()).toBe('Connection lost, trying again');
    await clock.advance(2 * tellSilenceAfter);
    await expect.poll(() => spoken.filter((text) => /^Connection lost/.test(text)).length).toBe(1);
    expect(told(silent)).toBe(0);
    link('online');
    expect(bar()).toBe('Connected');
  });

  it('without an answer is told once when the link is not given up, and once when answers come', async () => {
    const { connector, clock, told, trips } = await open();
    connector.ask();
    await clock.advance(2 * tellSilenceAfter);
    expect(told(silent)).toBe(1);
    connector.answerAfter(2 * tellSilenceAfter);
    expect(bar()).toBe('Connected, slow');
    await trips(goodUpTo);
    expect(bar()).toBe('Connected');
    expect([told(silent), told(slow), told(good)]).toEqual([1, 0, 1]);
  });

  it('is not told when a silence was short', async () => {
    const { connector, clock, told, trips } = await open();
    connector.ask();
    await clock.advance(silentAfter);
    connector.answerAfter(silentAfter);
    await trips(goodUpTo);
    expect(bar()).toBe('Connected');
    expect([told(silent), told(slow), told(good)]).toEqual([0, 0, 0]);
  });

  it('tells once how many messages came while it was away', async () => {
    const { connector, clock, told, link } = await open();
    connector.open('Lin');
    link('reconnecting');
    connector.say('Lin', 'Hello?');
    expect(bar()).toBe('Back, fetching messages: 1');
    connector.say('Lin', 'Anybody?');
    expect(bar()).toBe('Back, fetching messages: 2');
    link('online');
    expect(bar()).toBe('Connected');
    await clock.advance(100);
    await expect.poll(() => told(/^2 messages came meanwhile/)).toBe(1);
    link('reconnecting');
    link('online');
    connector.say('Lin', 'Now?');
    await clock.advance(100);
    expect(told(/came meanwhile/)).toBe(1);
  });

  it('is told once when it goes by long polling, and shown as long as it does', async () => {
    const { connector, clock, told, trips, link, spoken } = await open();
    const polling = /^The network here blocks the faster connection/;
    connector.poll();
    expect(bar()).toBe('Connected by long polling');
    await clock.advance(2 * tellSilenceAfter);
    await expect.poll(() => spoken.filter((text) => polling.test(text)).length).toBe(1);
    await trips(slowFrom);
    expect(bar()).toBe('Connected, slow');
    await trips(goodUpTo);
    expect(bar()).toBe('Connected by long polling');
    link('reconnecting');
    expect(bar()).toBe('Connection lost, trying again');
    link('online');
    expect(bar()).toBe('Connected by long polling');
    await clock.advance(2 * tellSilenceAfter);
    expect(told(polling)).toBe(1);
    await checkAxe();
  });

  it('is told by shape as well as by colour', async () => {
    const { connector, clock, trips } = await open();
    const dot = () => {
      const shown = document.querySelector('.status .link');
      const { backgroundImage, backgroundColor } = getComputedStyle(shown as Element, '::before');
      return `${backgroundImage} ${backgroundColor}`;
    };
    const dots = [dot()];
    await trips(slowFrom);
    dots.push(dot());
    connector.ask();
    await clock.advance(silentAfter);
    dots.push(dot());
    connector.answerAfter(slowFrom);
    await trips(goodUpTo, 2 * tripsNeeded);
    connector.poll();
    dots.push(dot());
    expect(new Set(dots).size).toBe(dots.length);
  });

  it('stands in the bar at 320 px without a fault', async () => {
    await page.viewport(320, 640);
    const { trips } = await open();
    await trips(slowFrom);
    expect(bar()).toBe('Connected, slow');
    expect(document.documentElement.scrollWidth).toBe(innerWidth);
    await checkAxe();
  });
});
