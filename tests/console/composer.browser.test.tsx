import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { until } from '../support/desk-screens.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

const box = () => document.querySelector<HTMLTextAreaElement>('#reply') as HTMLTextAreaElement;
const texts = () =>
  [...document.querySelectorAll('[role=log] .agent .text')].map((text) => text.textContent);

/** A desk with Lin's conversation open and the caret in its reply box. */
const withLin = async (options?: Parameters<typeof openDesk>[0]) => {
  const desk = await openDesk(options);
  desk.connector.open('Lin');
  document.querySelector<HTMLElement>('#c-lin')?.click();
  await until(() => document.activeElement === box());
  return desk;
};
const compose = (type: string, data: string) =>
  box().dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('sending', () => {
  it('A16: the reply box has its customer’s name, and is never blurred or disabled by sending', async () => {
    const { connector } = await withLin();
    await expect.element(page.getByRole('textbox', { name: 'Reply to Lin' })).toHaveFocus();
    let blurs = 0;
    let disabled = 0;
    box().addEventListener('blur', () => {
      blurs += 1;
    });
    const watch = new MutationObserver(() => {
      if (box().disabled || box().readOnly) disabled += 1;
    });
    watch.observe(box(), { attributes: true });
    const same = box();
    await userEvent.keyboard('One{Enter}Two{Enter}Three');
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(same).toBe(box());
    expect(same.value).toBe('Three');
    expect([blurs, disabled]).toEqual([0, 0]);
    watch.disconnect();
  });

  it('A26: what the agent sends is shown and not spoken', async () => {
    const { spoken, connector } = await withLin();
    await userEvent.keyboard('I am looking it up{Enter}');
    await expect.poll(() => connector.sent.length).toBe(1);
    connector.emit({
      type: 'message.delivered',
      conversationId: 'lin',
      messageId: connector.sent[0]?.id ?? '',
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(texts()).toEqual(['I am looking it up']);
    expect(spoken.filter((text) => /looking|sent|delivered/i.test(text))).toEqual([]);
  });

  it('A26: a failure is said with the words that did not go, and can be tried again', async () => {
    const { spoken, connector } = await withLin();
    connector.answer = { ok: false, error: { kind: 'refused', reason: 'policy' } };
    await userEvent.keyboard('Lost words{Enter}');
    await expect
      .poll(() => spoken.at(-1), { timeout: 4000 })
      .toBe('Not sent to Lin: Lost words The server refused it.');
    connector.answer = { ok: true, value: undefined };
    await userEvent.keyboard('{Alt>}j{/Alt}y');
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['Lost words']);
  });

  it('A19: one key says to whom one is writing', async () => {
    const { spoken } = await withLin();
    await userEvent.keyboard('Half{Alt>}k{/Alt}');
    await expect.poll(() => spoken.at(-1)).toBe('You are writing to Lin.');
    expect(box().value).toBe('Half');
  });

  it('A19: what was said in a pause does not hold the reply back, though typing went on', async () => {
    const clock = createFakeClock();
    const { connector } = await withLin({ clock });
    await userEvent.keyboard('Please ');
    connector.say('Lin', 'It has arrived!');
    await clock.advance(2000);
    await userEvent.keyboard('keep it{Enter}');
    await clock.advance(100);
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['Please keep it']);
  });
  it('A19: a message that came while typing is said before the reply goes', async () => {
    const { connector, spoken } = await withLin();
    await userEvent.keyboard('Please send it back');
    connector.say('Lin', 'It has arrived!');
    await userEvent.keyboard('.{Enter}');
    await expect
      .poll(() => spoken.at(-1))
      .toBe('Not sent yet; send again if it still fits. Lin wrote: It has arrived!');
    expect(connector.sent).toHaveLength(0);
    expect(box().value).toBe('Please send it back.');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => connector.sent.length).toBe(1);
  });

  it('A22: what is told before the reply goes is not said a second time', async () => {
    const clock = createFakeClock();
    const { connector, spoken } = await withLin({ clock });
    await userEvent.keyboard('Please ');
    connector.say('Lin', 'It has arrived!');
    await userEvent.keyboard('keep it{Enter}');
    await clock.advance(5000);
    const about = () => spoken.filter((text) => text.includes('It has arrived!'));
    await expect.poll(about).toHaveLength(1);
    connector.say('Lin', 'Thanks');
    await clock.advance(5000);
    await expect.poll(() => spoken.at(-1)).toBe('Thanks');
    expect(about()).toHaveLength(1);
  });

  it('A20: an unfilled blank blocks sending, is named, and is selected', async () => {
    const { connector, spoken } = await withLin();
    await userEvent.fill(box(), 'Your parcel comes on {day} before {time}.');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('Not sent. Fill in day, time first.');
    expect(box().value.slice(box().selectionStart, box().selectionEnd)).toBe('{day}');
    await userEvent.keyboard('Friday{F8}');
    expect(box().value.slice(box().selectionStart, box().selectionEnd)).toBe('{time}');
    await userEvent.keyboard('noon{Enter}');
    await expect
      .poll(() => connector.sent[0]?.text)
      .toBe('Your parcel comes on Friday before noon.');
  });

  it('A34: runs a typed /command, and says when there is none of that name', async () => {
    const { connector, spoken } = await withLin();
    await userEvent.fill(box(), '/to');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toBe('You are writing to Lin.');
    expect(box().value).toBe('');
    await userEvent.fill(box(), '/nonsense');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => spoken.at(-1)).toMatch(/^There is no command “\/nonsense”/);
    expect(connector.sent).toHaveLength(0);
  });
});

