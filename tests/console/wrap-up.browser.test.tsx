import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createId } from '../../src/shared/id.ts';
import { aReport } from '../practice/a-report.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

const box = () => document.querySelector<HTMLTextAreaElement>('#reply') as HTMLTextAreaElement;
const select = async (name: string) => {
  document.querySelector<HTMLElement>(`#c-${name.toLowerCase()}`)?.click();
  await until(() => document.activeElement?.id === 'reply');
};
/** Lin has left, and her wrap-up is open. */
const wrapUp = async (desk: OpenDesk) => {
  desk.connector.open('Lin');
  await select('Lin');
  desk.connector.emit({
    type: 'conversation.ended',
    conversationId: 'lin',
    by: 'customer',
    at: Date.now(),
  });
  await until(() => document.querySelector('#wrap-up-button'));
  await userEvent.keyboard('{Alt>}w{/Alt}');
  await until(() => document.activeElement?.id === 'disposition-solved');
  return desk;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('wrap-up', () => {
  // First here: for the others its code is there already.
  it('A39: from the reply box the focus goes to its question, and nowhere else in between', async () => {
    const stops: string[] = [];
    const note = ({ target }: FocusEvent) => stops.push((target as Element).id);
    addEventListener('focusin', note);
    onTestFinished(() => removeEventListener('focusin', note));
    const desk = await openDesk();
    // Fetched ahead by now, as a screen reader's pace would have it.
    await Promise.all([
      import('../../src/console/wrap-up-form.tsx'),
      desk.workspace.allSentences(),
    ]);
    await wrapUp(desk);
    expect(stops.slice(stops.indexOf('reply'))).toEqual(['reply', 'disposition-solved']);
  });

  it('A61: without an ending, a summary takes the focus, the field says it too, values stay', async () => {
    const { connector } = await wrapUp(await openDesk());
    await userEvent.fill(page.getByLabelText('Note', { exact: true }), 'Wants a call');
    await userEvent.click(page.getByRole('button', { name: 'Save and close' }));
    expect(document.activeElement?.className).toContain('error-summary');
    expect(document.activeElement?.textContent).toBe('There is a problemChoose how it ended.');
    const group = document.querySelector('.wrap-up fieldset') as Element;
    const error = document.getElementById(group.getAttribute('aria-describedby') ?? '');
    expect(error?.textContent?.trim()).toBe('Choose how it ended.');
    await checkAxe();
    await userEvent.click(page.getByRole('link', { name: 'Choose how it ended.' }));
    expect(document.activeElement?.id).toBe('disposition-solved');
    await userEvent.keyboard(' ');
    await expect.poll(() => document.querySelector('.error-summary h3')).toBeNull();
    await expect.element(page.getByLabelText('Note', { exact: true })).toHaveValue('Wants a call');
    await userEvent.click(page.getByRole('button', { name: 'Save and close' }));
    await expect.poll(() => connector.wrapUps.length).toBe(1);
    expect(connector.wrapUps[0]).toMatchObject({ disposition: 'solved', note: 'Wants a call' });
  });

  it('A22: the last of a practice is answered by its end alone', async () => {
    const { connector, spoken } = await wrapUp(await openDesk());
    connector.subscribe(({ type }) => {
      if (type === 'conversation.closed') connector.emit({ type: 'run.ended', report: aReport() });
    });
    await userEvent.keyboard(' {Enter}');
    await until(() => document.querySelector('.debrief h1'));
    await expect.poll(() => spoken).toContain('Practice is over.');
    expect(spoken).not.toContain('Lin is done.');
  });

  it('A42: its time runs out only after a warning, and what was written is kept', async () => {
    const clock = createFakeClock(Date.now());
    const { connector, spoken } = await wrapUp(await openDesk({ clock }));
    await userEvent.fill(page.getByLabelText('Note', { exact: true }), 'Half a note');
    let waited = 0;
    while (!spoken.some((text) => /^Saved as it is in/.test(text)) && waited < 1800) {
      await clock.advance(1000);
      waited += 1;
    }
    expect(connector.wrapUps).toHaveLength(0);
    await clock.advance(30_000);
    await expect.poll(() => connector.wrapUps.length).toBe(1);
    expect(connector.wrapUps[0]).toMatchObject({ disposition: 'follow-up', note: 'Half a note' });
  });
});

describe('a reply that has not gone out', () => {
  it('keeps its conversation open, and the agent is told why', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    connector.emit({ type: 'connection.changed', state: 'reconnecting' });
    await userEvent.keyboard('Goodbye{Enter}');
    await expect.poll(() => document.querySelector('.message.agent')).not.toBeNull();
    await userEvent.click(page.getByRole('button', { name: 'End conversation' }));
    await userEvent.click(page.getByRole('button', { name: 'End it' }));
    await expect
      .poll(() => spoken)
      .toContain(
        'Not closed: a reply to Lin has not gone out yet. Wait until it has, send it as it is, or take it back.',
      );
    await until(() => document.activeElement?.id === 'end-button');
    connector.emit({ type: 'connection.changed', state: 'online' });
    await userEvent.click(page.getByRole('button', { name: 'End conversation' }));
    await userEvent.click(page.getByRole('button', { name: 'End it' }));
    await until(() => document.activeElement?.id === 'disposition-solved');
    expect(connector.sent.map(({ text }) => text)).toEqual(['Goodbye']);
  });

  describe('and is on its way', () => {
    /** The question whether to end is open, and the server takes its time with a reply. */
    const ending = async () => {
      const desk = await openDesk();
      const { connector } = desk;
      connector.open('Lin');
      await select('Lin');
      const { send } = connector;
      let answer = () => {};
      connector.send = (message) =>
        new Promise((resolve) => {
          answer = () => resolve(send(message));
        });
      await userEvent.keyboard('Goodbye{Enter}');
      await expect.poll(() => document.querySelector('.message.agent')).not.toBeNull();
      await userEvent.click(page.getByRole('button', { name: 'End conversation' }));
      await userEvent.click(page.getByRole('button', { name: 'End it' }));
      await expect.poll(() => desk.spoken).toContain('sending');
      return { ...desk, answer: () => answer() };
    };

    it('is waited for, and a second press does nothing more', async () => {
      const { answer, connector, spoken } = await ending();
      await userEvent.click(page.getByRole('button', { name: 'End it' }));
      answer();
      await until(() => document.activeElement?.id === 'disposition-solved');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(document.querySelector('.wrap-up')).not.toBeNull();
      expect(spoken.join()).not.toContain('did not work');
      expect(connector.sent.map(({ text }) => text)).toEqual(['Goodbye']);
    });

    it('leaves the agent free to keep the conversation open', async () => {
      const { answer, workspace } = await ending();
      await userEvent.keyboard('{Escape}');
      await until(() => document.activeElement?.id === 'end-button');
      answer();
      await expect.poll(() => document.querySelector('.delivery')?.textContent).toContain('sent');
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(workspace.session()?.desk().conversations[0]?.state).toBe('open');
      expect(document.querySelector('.wrap-up')).toBeNull();
    });
  });

  it('is said in the wrap-up too, which stays', async () => {
    const desk = await openDesk();
    const { connector, spoken, workspace } = await wrapUp(desk);
    connector.wrapUp = async () => ({ ok: false, error: { kind: 'not-connected' } });
    await userEvent.keyboard(' {Enter}');
    await expect
      .poll(() => spoken)
      .toContain('That did not work. The conversation with Lin stays open; try again.');
    expect(workspace.session()?.desk().conversations).toHaveLength(1);
    expect(document.querySelector('.wrap-up')).not.toBeNull();
  });
});

