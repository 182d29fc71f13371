import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Signed } from '../../src/credential/proof.ts';
import { makeRevocationList } from '../../src/credential/revocation-list.ts';
import { type Signer, signDocument } from '../../src/credential/sign.ts';
import {
  aCertificate,
  aSigner,
  oneDay,
  organisation,
  subject,
  withLeaf,
} from '../credential/a-certificate.ts';
import { checkAxe } from '../support/check-axe.ts';
import { until } from '../support/desk-screens.ts';
import { alone, catchFiles, find, focused, press } from '../support/on-page.ts';
import { heard, now, open, openFile, text, trust } from './open-certificates.ts';

beforeEach(async () => {
  await page.viewport(1280, 900);
});

describe('a certificate', () => {
  it.each([
    ['en', 'Valid until', `You trust ${organisation} now.`],
    ['zh-CN', '有效，至', `你现在信任${organisation}。`],
  ] as const)('in %s is opened, heard once and shown; axe', async (language, valid, trusted) => {
    const desk = await open(language);
    const signer = await aSigner();
    await trust(signer);
    await heard(desk, trusted);
    await openFile(await aCertificate(signer, language === 'en' ? 'en' : 'zh', now()));
    await expect.poll(() => text('.state')).toContain(valid);
    await alone();
    await heard(desk, valid);
    expect(focused().tagName).toBe('H1');
    expect(find('article h2').lang).toBe(language === 'en' ? 'en' : 'zh');
    expect(document.title).toContain(text('article h2'));
    expect(document.querySelectorAll('.results tbody tr')).toHaveLength(4);
    expect(text('.facts')).toContain('Ada Mentor');
    await checkAxe();
    await press('#back');
    await expect.poll(() => focused().id).toMatch(/^show-/);
    await checkAxe();
  });

  const states: [string, string, (signed: Signed, signer: Signer) => Promise<unknown>][] = [
    [
      'that was changed',
      'Not valid: it was changed',
      async (signed) => withLeaf(signed, ['credentialSubject', 'result', '0', 'value'], '100'),
    ],
    [
      'that has ended',
      'No longer valid',
      (_, signer) => aCertificate(signer, 'en', now() - 800 * oneDay),
    ],
    [
      'whose time has not come',
      'Not valid yet',
      (_, signer) => aCertificate(signer, 'en', now() + oneDay),
    ],
    [
      'of somebody who is not trusted',
      'Not to be relied on yet',
      async () => aCertificate(await aSigner(), 'en', now()),
    ],
  ];
  it.each(states)('%s is said to be: %s', async (_, words, change) => {
    const desk = await open();
    const signer = await aSigner();
    await trust(signer);
    await openFile(await change(await aCertificate(signer, 'en', now()), signer));
    await expect.poll(() => text('.state')).toContain(words);
    await heard(desk, words);
    expect(find('.state').classList.contains('met')).toBe(false);
  });

  it('that was changed is shown and not kept', async () => {
    await open();
    const signed = withLeaf(await aCertificate(await aSigner(), 'en', now()), ['name'], 'Other');
    await openFile(signed);
    await expect.poll(() => text('.state')).toContain('It is only shown, and not kept.');
    expect(document.querySelector('#delete-certificate')).toBeNull();
    await press('#back');
    await expect.poll(() => text('.empty')).toBe('There is no certificate yet.');
    expect(focused().id).toBe('certificate-file');
  });

  it('is taken back by a list of its issuer, who has to be trusted first', async () => {
    const desk = await open();
    const signer = await aSigner();
    const signed = await aCertificate(signer, 'en', now());
    const id = `${signed['id']}`;
    const list = (at: number, ids: readonly string[]) =>
      signDocument(
        makeRevocationList(
          signer.did,
          ids.map((one) => ({ id: one, revoked: true })),
          at,
        ),
        signer,
        at,
      );
    await openFile(await list(now(), [id]));
    await expect.poll(() => text('.error-summary')).toContain('whom you do not trust');
    await trust(signer);
    await openFile(signed);
    await until(() => document.querySelector('#back'));
    await press('#back');
    await openFile(await list(now(), [id]));
    await heard(desk, 'It takes back 1 certificate.');
    const cards = () => text('section:nth-of-type(2) .card p');
    await expect.poll(cards).toBe(`Not valid: ${organisation} has taken it back.`);
    await openFile(await list(now() - oneDay, []));
    await expect.poll(() => text('.error-summary')).toContain('a newer revocation list');
    await openFile({ ...(await list(now(), [])), issued: '2030-01-01T00:00:00Z' });
    await expect.poll(() => text('.error-summary')).toContain('was changed');
    expect(cards()).toContain('has taken it back');
  });

  it('says whether it belongs to a name or an address, and keeps neither', async () => {
    const desk = await open();
    const signer = await aSigner();
    await trust(signer);
    await openFile(await aCertificate(signer, 'en', now()));
    await until(() => document.querySelector('#owner-name'));
    await alone();
    find('#owner-name').focus();
    await userEvent.keyboard('{Enter}');
    await heard(desk, 'Type a name or an address first.');
    await userEvent.keyboard('somebody@example.org{Enter}');
    await heard(desk, 'it belongs to somebody else');
    expect(text('.facts')).not.toContain('Belongs to');
    await userEvent.clear(find('#owner-name'));
    await userEvent.keyboard(`${subject}{Enter}`);
    await heard(desk, `Yes, it belongs to ${subject}.`);
    expect(text('.facts')).toContain(`Belongs to${subject}`);
    await checkAxe();
    const kept = JSON.stringify(await desk.workspace.storage.all('training'));
    expect(kept).not.toContain(subject);
  });

  it('is deleted, brought back, and still there when one comes back', async () => {
    const desk = await open();
    const signer = await aSigner();
    await trust(signer);
    await openFile(await aCertificate(signer, 'en', now()));
    await press('#delete-certificate');
    await heard(desk, 'Deleted: Customer service in chat, level 3');
    expect(focused().id).toBe('bring-back');
    expect(document.querySelector('[id^="show-"]')).toBeNull();
    await checkAxe();
    await userEvent.keyboard('{Enter}');
    await heard(desk, 'It is back: Customer service in chat, level 3');
    expect(focused().id).toMatch(/^show-/);
    const rows = await desk.workspace.storage.all('training');
    expect(rows.map(([key]) => key.split(' ')[0]).sort()).toEqual(['certificate', 'issuer']);
    desk.workspace.router.go('start');
    await until(() => !document.querySelector('#certificate-file'));
    desk.workspace.router.go('certificates');
    await expect.poll(() => text('.card.met h3')).toContain('level 3');
  });

  it('is saved as it came, so that others can check it, and printed', async () => {
    const files = catchFiles();
    const desk = await open();
    const signed = await aCertificate(await aSigner(), 'en', now());
    await openFile(signed);
    await press('#save-certificate');
    await heard(desk, 'Saved as certificate-');
    expect(JSON.parse((await [...files.values()][0]) ?? '')).toEqual(signed);
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await press('#print');
    expect(print).toHaveBeenCalledOnce();
  });
});
