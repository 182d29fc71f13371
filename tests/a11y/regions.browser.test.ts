import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRegions, type Regions } from '../../src/a11y/regions.ts';

const find = (id: string) => document.getElementById(id) as HTMLElement;
const focused = () => document.activeElement?.id;
let regions: Regions;
const remember = (event: FocusEvent) => regions.remember(event);

beforeEach(() => {
  document.body.innerHTML = `
    <section id="list" data-region="list"><button id="l1">1</button><button id="l2">2</button></section>
    <section id="gone" data-region="gone" hidden><button id="g1">1</button></section>
    <section id="log" data-region="log"><a id="t1" tabindex="-1">1</a><a id="t2" tabindex="0">2</a></section>
    <section id="info" data-region="info"><p>No control</p></section>
    <section id="write" data-region="write"><button id="w1">1</button><textarea id="w2" data-region-start></textarea></section>`;
  regions = createRegions(() => [...document.querySelectorAll<HTMLElement>('[data-region]')]);
  document.addEventListener('focusin', remember);
});
afterEach(() => {
  document.removeEventListener('focusin', remember);
  document.body.replaceChildren();
});

test('A2: goes round the visible regions, forward and back', () => {
  const forward = [1, 2, 3, 4, 5].map(() => regions.next() && focused());
  expect(forward).toEqual(['l1', 't2', 'info', 'w2', 'l1']);
  const back = [1, 2, 3, 4].map(() => regions.previous() && focused());
  expect(back).toEqual(['w2', 'info', 't2', 'l1']);
});

test('A2: from nowhere, back goes to the last region', () => {
  expect(regions.previous()).toBe(true);
  expect(focused()).toBe('w2');
});

test('A2: each region gives its last focus back', () => {
  find('l2').focus();
  regions.next();
  find('t1').focus();
  regions.previous();
  expect(focused()).toBe('l2');
  regions.next();
  expect(focused()).toBe('t1');
});

test('A39: when the last focus is gone, hidden or disabled, the region still takes it', () => {
  find('l2').focus();
  regions.next();
  find('l2').remove();
  regions.previous();
  expect(focused()).toBe('l1');
  find('w1').focus();
  find('l1').focus();
  find('w1').setAttribute('disabled', '');
  regions.previous();
  expect(focused()).toBe('w2');
});

test('A2: a region that is drawn anew is still known by its name', () => {
  find('w1').focus();
  regions.next();
  find('write').outerHTML = '<section data-region="write"><button id="w9">9</button></section>';
  regions.previous();
  expect(focused()).toBe('w9');
});

test('without regions there is nowhere to go', () => {
  document.body.replaceChildren();
  expect([regions.next(), regions.previous()]).toEqual([false, false]);
});