describe('what an agent was doing', () => {
  it('A43: a draft is there again after a reload and signing in again, with its caret', async () => {
    const database = `test-${createId()}`;
    const first = await openDesk({ database });
    first.connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('Half a thought{ArrowLeft}{ArrowLeft}');
    first.workspace.endSession();
    await first.workspace.drafts.flush();
    document.querySelector('#app')?.remove();
    for (const id of ['polite', 'assertive']) document.getElementById(id)?.remove();

    const second = await openDesk({ database });
    second.connector.open('Lin');
    await select('Lin');
    await expect.poll(() => box().value).toBe('Half a thought');
    expect(box().selectionStart).toBe(12);
  });

  it('A62: a link that is lost takes nothing away, and tells how it stands', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('Before ');
    connector.emit({ type: 'connection.changed', state: 'reconnecting' });
    await userEvent.keyboard('and after{Enter}');
    await expect.poll(() => document.querySelector('.message.agent')).not.toBeNull();
    expect(connector.sent).toHaveLength(0);
    await expect.element(page.getByText('Connection lost, trying again')).toBeVisible();
    connector.emit({ type: 'connection.changed', state: 'online' });
    await expect
      .poll(() => connector.sent.map(({ text }) => text), { timeout: 4000 })
      .toEqual(['Before and after']);
    await expect.poll(() => spoken, { timeout: 4000 }).toContain('Connected again.');
  });

  it('A62: pasting into every field is possible', async () => {
    const { connector } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    for (const id of ['reply', 'note', 'tags']) {
      const field = document.getElementById(id) as HTMLInputElement;
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      expect(field.dispatchEvent(paste), id).toBe(true);
    }
  });

  it('A56: one-task mode shows one conversation and nothing beside it but its customer', async () => {
    const { connector } = await openDesk({ settings: { oneTask: true } });
    connector.open('Lin');
    connector.open('Bo');
    await until(() => document.querySelector('#reply'));
    expect(document.querySelector('.list')).toBeNull();
    expect(document.querySelectorAll('[role=log]')).toHaveLength(1);
  });

  it('A56: where was I: customer, last words, draft, what is owed', async () => {
    const { connector, spoken } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    connector.say('Lin', 'Where is it?');
    await userEvent.keyboard('It is{Alt>}g{/Alt}');
    await expect
      .poll(() => spoken.at(-1))
      .toBe('With Lin. To answer: Where is it? Your draft: It is');
  });

  it('A59: one command asks for a picture in words, another hands the chat on; both are drafts', async () => {
    const { connector, workspace } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    for (const word of ['describe', 'hand-over']) {
      await userEvent.fill(box(), '');
      expect(workspace.runSlash(word)).toBe(true);
      await expect.poll(() => box().value.length, { timeout: 4000 }).toBeGreaterThan(10);
    }
    expect(connector.sent).toHaveLength(0);
  });

  it('shows what is hostile as text', async () => {
    const { connector } = await openDesk();
    connector.open('Lin', { topic: '<b>topic</b>' });
    await select('Lin');
    const hostile = '<img src=x onerror="globalThis.stolen=1"><script>globalThis.stolen=1</script>';
    connector.say('Lin', hostile, 'hostile');
    await until(() => document.querySelector('#m-hostile'));
    expect(document.querySelector('#m-hostile .text')?.textContent).toBe(hostile);
    expect(document.querySelectorAll('#app img, #app script, #app b')).toHaveLength(0);
    expect(globalThis).not.toHaveProperty('stolen');
  });

  it('a change of language keeps the draft, the place and the conversation', async () => {
    const { connector, workspace } = await openDesk();
    connector.open('Lin');
    await select('Lin');
    await userEvent.keyboard('A draft{ArrowLeft}');
    workspace.changeSettings({ language: 'zh-CN' });
    await expect.poll(() => document.documentElement.lang).toBe('zh-CN');
    await expect.poll(() => document.querySelector('label[for=reply]')?.textContent).toMatch(/Lin/);
    expect([box().value, box().selectionStart]).toEqual(['A draft', 6]);
    expect(document.activeElement).toBe(box());
    expect(document.querySelector('label[for=reply]')?.textContent).not.toBe('Reply to Lin');
  });
});
