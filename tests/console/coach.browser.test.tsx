import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { loadScenario } from '../../src/connectors/practice/scenarios.ts';
import { startPractice } from '../../src/session/start-practice.ts';
import type { PracticeStart } from '../../src/session/workspace.ts';
import type { InterfaceLanguage } from '../../src/shared/language.ts';
import { linesOf } from '../../src/simulator/texts-of.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { createFastClock } from '../support/fast-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

const slow = { timeout: 10_000 };

/** A practice of the late parcel whose customer has been taken; the focus is in the reply box. */
const practise = async (how: Partial<PracticeStart>, language: InterfaceLanguage = 'en') => {
  const code = language === 'en' ? 'en' : 'zh';
  const desk = await openDesk({
    signedOut: true,
    settings: { language },
    clock: createFastClock(8),
  });
  const scenario = await loadScenario('late-parcel', code);
  await startPractice(desk.workspace, {
    ...{ scenario, title: 'Parcel', language: code, mode: 'practice', seed: 7 },
    ...how,
  });
  await expect.poll(() => desk.workspace.session()?.desk().offers.length, slow).toBe(1);
  await userEvent.keyboard('{Alt>}a{/Alt}');
  await expect.poll(() => document.activeElement?.id, slow).toBe('reply');
  await until(() => document.querySelector('#note'));
  const hints = scenario.chats[0]?.beats.map(({ texts }) =>
    linesOf(texts, 'hint', { scenario, language: code }).join(' '),
  );
  const said = () => desk.spoken.join('\n');
  const type = async (text: string) => {
    const box = document.querySelector<HTMLTextAreaElement>('#reply');
    box?.focus();
    await userEvent.keyboard(text);
    // Words that came meanwhile are told first, and the reply waits for another press.
    await expect
      .poll(async () => {
        await userEvent.keyboard('{Enter}');
        return box?.value;
      })
      .toBe('');
  };
  return { ...desk, hints: hints ?? [], said, type };
};
const shown = () => document.querySelector<HTMLElement>('.coach');
const count = (text: string, part: string) => text.split(part).length - 1;

beforeEach(async () => {
  await page.viewport(1280, 800);
});

describe('coach, on request', () => {
  it.each([
    ['en', '/hint', 'Hint: '],
    ['zh-CN', '/提示', '提示：'],
  ] as const)(
    'in %s, the typed word says the hint and shows it beside the rules of the desk',
    async (language, word, before) => {
      const { said, type, hints } = await practise({ mode: 'coach' }, language);
      expect(shown()).toBeNull();
      await type(word);
      await expect.poll(said, slow).toContain(`${before}${hints[0]}`);
      expect(shown()?.textContent).toBe(hints[0]);
      expect(shown()?.lang).toBe(language === 'en' ? 'en' : 'zh');
      await expect.poll(() => document.activeElement?.id).toBe('reply');
      expect((document.activeElement as HTMLTextAreaElement).value).toBe('');
      await expect.poll(() => document.querySelectorAll('main').length).toBe(1);
      await checkAxe();
    },
  );

  it('a button gives it, which keeps the focus; and what is no longer good advice goes away', async () => {
    const { said, type, hints } = await practise({ mode: 'coach' });
    const button = page.getByRole('button', { name: 'Give me a hint' });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(said, slow).toContain(`Hint: ${hints[0]}`);
    expect(document.activeElement?.id).toBe('ask-hint');
    await type('Hello Lina, I am so sorry. May I have your order number, please?');
    await expect.poll(shown, slow).toBeNull();
    expect(said()).not.toContain(hints[1]);
    await expect.poll(said, slow).toContain('birthday');
    await type('/hint');
    await expect.poll(said, slow).toContain(`Hint: ${hints[1]}`);
  }, 20_000);

  it('says nothing by itself, and that there is none once the chat is over', async () => {
    const { said, workspace } = await practise({ mode: 'coach' });
    const { selected } = workspace.session() ?? {};
    await workspace.session()?.end(selected?.()?.id ?? '');
    await until(() => selected?.()?.state === 'wrap-up');
    expect(workspace.commands.run('hint')).toBe(true);
    await expect.poll(said, slow).toContain('There is no hint for this point.');
    expect(count(said(), 'Hint:')).toBe(0);
  });
});

describe('coach, spoken', () => {
  it('a hint comes after the customer’s words, once a beat', async () => {
    const { said, type, hints } = await practise({ mode: 'coach', spokenHints: true });
    await expect.poll(said, slow).toContain(`Hint: ${hints[0]}`);
    expect(shown()?.textContent).toBe(hints[0]);
    expect(said().indexOf('Lina Moss: ')).toBeLessThan(said().indexOf('Hint: '));
    await type('We are looking into many things here at the moment, you know.');
    // She asks once more; the advice is what it was.
    await expect.poll(() => /Sorry, that doesn't|I still don't/.test(said()), slow).toBe(true);
    await type('Hello Lina, I am so sorry. May I have your order number, please?');
    await expect.poll(said, slow).toContain(`Hint: ${hints[1]}`);
    expect(count(said(), `Hint: ${hints[0]}`)).toBe(1);
    const [number, present, hint] = ['30021', 'birthday', `Hint: ${hints[1]}`];
    const places = [number, present, hint].map((part) => said().indexOf(part ?? ''));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  }, 30_000);
});

describe.each(['practice', 'exam'] as const)('%s', (mode) => {
  it.each([
    ['en', 'No hints in this mode.'],
    ['zh-CN', '这个模式不给提示。'],
  ] as const)('in %s: no hint, whatever is asked or set', async (language, answer) => {
    const { said, type, hints, workspace } = await practise({ mode, spokenHints: true }, language);
    await type('/hint');
    await expect.poll(said, slow).toContain(answer);
    expect(document.querySelector('#ask-hint')).toBeNull();
    expect(shown()).toBeNull();
    await type('Hello Lina, I am so sorry. May I have your order number, please?');
    const customer = () =>
      workspace
        .session()
        ?.selected()
        ?.messages.filter(({ author }) => author === 'customer').length ?? 0;
    await expect.poll(customer, slow).toBeGreaterThan(1);
    for (const hint of hints) expect(said()).not.toContain(hint);
  });
});

it('in a real shift there is no such command', async () => {
  const { connector, workspace } = await openDesk();
  connector.open('Lin');
  await until(() => document.querySelector('#note'));
  expect(workspace.commands.has('hint')).toBe(false);
});
