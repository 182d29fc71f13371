import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { issuerFile } from '../../src/credential/trusted-issuer.ts';
import { aCertificate, aSigner, organisation } from '../credential/a-certificate.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { alone, find, focused, press } from '../support/on-page.ts';
import { heard, now, open, openFile, text, trust } from './open-certificates.ts';

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('on paper and on a small screen', () => {
  /** What Chromium's own tools can do that a page cannot. */
  const media = (name: string) =>
    (cdp() as { send(method: string, options: object): Promise<unknown> }).send(
      'Emulation.setEmulatedMedia',
      { media: name },
    );

  it('there is nothing but the certificate, black on white, in a dark theme too', async () => {
    const { workspace } = await open();
    workspace.changeSettings({ theme: 'dark' });
    await openFile(await aCertificate(await aSigner(), 'en', now()));
    await until(() => document.querySelector('#print'));
    await alone();
    onTestFinished(async () => {
      await media('');
    });
    await media('print');
    await expect.poll(() => getComputedStyle(find('article h2')).color).toBe('rgb(0, 0, 0)');
    expect(getComputedStyle(find('main')).backgroundColor).toBe('rgb(255, 255, 255)');
    const seen = [...document.querySelectorAll<HTMLElement>('#app :is(a, button, input, nav)')];
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.filter((element) => element.checkVisibility())).toEqual([]);
    for (const part of ['h1', 'article h2', '.state', '.facts', '.results', '.served'])
      expect(find(part).checkVisibility()).toBe(true);
    await media('');
    await expect.poll(() => find('#print').checkVisibility()).toBe(true);
  });

  it('at 320 pixels nothing scrolls sideways, in the list and in the certificate', async () => {
    await page.viewport(320, 700);
    const fits = () => document.documentElement.scrollWidth <= 320;
    await open();
    const signer = await aSigner();
    await trust(signer);
    await openFile(await aCertificate(signer, 'en', now()));
    await until(() => document.querySelector('.state.met'));
    await alone();
    expect(fits()).toBe(true);
    await press('#back');
    await until(() => document.querySelector('.card.met'));
    expect(fits()).toBe(true);
  });
});

describe('files and issuers', () => {
  it.each([
    ['no JSON', '{', 'It is no certificate, no issuer and no revocation list.'],
    ['a list', '[]', 'It is no certificate, no issuer and no revocation list.'],
    ['a practice record', '{"kind":"harebell-exam-record"}', 'It is a practice record.'],
    [
      'an issuer without a key',
      '{"kind":"harebell-issuer","name":"X","id":"did:key:z6Mk"}',
      'no key that can be read',
    ],
    ['a large file', 'x'.repeat(1_000_001), 'It is larger than 1 MB'],
  ])('%s is not taken, and why has the focus', async (_, content, words) => {
    await open();
    await openFile(content);
    await expect.poll(() => focused().className).toBe('error-summary');
    expect(focused().textContent).toContain(words);
    await checkAxe();
  });

  it('an issuer’s file trusts nobody before it is said so', async () => {
    const { workspace } = await open();
    const signer = await aSigner();
    await openFile(issuerFile({ id: signer.did, name: organisation }));
    await expect.poll(() => focused().textContent).toBe(`Trust ${organisation}?`);
    expect(text('.note')).toContain(signer.did);
    await checkAxe();
    await userEvent.keyboard('{Escape}');
    expect(focused().id).toBe('certificate-file');
    expect(await workspace.storage.all('training')).toEqual([]);
  });

  it('by keyboard: an issuer is added by hand and trusted no longer', async () => {
    const desk = await open();
    const { did } = await aSigner();
    find('section:last-of-type summary').focus();
    await userEvent.keyboard('{Enter}{Tab}{Tab}{Tab}{Enter}');
    await heard(desk, 'Type what the organisation is called.');
    expect(focused().id).toBe('issuer-name');
    await userEvent.keyboard(`${organisation}{Tab}did:key:z6Mk{Enter}`);
    await heard(desk, 'That is no key.');
    expect(focused()).toBe(find('#issuer-key'));
    expect(focused().ariaInvalid).toBe('true');
    await checkAxe();
    await userEvent.clear(find('#issuer-key'));
    await userEvent.keyboard(`${did}{Enter}`);
    await heard(desk, `You trust ${organisation} now.`);
    await expect.poll(() => text('.issuers')).toContain(did);
    find('.issuers button').focus();
    await userEvent.keyboard('{Enter}');
    await heard(desk, `You no longer trust ${organisation}.`);
    expect(focused().id).toBe('issuer-name');
    expect(await desk.workspace.storage.all('training')).toEqual([]);
  });
});
