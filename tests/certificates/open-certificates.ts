import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
// Fetched by the desk when it is needed; here the server has to make it first.
import '../../src/certificates/certificates.tsx';
import type { Signer } from '../../src/credential/sign.ts';
import { issuerFile } from '../../src/credential/trusted-issuer.ts';
import type { RunRecord } from '../../src/domain/run-record.ts';
import { keepRun } from '../../src/session/kept-runs.ts';
import { organisation } from '../credential/a-certificate.ts';
import { until } from '../support/desk-screens.ts';
import { alone, focused, upload } from '../support/on-page.ts';
import { type OpenDesk, openDesk } from '../support/open-desk.tsx';

/** All that it says. */
export const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';

/** Opens the screen, with runs that were kept before. */
export const open = async (
  language: 'en' | 'zh-CN' = 'en',
  runs: readonly RunRecord[] = [],
): Promise<OpenDesk> => {
  const desk = await openDesk({ signedOut: true, settings: { language } });
  for (const run of runs) await keepRun(desk.workspace.storage, run);
  desk.workspace.router.go('certificates');
  await until(() => document.querySelector('#certificate-file'));
  await alone();
  return desk;
};
/** Opens a file on the screen. */
export const openFile = (content: unknown, name?: string) =>
  upload(
    '#certificate-file',
    typeof content === 'string' ? content : JSON.stringify(content),
    name,
  );
/** Trusts an organisation by its file. */
export const trust = async (signer: Signer) => {
  await openFile(issuerFile({ id: signer.did, name: organisation }), 'issuer.json');
  await expect.poll(() => focused().tagName).toBe('H3');
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => focused().id).toBe('certificate-file');
};
/** A moment ago, so that what begins now has begun. */
export const now = () => Date.now() - 5000;
/** Waits until something was said once. */
export const heard = (desk: OpenDesk, words: string) =>
  expect.poll(() => desk.spoken.filter((one) => one.includes(words)).length).toBe(1);
