import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Connector } from '../../src/connectors/connector.ts';
import type { ConnectorError } from '../../src/domain/connector-error.ts';
import { connectorErrorKeys } from '../../src/session/describe-connector-error.ts';
import { err } from '../../src/shared/result.ts';
import { checkAxe } from '../support/check-axe.ts';
import { english } from '../support/samples.ts';
import { createScriptedConnector } from '../support/scripted-connector.ts';
import { showSignIn } from './show-sign-in.tsx';

const kinds = Object.keys(connectorErrorKeys) as readonly ConnectorError['kind'][];
const account = () => page.getByRole('textbox', { name: 'Account' });
const password = () => page.getByLabelText('Password');
const button = () => page.getByRole('button');
const summary = () => page.getByRole('region', { name: 'You are not signed in yet' });

const answering = (connect: Connector['connect']) => async (): Promise<Connector> => ({
  ...createScriptedConnector(),
  connect,
});
const failing = (kind: ConnectorError['kind']) =>
  answering(async () => err(kind === 'refused' ? { kind, reason: 'why' } : { kind }));
const fillIn = async () => {
  await userEvent.fill(account(), 'ada@example.org');
  await userEvent.fill(password(), ' se cret ');
};

beforeEach(async () => {
  await page.viewport(800, 700);
});

describe('an empty form', () => {
  it('A61: gets a summary with the focus, links to the fields, and words beside them', async () => {
    const { asked } = await showSignIn(failing('timeout'));
    await userEvent.click(button());
    await expect.element(summary()).toHaveFocus();
    await expect.element(account()).toHaveAccessibleDescription(/^Enter your account/);
    await expect.element(password()).toHaveAccessibleDescription('Enter your password.');
    await expect.element(account()).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{Tab}{Tab}{Enter}');
    await expect.element(password()).toHaveFocus();
    expect(asked).toEqual([]);
  });

  it('A61: keeps what was typed when only the password is missing', async () => {
    await showSignIn(failing('timeout'));
    await userEvent.fill(account(), 'ada@example.org');
    await userEvent.keyboard('{Enter}');
    await expect.element(summary()).toHaveTextContent('Enter your password.');
    await expect.element(summary()).not.toHaveTextContent('Enter your account');
    await expect.element(account()).toHaveValue('ada@example.org');
    await expect.element(account()).not.toHaveAttribute('aria-invalid');
  });
});

describe('a desk that says no', () => {
  it.each(kinds)('A61: %s has its own words, and every value stays', async (kind) => {
    const { workspace, asked } = await showSignIn(failing(kind));
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.element(summary()).toHaveFocus();
    await expect.element(summary()).toHaveTextContent(english(connectorErrorKeys[kind]));
    await expect.element(account()).toHaveValue('ada@example.org');
    await expect.element(password()).toHaveValue(' se cret ');
    expect(workspace.session()).toBeUndefined();
    expect(workspace.router.route()).toBe('sign-in');
    expect(asked).toEqual([{ account: 'ada@example.org', password: ' se cret ', service: '' }]);
  });

  it('A61: a bad server address is shown where it can be mended', async () => {
    await showSignIn(failing('insecure-address'));
    await fillIn();
    const server = page.getByRole('textbox', { name: 'Address of the server' });
    await expect.element(server).not.toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await expect.element(server).toHaveAccessibleDescription(/^That address is not encrypted/);
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(server).toHaveFocus();
  });

  it('can be asked again at once, without the old errors', async () => {
    let tries = 0;
    const { workspace, asked } = await showSignIn(async () => {
      tries += 1;
      return tries === 1 ? failing('wrong-password')() : createScriptedConnector();
    });
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.element(password()).toHaveAccessibleDescription(/password is wrong/);
    await userEvent.click(button());
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(asked).toHaveLength(2);
    await expect.element(password()).not.toHaveAttribute('aria-invalid');
  });

  it('says when the code for it could not be loaded', async () => {
    await showSignIn(() => Promise.reject(new TypeError('offline')));
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.element(summary()).toHaveTextContent('This part could not be loaded');
    await expect.element(button()).toHaveTextContent('Sign in');
  });

  it('says so even when the agent has gone elsewhere', async () => {
    let answer: (error: Awaited<ReturnType<Connector['connect']>>) => void = () => undefined;
    const connector = answering(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const { workspace, spoken, leave } = await showSignIn(connector);
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => workspace.session()).toBeDefined();
    leave();
    answer(err({ kind: 'timeout' }));
    await expect.poll(() => workspace.session()).toBeUndefined();
    await expect.poll(() => spoken.at(-1)).toMatch(/^The server took too long/);
  });
});