describe('an input method', () => {
  it('A17: Enter while composing chooses a word and does not send', async () => {
    const { connector } = await withLin();
    await userEvent.fill(box(), '您好');
    compose('compositionstart', '');
    compose('compositionupdate', 'nin');
    const composing = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
    box().dispatchEvent(new KeyboardEvent('keydown', composing));
    const process = { key: 'Process', keyCode: 229, bubbles: true, cancelable: true };
    box().dispatchEvent(new KeyboardEvent('keydown', process));
    expect(connector.sent).toHaveLength(0);
    expect(box().value).toBe('您好');
  });

  it('A17: the Enter that ends the composition does not send either, a later one does', async () => {
    const { connector } = await withLin();
    await userEvent.fill(box(), '您好');
    compose('compositionstart', '');
    compose('compositionend', '您好');
    // Safari gives the key after the end of the composition, and no longer as composing.
    const enter = () => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
    box().dispatchEvent(enter());
    expect(box().value).toBe('您好');
    await new Promise((resolve) => setTimeout(resolve, 600));
    box().dispatchEvent(enter());
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['您好']);
  });

  it('A17: Enter can be made to begin a new line, and Control+Enter then sends', async () => {
    const { connector } = await withLin({ settings: { enterSends: false } });
    await userEvent.keyboard('One{Enter}two');
    expect(box().value).toBe('One\ntwo');
    expect(connector.sent).toHaveLength(0);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.poll(() => connector.sent[0]?.text).toBe('One\ntwo');
  });
});

describe('taking back', () => {
  it('A18: a sent message can be taken back while its time runs, and is in the box again', async () => {
    const { connector, spoken } = await withLin({ settings: { undoSend: 10 } });
    await userEvent.keyboard('Too soon{Enter}');
    await expect.element(page.getByRole('button', { name: 'Take back' })).toBeVisible();
    await expect.poll(texts).toEqual(['Too soon']);
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(() => box().value).toBe('Too soon');
    await expect.poll(() => spoken.at(-1)).toBe('Taken back. It is in the reply box again.');
    expect(connector.sent).toHaveLength(0);
    await expect.poll(texts).toEqual([]);
  });

  it('A18: what was typed since stands behind it', async () => {
    await withLin({ settings: { undoSend: 10 } });
    await userEvent.keyboard('Too soon{Enter}');
    await expect.poll(texts).toEqual(['Too soon']);
    await userEvent.keyboard('And then{Alt>}z{/Alt}');
    await expect.poll(() => box().value).toBe('Too soon\nAnd then');
  });

  it('A18: it goes out when the time is over, and not before', async () => {
    const clock = createFakeClock(Date.now());
    const { connector } = await withLin({ settings: { undoSend: 5 }, clock });
    await userEvent.keyboard('Thought over{Enter}');
    await until(() => texts().length === 1);
    await clock.advance(4000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(connector.sent).toHaveLength(0);
    await clock.advance(1500);
    await expect.poll(() => connector.sent.map(({ text }) => text)).toEqual(['Thought over']);
  });

  it('A18: ending a conversation asks first, and the safe answer has the focus', async () => {
    const { connector } = await withLin();
    await userEvent.keyboard('A draft{Alt>}j{/Alt}e');
    const keep = page.getByRole('button', { name: 'Keep it open' });
    await expect.element(keep).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement).toBe(box());
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(box().value).toBe('A draft');
    expect(connector.wrapUps).toHaveLength(0);
  });
});
