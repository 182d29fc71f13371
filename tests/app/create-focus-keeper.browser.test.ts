import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFocusKeeper } from '../../src/app/create-focus-keeper.ts';

let root: HTMLElement;
let stop: () => void;
const fill = (html: string) => {
  const range = document.createRange();
  root.replaceChildren(range.createContextualFragment(html));
};
const at = (selector: string) => root.querySelector<HTMLElement>(selector) as HTMLElement;
const focused = () => document.activeElement;
/** Removes what has the focus and lets the keeper see it. */
const lose = async (selector: string) => {
  at(selector).remove();
  await new Promise((resolve) => setTimeout(resolve));
};

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  stop = createFocusKeeper(root);
});
afterEach(() => {
  stop();
  root.remove();
});

const desk = `
  <div data-region="offers"><h2>New customers</h2>
    <button id="first">A</button><button id="second">B</button></div>
  <div data-region="list"><h2>Conversations</h2>
    <div id="conversation-list"><p id="row" tabindex="0">Lin</p><p id="other" tabindex="-1">Bo</p></div></div>
  <main data-region="main"><h1>Desk</h1><p><button id="inside">C</button></p></main>`;

describe('A39: what goes away with the focus', () => {
  it('leaves it to the next thing of its region, in the offers', async () => {
    fill(desk);
    at('#first').focus();
    await lose('#first');
    expect(focused()).toBe(at('#second'));
    await lose('#second');
    expect(focused()?.textContent).toBe('New customers');
  });

  it('leaves it to the row that Tab reaches, in the list; to its heading without one', async () => {
    fill(desk);
    at('#other').focus();
    await lose('#other');
    expect(focused()).toBe(at('#row'));
    await lose('#row');
    expect(focused()?.textContent).toBe('Conversations');
  });

  it('leaves it to where the main region begins, if there is such a place', async () => {
    fill(`${desk.replace('<h1>', '<h1 data-region-start tabindex="-1">')}`);
    at('#inside').focus();
    await lose('#inside');
    expect(focused()).toBe(at('h1'));
  });

  it('leaves it to the list, if the main region has no such place', async () => {
    fill(desk);
    at('#inside').focus();
    await lose('#inside');
    expect(focused()).toBe(at('#row'));
  });

  it('leaves it to the heading of the screen outside of all regions', async () => {
    fill('<main><h1>Help</h1></main><button id="x">X</button>');
    at('#x').focus();
    await lose('#x');
    expect(focused()).toBe(at('h1'));
  });

  it('leaves it to what stood around it and can have it', async () => {
    fill(
      '<main><h1>Help</h1><div id="log" tabindex="-1"><p><button id="x">X</button></p></div></main>',
    );
    at('#x').focus();
    await lose('p');
    expect(focused()).toBe(at('#log'));
  });

  it('gives it to the new one of the same id when it was only drawn anew', async () => {
    fill(desk);
    at('#first').focus();
    const anew = document.createElement('button');
    anew.id = 'first';
    at('#second').after(anew);
    at('#first').remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(focused()).toBe(anew);
  });
});

it('A4: a heading that takes it for want of better takes it once only', async () => {
  fill('<main><h1>Help</h1></main><button id="x">X</button><button id="y">Y</button>');
  at('#x').focus();
  await lose('#x');
  expect(at('h1').tabIndex).toBe(-1);
  at('#y').focus();
  expect(at('h1').hasAttribute('tabindex')).toBe(false);
});

describe('what it leaves alone', () => {
  it('a focus that was moved on purpose in the same turn', async () => {
    fill(desk);
    at('#first').focus();
    at('#first').remove();
    at('#inside').focus();
    await new Promise((resolve) => setTimeout(resolve));
    expect(focused()).toBe(at('#inside'));
  });

  it('a removal of something else', async () => {
    fill(desk);
    at('#inside').focus();
    await lose('#first');
    expect(focused()).toBe(at('#inside'));
  });

  it('a focus that the agent took away, when something changes later', async () => {
    fill(desk);
    at('#inside').focus();
    at('#inside').blur();
    await lose('#first');
    expect(focused()).toBe(document.body);
  });

  it('everything, once it has ended', async () => {
    fill(desk);
    at('#first').focus();
    stop();
    await lose('#first');
    expect(focused()).toBe(document.body);
  });
});