describe('signing in', () => {
  it('says that it is under way, and a second press does nothing', async () => {
    let answer: (() => void) | undefined;
    const desk = createScriptedConnector();
    const { asked, spoken, workspace } = await showSignIn(async () => ({
      ...desk,
      connect: async () => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return desk.connect();
      },
    }));
    await fillIn();
    button().element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button()).toHaveTextContent('Signing in …');
    await expect.element(button()).toBeEnabled();
    await expect.element(button()).toHaveFocus();
    await expect.poll(() => spoken.at(-1)).toBe('Signing in …');
    await userEvent.keyboard('{Enter}{Enter}');
    expect(asked).toHaveLength(1);
    answer?.();
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(workspace.session()?.agent()?.name).toBe('Ada');
  });

  it('goes by keyboard alone, with a server address', async () => {
    const { asked, workspace } = await showSignIn(async () => createScriptedConnector());
    await userEvent.keyboard('{Tab}ada@example.org{Tab}secret{Tab}{Tab}{Tab}{Enter}{Tab}');
    await userEvent.keyboard('wss://chat.example.org/ws{Tab}{Enter}');
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(asked).toEqual([
      { account: 'ada@example.org', password: 'secret', service: 'wss://chat.example.org/ws' },
    ]);
  });

  it('A62: lets passwords be pasted and filled in by a manager', async () => {
    await showSignIn(failing('timeout'));
    await expect.element(account()).toHaveAttribute('autocomplete', 'username');
    await expect.element(password()).toHaveAttribute('autocomplete', 'current-password');
    await userEvent.fill(account(), 'pasted');
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.copy();
    await userEvent.click(password());
    await userEvent.paste();
    await expect.element(password()).toHaveValue('pasted');
  });

  it('A62: remembers the account if asked, and never the password', async () => {
    const { workspace } = await showSignIn(async () => createScriptedConnector());
    await fillIn();
    await userEvent.click(page.getByRole('checkbox', { name: 'Remember my account' }));
    await userEvent.click(button());
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(localStorage.getItem('harebell-account')).toBe('ada@example.org');
    expect(JSON.stringify({ ...localStorage })).not.toContain('se cret');
  });

  it('leaves no trace of the account unless asked', async () => {
    const { workspace } = await showSignIn(async () => createScriptedConnector());
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => workspace.router.route()).toBe('desk');
    expect(localStorage.getItem('harebell-account')).toBeNull();
  });
});

describe.each(['en', 'zh-CN'] as const)('the form in %s', (language) => {
  it('has nothing that axe objects to, before and after an error', async () => {
    await showSignIn(failing('timeout'), { language });
    document.documentElement.lang = language;
    await checkAxe();
    await userEvent.click(button());
    await expect.poll(() => document.activeElement?.tagName).toBe('SECTION');
    await checkAxe();
  });

  it('A53: does not scroll sideways at 320 pixels', async () => {
    await page.viewport(320, 640);
    await showSignIn(failing('timeout'), { language, textSize: 200 });
    await userEvent.click(button());
    expect(document.documentElement.scrollWidth).toBe(320);
  });
});

describe('without a way to the server', () => {
  const keepChat = async (workspace: Awaited<ReturnType<typeof showSignIn>>['workspace']) => {
    const messages = [
      { author: 'customer', text: '我的包裹呢？', at: Date.UTC(2026, 10, 1, 9), language: 'zh-CN' },
      {
        author: 'agent',
        text: 'One moment, please.',
        at: Date.UTC(2026, 10, 1, 9, 1),
        language: 'en',
        delivery: 'delivered',
      },
      {
        author: 'agent',
        text: 'It is here.',
        at: Date.UTC(2026, 10, 1, 9, 2),
        language: 'en',
        delivery: 'waiting',
      },
    ];
    await workspace.storage.put('conversations', 'chat xmpp:ada lin', { name: 'Lin', messages });
  };
  const chats = () => page.getByRole('region', { name: 'Your chats on this computer' });

  it('the chats of the last shift can be read', async () => {
    const { workspace } = await showSignIn(failing('unreachable'));
    await keepChat(workspace);
    await expect.element(chats()).not.toBeInTheDocument();
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.element(summary()).toHaveFocus();
    await expect.element(chats()).toBeVisible();
    await userEvent.click(chats().getByRole('heading', { name: 'Lin' }));
    const said = chats().getByRole('listitem');
    await expect.element(said.first()).toHaveTextContent(/^Lin: 我的包裹呢？ \d\d:00( [AP]M)?$/);
    await expect
      .element(said.nth(1))
      .toHaveTextContent(/^You: One moment, please\. \d\d:01( [AP]M)?$/);
    await expect
      .element(said.last())
      .toHaveTextContent(/^You: It is here\. \d\d:02( [AP]M)? \(waiting for the connection\)$/);
    expect(document.querySelector('#kept-chats span[lang="zh-CN"]')).not.toBeNull();
    await checkAxe();
  });

  it('a wrong password shows nobody’s words', async () => {
    const { workspace } = await showSignIn(failing('wrong-password'));
    await keepChat(workspace);
    await fillIn();
    await userEvent.keyboard('{Enter}');
    await expect.element(summary()).toHaveFocus();
    await expect.element(chats()).not.toBeInTheDocument();
  });
});
