import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the desk when they are needed; here the server has to make them first.
import '../../src/app/training-screens.ts';
import '../../src/link-check/link-check.tsx';
import { linkFile, lostEnough, tripPatience } from '../../src/link-check/measure-link.ts';
import { describeSize } from '../../src/session/describe-size.ts';
import { checkAxe } from '../support/check-axe.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

const works =
  /^Chat: works well\. Live text and captions: works well\. Voice messages: works well\./;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const times = (spoken: readonly string[], pattern: RegExp) =>
  spoken.filter((text) => pattern.test(text)).length;
const oneMain = () => expect.poll(() => document.querySelectorAll('main').length).toBe(1);

describe('the check of the link', () => {
  it('before signing in asks the web server, by keyboard alone, and says the result once', async () => {
    const { workspace, spoken } = await openDesk({ signedOut: true });
    // The command comes behind the first screen.
    await expect.poll(() => workspace.commands.run('check-link')).toBe(true);
    await expect
      .element(page.getByRole('heading', { level: 1, name: 'Check my link' }))
      .toHaveFocus();
    await expect.element(button('Check now')).toBeVisible();
    expect(document.querySelector('.link-check')?.textContent).toContain(
      describeSize(linkFile.bytes, 'en'),
    );
    expect(document.querySelector('.link-check')?.textContent).toContain('You are not signed in');
    await userEvent.tab();
    await expect.element(button('Check now')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Check again')).toHaveFocus();
    await expect.poll(() => times(spoken, works)).toBe(1);
    // A link that answers before the keys are at rest has its result said alone.
    expect(times(spoken, /^Checking the link\./)).toBeLessThanOrEqual(1);
    const rows = [...document.querySelectorAll('.link-check tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows.map(([name]) => name)).toEqual([
      'Until an answer comes',
      'Answers that did not come',
      'Speed',
    ]);
    expect(rows[0]?.[1]).toMatch(/^[1-9]\d* ms$/);
    expect(rows[2]?.[1]).toMatch(/ a second$/);
    await oneMain();
    await checkAxe();
    const targets = [...document.querySelectorAll('.link-check :is(a, button)')];
    expect(targets.filter((each) => each.getBoundingClientRect().height < 44)).toEqual([]);
    await page.viewport(320, 640);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await checkAxe();
    await page.viewport(1280, 800);
  });

  it('at a live desk asks the chat server, and says what to do where it does not answer', async () => {
    const clock = createFakeClock();
    const { connector, workspace, spoken } = await openDesk({ clock });
    connector.answersProbe = false;
    workspace.commands.run('check-link');
    await userEvent.click(button('Check now'));
    await expect.element(page.getByRole('progressbar', { name: 'Answer 1 of 8' })).toBeVisible();
    await checkAxe();
    await clock.advance(lostEnough * tripPatience);
    await expect
      .poll(() => document.querySelector('.link-check tbody td')?.textContent)
      .toBe('Not measured');
    await clock.advance(tripPatience);
    await expect.poll(() => times(spoken, /^Chat: will not work\..*No answer came\./)).toBe(1);
    expect(document.querySelector('.link-check')?.textContent).toContain(
      'The chat server is asked',
    );
  });

  it('can be stopped and begun again; the focus stays on the button', async () => {
    const { connector, workspace, spoken } = await openDesk();
    connector.answersProbe = false;
    workspace.commands.run('check-link');
    await userEvent.click(button('Check now'));
    await expect.element(button('Stop')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => times(spoken, /^Stopped\. Nothing more is loaded\.$/)).toBe(1);
    await expect.element(button('Check now')).toHaveFocus();
    expect(document.querySelector('.link-check table')).toBeNull();
    connector.answersProbe = true;
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => times(spoken, works)).toBe(1);
  });

  it('says nothing any more when it was left', async () => {
    const { connector, workspace, spoken } = await openDesk();
    connector.answersProbe = false;
    workspace.commands.run('check-link');
    await userEvent.click(button('Check now'));
    await expect.element(button('Stop')).toBeVisible();
    await userEvent.click(page.getByRole('link', { name: 'Back to the desk' }));
    await expect.poll(() => workspace.router.route()).toBe('desk');
    await expect.poll(() => document.querySelector('.link-check')).toBeNull();
    workspace.say('Done.');
    await expect.poll(() => spoken.at(-1)).toBe('Done.');
    expect(times(spoken, /^Stopped/)).toBe(0);
  });

  it('is reached from the settings, and is in Chinese too, also when switched there', async () => {
    const { workspace, spoken } = await openDesk({ signedOut: true });
    workspace.router.go('settings');
    await userEvent.click(page.getByRole('tab', { name: 'Offline' }));
    await userEvent.click(page.getByRole('link', { name: 'Check my link' }));
    await expect.element(button('Check now')).toBeVisible();
    workspace.changeSettings({ language: 'zh-CN' });
    await userEvent.click(button('开始检查'));
    await expect.poll(() => times(spoken, /^文字聊天：可以正常使用。/)).toBe(1);
  });
});
