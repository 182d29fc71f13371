import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { issueCertificate } from '../../scripts/issue-certificate.ts';
import type { Signed } from '../../src/credential/proof.ts';
import { readCertificate } from '../../src/credential/read-certificate.ts';
import { verifyCertificate } from '../../src/credential/verify.ts';
import { aRecord, organisation, subject, subtle } from '../credential/a-certificate.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** As a mentor types it. */
const typed = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/issue-certificate.ts', ...words],
    { cwd: root, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};
/** The same in this process, which takes a hundredth of the time. */
const run = async (...words: string[]) => {
  const said = { stdout: '', stderr: '' };
  const status = await issueCertificate(words, {
    print: (line) => {
      said.stdout += `${line}\n`;
    },
    warn: (line) => {
      said.stderr += `${line}\n`;
    },
  });
  return { status, ...said };
};
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'harebell-certificate-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
};
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

/** A folder with a key, and a practice record in a language. */
const anOffice = async (language = 'en') => {
  const at = folder();
  const made = await run('keygen', at, '--name', organisation);
  const record = join(at, 'record.json');
  writeFileSync(record, JSON.stringify(await aRecord(language)));
  const key = join(at, 'private-key.json');
  const sign = (...more: string[]) =>
    run('sign', '--key', key, '--record', record, '--subject', subject, ...more);
  return { at, made, record, key, issuer: join(at, 'issuer.json'), sign };
};

test('a key is made for its owner alone, and never in place of another', async () => {
  const office = await anOffice();
  expect(office.made).toMatchObject({ status: 0, stderr: '' });
  expect(office.made.stdout).toContain(json(office.issuer).id);
  expect(statSync(office.key).mode & 0o777).toBe(0o600);
  expect(json(office.issuer)).toEqual({
    kind: 'harebell-issuer',
    id: expect.stringMatching(/^did:key:z6Mk/),
    name: organisation,
  });
  const before = readFileSync(office.key, 'utf8');
  expect(await run('keygen', office.at, '--name', 'Other')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not overwritten'),
  });
  expect(readFileSync(office.key, 'utf8')).toBe(before);
});

test('a certificate is signed, verified, taken back, and then no longer valid', async () => {
  const { at, issuer, key, sign } = await anOffice();
  const out = join(at, 'certificate.json');
  const signed = await sign('--assessor', 'Ada', '--years', '3', '--out', out);
  expect(signed).toMatchObject({ status: 0, stdout: '' });
  expect(signed.stderr).toContain('Signed: Customer service in chat, level 3');
  expect(await sign('--out', out)).toMatchObject({ status: 2 });

  const read = readCertificate(json(out));
  if (!read.ok) throw new Error('It cannot be read.');
  const years = (read.value.validUntil ?? 0) - read.value.validFrom;
  expect(Math.round(years / (365.25 * 24 * 60 * 60_000))).toBe(3);
  expect(read.value.assessor).toBe('Ada');
  const options = { subtle, now: Date.now(), issuers: [json(issuer)], revocations: [] };
  expect(await verifyCertificate(read.value, { ...options, subject })).toMatchObject({
    kind: 'valid',
  });

  expect(await run('verify', out, '--issuer', issuer, '--subject', subject)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Valid until'),
  });
  expect(await run('verify', out)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('not among those you trust'),
  });
  expect((await run('verify', out, '--issuer', issuer, '--subject', 'Bo')).status).toBe(1);

  const list = join(at, 'revocations.json');
  const revoke = (...more: string[]) => run('revoke', '--key', key, '--list', list, ...more);
  expect((await revoke('--id', 'urn:uuid:other')).stdout).toContain('takes back 1');
  const taken = await revoke('--certificate', out, '--reason', '发错了');
  expect(taken).toMatchObject({ status: 0, stdout: expect.stringContaining('takes back 2') });
  expect(
    await run('verify', out, '--issuer', issuer, '--revocations', list, '--lang', 'zh'),
  ).toEqual({
    status: 1,
    stdout: expect.stringContaining(`${organisation}已撤销这张证书。原因：发错了`),
    stderr: '',
  });

  writeFileSync(list, readFileSync(list, 'utf8').replace('urn:uuid:other', 'urn:uuid:another'));
  expect(await revoke('--id', 'x')).toMatchObject({ status: 1 });
  expect((await run('verify', out, '--issuer', issuer, '--revocations', list)).status).toBe(1);
});

test('the command line does the same: a key, a certificate, a check, an error', async () => {
  const { at, key, record, issuer } = await anOffice();
  expect(typed('keygen', at, '--name', 'Other').status).toBe(2);
  const out = join(at, 'certificate.json');
  const words = ['--key', key, '--record', record, '--subject', subject, '--out', out];
  expect(typed('sign', ...words)).toMatchObject({ status: 0, stdout: '' });
  expect(typed('verify', out, '--issuer', issuer)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Valid until'),
    stderr: '',
  });
}, 30_000);

test('without --out it goes to the standard output, in the language of the exam', async () => {
  const { sign } = await anOffice('zh');
  const certificate = JSON.parse((await sign()).stdout) as Signed;
  expect(certificate['name']).toBe('在线文字客服 3 级：疑难问题（客户使用中文）');
  expect(certificate).toMatchObject({ credentialSubject: { source: { name: organisation } } });
});

test('what is not to be signed is refused in a sentence, and nothing is written', async () => {
  const { at, record, key, sign } = await anOffice();
  const whole = json(record);
  writeFileSync(record, JSON.stringify({ ...whole, points: 100 }));
  expect(await sign()).toEqual({
    status: 1,
    stdout: '',
    stderr: 'This practice record was changed after it was saved. Ask for the file as it was.\n',
  });
  expect((await sign('--lang', 'zh')).stderr).toBe(
    '这份练习记录保存后被改动过，请索取原始文件。\n',
  );
  writeFileSync(record, 'half a fi');
  expect(await sign()).toMatchObject({ status: 1, stderr: expect.stringContaining('JSON') });
  writeFileSync(record, JSON.stringify(whole));
  expect(await sign('--years', '0')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('1 to'),
  });
  expect(await run('sign', '--key', key, '--record', record)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--subject is missing'),
  });
  expect(await run('sign', '--key', join(at, 'issuer.json'), '--record', record)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no private Ed25519 key'),
  });
});

test('a key whose halves do not belong together signs nothing; one that others can read is told', async () => {
  const { key, sign } = await anOffice();
  const other = await anOffice();
  chmodSync(key, 0o644);
  expect((await sign()).stderr).toContain('others on this computer can read');
  writeFileSync(key, JSON.stringify({ ...json(key), x: json(other.key).x }));
  expect(await sign()).toMatchObject({ status: 1, stdout: '' });
});

test('without a command, or with an unknown option, it says how it is used', async () => {
  for (const words of [[], ['sing'], ['sign', '--kye', 'x']])
    expect(await run(...words)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Usage'),
    });
});
