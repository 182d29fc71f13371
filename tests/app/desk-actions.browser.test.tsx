import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { err } from '../../src/shared/result.ts';
import { aReport } from '../practice/a-report.ts';
import { until, visit } from '../support/desk-screens.ts';
import { openDesk } from '../support/open-desk.tsx';

const focused = () => document.activeElement as HTMLElement;
const accept = () => userEvent.keyboard('{Alt>}a{/Alt}');
const decline = () => userEvent.keyboard('{Alt>}j{/Alt}x');
const open = (desk: Awaited<ReturnType<typeof openDesk>>) =>
  desk.workspace
    .session()
    ?.desk()
    .conversations.map(({ id }) => id);
const write = async (text: string) => {
  await until(() => focused().id === 'reply');
  await userEvent.keyboard(text);
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('accepting', () => {
  it('A39: takes the first who came, from any screen, to the reply box', async () => {
    const desk = await openDesk();
    await visit(desk, 'help');
    desk.connector.offer('Lin');
    desk.connector.offer('Bo');
    await accept();
    await expect.poll(() => desk.workspace.router.route()).toBe('desk');
    await expect.poll(() => focused().getAttribute('aria-label') ?? focused().id).toContain('eply');
    expect(open(desk)).toEqual(['lin']);
  });

  it('A8: leaves the draft of the conversation before', async () => {
    const desk = await openDesk();
    desk.connector.offer('Lin');
    await accept();
    await write('One moment');
    desk.connector.offer('Bo');
    await accept();
    await expect.element(page.getByRole('textbox', { name: 'Reply to Bo' })).toHaveFocus();
    expect(desk.workspace.drafts.get('lin')).toMatchObject({ text: 'One moment' });
  });

  it('with nobody there says so', async () => {
    const { spoken } = await openDesk();
    await accept();
    await expect.poll(() => spoken.at(-1)).toBe('Accept the customer: not possible right now.');
  });

  it('somebody who is gone by then says so, and moves nothing', async () => {
    const { connector, spoken, workspace } = await openDesk();
    connector.acceptOffer = async () => err({ kind: 'offer-gone' });
    document.getElementById('availability')?.focus();
    connector.offer('Lin');
    await accept();
    await expect.poll(() => spoken).toContain('That customer is no longer there.');
    expect(focused().id).toBe('availability');
    expect(workspace.session()?.desk().offers).toEqual([]);
  });

  it('gives a customer who opens a chat later no focus that was meant for an offer gone', async () => {
    const { connector } = await openDesk();
    connector.acceptOffer = async () => err({ kind: 'offer-gone' });
    connector.offer('Lin');
    await accept();
    document.getElementById('availability')?.focus();
    connector.open('Lin');
    await until(() => document.querySelector('#c-lin'));
    expect(focused().id).toBe('availability');
  });

  it.each([
    [1, 1, 'You have 1 of 1 chat open. Finish it, or raise “Chats at once”.'],
    [2, 2, 'You have 2 of 2 chats open. Finish one, or raise “Chats at once”.'],
    // The capacity was lowered meanwhile: what counts is what is open.
    [2, 1, 'You have 2 of 1 chats open. Finish one, or raise “Chats at once”.'],
  ])('with %i chats open, of %i at once, says why not', async (count, capacity, sentence) => {
    const { connector, spoken, workspace } = await openDesk();
    workspace.session()?.setAvailability({ status: 'available', capacity });
    for (const name of ['Ada', 'Bo'].slice(0, count)) connector.open(name);
    connector.offer('Lin');
    await accept();
    await expect.poll(() => spoken.at(-1)).toBe(sentence);
    expect(workspace.session()?.desk().offers).toHaveLength(1);
  });

  it('a conversation that waits for its wrap-up takes no place', async () => {
    const desk = await openDesk();
    desk.workspace.session()?.setAvailability({ status: 'available', capacity: 1 });
    desk.connector.open('Ada');
    desk.connector.emit({
      type: 'conversation.ended',
      conversationId: 'ada',
      by: 'customer',
      at: 0,
    });
    desk.connector.offer('Lin');
    await accept();
    await expect.poll(() => open(desk)).toEqual(['ada', 'lin']);
  });
});

describe('declining', () => {
  it('gives the first who came to others, and says to whom that happened', async () => {
    const { connector, spoken, workspace } = await openDesk();
    connector.offer('Lin');
    connector.offer('Bo');
    await decline();
    await expect.poll(() => spoken).toContain('Lin goes to another agent.');
    expect(
      workspace
        .session()
        ?.desk()
        .offers.map(({ customer }) => customer.name),
    ).toEqual(['Bo']);
  });

  it('with nobody there says so', async () => {
    const { spoken } = await openDesk();
    await decline();
    await expect.poll(() => spoken.at(-1)).toBe('Decline the customer: not possible right now.');
  });
});

describe('accepting by itself', () => {
  it('takes customers until the desk is full, in silence, and goes on when there is room', async () => {
    const desk = await openDesk({ settings: { autoAccept: true, capacity: 1 } });
    desk.connector.offer('Lin');
    await expect.poll(() => open(desk)).toEqual(['lin']);
    desk.connector.offer('Bo');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(open(desk)).toEqual(['lin']);
    expect(desk.spoken.join()).not.toContain('Chats at once');
    await desk.workspace.session()?.wrapUp('lin', { disposition: 'solved', note: '', tags: [] });
    await expect.poll(() => open(desk)).toEqual(['bo']);
  });

  it('takes nobody while the agent is away', async () => {
    const desk = await openDesk({ settings: { autoAccept: true } });
    desk.workspace.session()?.setAvailability({ status: 'away', capacity: 3 });
    desk.connector.offer('Lin');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(open(desk)).toEqual([]);
  });

  it('A39: leaves the agent where they are, on whatever screen', async () => {
    const desk = await openDesk({ settings: { autoAccept: true } });
    await visit(desk, 'help');
    const before = focused();
    desk.connector.offer('Lin');
    await expect.poll(() => open(desk)).toEqual(['lin']);
    expect(desk.workspace.router.route()).toBe('help');
    expect(focused()).toBe(before);
  });
});

describe('what opens and closes by itself', () => {
  it('the first conversation is in front of the agent; a later one is not', async () => {
    const { connector, workspace } = await openDesk();
    connector.open('Lin');
    connector.open('Bo');
    expect(workspace.session()?.selected()?.id).toBe('lin');
  });

  it('a conversation that is closed takes its draft along', async () => {
    const { connector, workspace } = await openDesk();
    connector.offer('Lin');
    await accept();
    await write('Half');
    await expect.poll(() => workspace.drafts.get('lin')).toMatchObject({ text: 'Half' });
    connector.emit({ type: 'conversation.closed', conversationId: 'lin' });
    await expect.poll(() => workspace.drafts.get('lin')?.text ?? '').toBe('');
  });

  it('the end of a practice leads to its debrief', async () => {
    const { connector, workspace } = await openDesk();
    connector.emit({ type: 'run.ended', report: aReport() });
    expect(workspace.router.route()).toBe('debrief');
  });
});
