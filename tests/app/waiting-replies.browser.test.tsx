import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Settings } from '../../src/domain/settings.ts';
import { createId } from '../../src/shared/id.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';
import { aMessage } from '../support/samples.ts';
import { createScriptedConnector } from '../support/scripted-connector.ts';

const box = () => document.querySelector<HTMLTextAreaElement>('#reply');
const bar = () => document.querySelector('.waiting-replies');
const sent = ({ connector }: Pick<OpenDesk, 'connector'>) => connector.sent.map(({ text }) => text);
const link = ({ connector }: OpenDesk, state: 'online' | 'reconnecting') =>
  connector.emit({ type: 'connection.changed', state });
const press = async (name: string) => {
  (page.getByRole('button', { name, exact: true }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
};
const said = ({ spoken }: OpenDesk, text: RegExp) =>
  spoken.filter((each) => text.test(each)).length;

/** A desk with Lin, who has asked something, and Bo; the link is lost and a reply to Lin written. */
const replyOffline = async (settings: Partial<Settings> = {}) => {
  const desk = await openDesk({ settings });
  const { connector, workspace } = desk;
  connector.open('Bo');
  connector.open('Lin');
  connector.say('Lin', 'Where is it?');
  workspace.session()?.select('lin');
  link(desk, 'reconnecting');
  await until(box);
  box()?.focus();
  await userEvent.keyboard('On its way.{Enter}');
  await expect.poll(() => bar()?.textContent).toBeTruthy();
  return desk;
};
/** The same, and Lin wrote twice before the link was back. */
const comeBack = async (settings: Partial<Settings> = {}) => {
  const desk = await replyOffline(settings);
  desk.connector.say('Lin', 'I do not want it any more.', 'first');
  desk.connector.say('Lin', 'Please send the money back.');
  link(desk, 'online');
  return desk;
};

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('a reply that waited while the customer wrote', () => {
  it('is held, and that is told once, with how many came and what can be done', async () => {
    const desk = await comeBack();
    await expect.poll(() => bar()?.textContent).toMatch(/^Lin wrote 2 messages .*On its way/);
    await expect.poll(() => said(desk, /Lin wrote 2 messages while you were away/)).toBe(1);
    desk.connector.say('Lin', 'Hello?');
    await expect.poll(() => bar()?.textContent).toMatch(/^Lin wrote 3 messages/);
    await expect.poll(() => said(desk, /Hello\?/)).toBe(1);
    expect(said(desk, /while you were away/)).toBe(1);
    expect(sent(desk)).toEqual([]);
    expect(document.activeElement).toBe(box());
    await checkAxe();
  });

  it('look first goes to the first message that came, and the choice stays', async () => {
    const desk = await comeBack();
    await expect.poll(() => bar()?.textContent).toMatch(/2 messages/);
    await press('Look first');
    await expect.poll(() => document.activeElement?.id).toBe('m-first');
    expect(sent(desk)).toEqual([]);
    expect(bar()).toBeTruthy();
  });

  it('goes as it is when the agent says so, from another screen too', async () => {
    const desk = await comeBack();
    await expect.poll(() => bar()?.textContent).toMatch(/2 messages/);
    desk.workspace.session()?.select('bo');
    await press('Send as it is');
    await expect.poll(() => sent(desk)).toEqual(['On its way.']);
    await expect.poll(() => bar()).toBeNull();
    await expect.poll(() => document.activeElement?.id).toBe('reply');
    expect(desk.workspace.session()?.selected()?.id).toBe('lin');
    await expect.poll(() => said(desk, /^Sending it to Lin/)).toBe(1);
  });

  it('comes back into the reply box, before what stands there', async () => {
    const desk = await comeBack();
    await expect.poll(() => bar()?.textContent).toMatch(/2 messages/);
    box()?.focus();
    await userEvent.keyboard('Wait');
    await press('Take back into the reply box');
    await expect.poll(() => box()?.value).toBe('On its way.\nWait');
    await expect.poll(() => document.activeElement).toBe(box());
    expect(bar()).toBeNull();
    await expect.poll(() => said(desk, /^Taken back/)).toBe(1);
    expect(document.querySelectorAll('.message.agent')).toHaveLength(0);
    expect(sent(desk)).toEqual([]);
  });

  it('in Chinese too, on a narrow screen', async () => {
    await page.viewport(320, 640);
    const desk = await comeBack({ language: 'zh-CN' });
    await expect.poll(() => bar()?.textContent).toMatch(/断线期间，Lin 发来了 2 条消息/);
    await checkAxe();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await press('照样发送');
    await expect.poll(() => sent(desk)).toEqual(['On its way.']);
  });
});

it('a reply goes by itself when the customer was silent', async () => {
  const desk = await replyOffline();
  desk.connector.say('Bo', 'Another thing.');
  link(desk, 'online');
  await expect.poll(() => sent(desk)).toEqual(['On its way.']);
  expect(bar()).toBeNull();
});

it('after the app was closed, tells the last words of those who wrote meanwhile', async () => {
  const database = `test-${createId()}`;
  const question = aMessage({ id: 'q', conversationId: 'lin', text: 'Where is it?' });
  const signIn = async (...texts: readonly string[]) => {
    const desk = await openDesk({ signedOut: true, database });
    const connector = createScriptedConnector(Date.now, 'one');
    const session = desk.workspace.startSession(connector);
    const news = texts.map((text, index) =>
      aMessage({ id: `n${index}`, conversationId: 'lin', text }),
    );
    connector.open('Lin', { messages: [question, ...news] });
    session.select('lin');
    desk.workspace.router.go('desk');
    return { ...desk, connector, session };
  };
  const before = await signIn();
  await until(box);
  box()?.focus();
  await userEvent.keyboard('On its way.{Enter}');
  await expect.poll(() => bar()?.textContent).toMatch(/1 reply to Lin waits/);
  await before.close();

  const after = await signIn('Never mind.', 'I found it.');
  await after.session.connect();
  await expect.poll(() => said(after, /Lin wrote 2 messages while you were away/)).toBe(1);
  await expect.poll(() => said(after, /I found it/)).toBe(1);
  expect(said(after, /Never mind/)).toBe(0);
  expect(sent(after)).toEqual([]);
  await press('Send as it is');
  await expect.poll(() => sent(after)).toEqual(['On its way.']);
});

describe('without a link', () => {
  it('the last reply can be taken back as long as it waits', async () => {
    const desk = await replyOffline();
    await userEvent.keyboard('Tomorrow.{Enter}');
    await expect.poll(() => bar()?.textContent).toMatch(/2 replies to Lin wait.*Tomorrow/);
    await press('Take the last one back');
    await expect.poll(() => box()?.value).toBe('Tomorrow.');
    link(desk, 'online');
    await expect.poll(() => sent(desk)).toEqual(['On its way.']);
    await expect.poll(() => bar()).toBeNull();
  });

  it('what the agent holds for a moment can be taken back as with one (A18)', async () => {
    const desk = await replyOffline({ undoSend: 5 });
    await press('Take back');
    await expect.poll(() => box()?.value).toBe('On its way.');
    await expect.poll(() => bar()).toBeNull();
    link(desk, 'online');
    await userEvent.keyboard('{End} Soon.{Enter}');
    await expect.poll(() => sent(desk), { timeout: 10_000 }).toEqual(['On its way. Soon.']);
  });
});
