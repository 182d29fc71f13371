// `npm run issue-certificate -- keygen|sign|revoke|verify …`: an organisation's certificates; see
// docs/certificates.md. Ends with 1 for a refusal, with 2 if it cannot run.
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';
import { makeCredential } from '../src/credential/credential.ts';
import { describeRecordError, describeState } from '../src/credential/describe-certificate.ts';
import { didOfKey } from '../src/credential/did-key.ts';
import { isObject } from '../src/credential/digest.ts';
import { readExamRecord } from '../src/credential/exam-record.ts';
import { examSets } from '../src/credential/exam-set.ts';
import type { Signed } from '../src/credential/proof.ts';
import { readCertificate } from '../src/credential/read-certificate.ts';
import { makeRevocationList, readRevocationList } from '../src/credential/revocation-list.ts';
import { type Signer, signDocument } from '../src/credential/sign.ts';
import { hashIdentity } from '../src/credential/subject.ts';
import { issuerFile, readIssuer, type TrustedIssuer } from '../src/credential/trusted-issuer.ts';
import { type CertificateState, verifyCertificate } from '../src/credential/verify.ts';
import { verifyProof } from '../src/credential/verify-proof.ts';
import { createTranslator } from '../src/i18n/create-translator.ts';
import { createId } from '../src/shared/id.ts';

const usage = `Usage: npm run issue-certificate -- COMMAND

  keygen DIR --name ORGANISATION
      makes private-key.json (keep it secret) and issuer.json (hand it out) in DIR
  sign --key FILE --record FILE --subject NAME-OR-ADDRESS [--subject …]
       [--assessor PERSON] [--name ORGANISATION] [--years 2] [--out FILE]
      signs a practice record of an exam; without --out it goes to the standard output
  revoke --key FILE --list FILE (--certificate FILE | --id ID) [--reason TEXT]
      adds a certificate to a revocation list, which is made if it is not there
  verify FILE [--issuer FILE …] [--revocations FILE …] [--subject NAME-OR-ADDRESS]
      says what a certificate is worth

  --lang zh tells what is found in Chinese.`;

/** It was understood and is refused: ends with 1. */
class Refusal extends Error {}
/** It cannot run as it was asked to: ends with 2. */
class Misuse extends Error {}

const { subtle } = crypto;
const translators = { en: createTranslator('en', en), 'zh-CN': createTranslator('zh-CN', zh) };

function readWords(words: readonly string[]) {
  const [text, texts] = [{ type: 'string' }, { type: 'string', multiple: true }] as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...{ name: text, key: text, record: text, assessor: text, years: text, out: text },
        ...{ list: text, certificate: text, id: text, reason: text, lang: text },
        ...{ subject: texts, issuer: texts, revocations: texts },
      },
    });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** Where what is said goes to. */
export interface Outlet {
  print(line: string): void;
  /** What is no result. */
  warn(line: string): void;
}

/** What was asked for, and where answers go. */
type Call = ReturnType<typeof readWords> & Outlet & { readonly language: 'en' | 'zh-CN' };

/** An option that cannot be left out. */
function need({ values }: Call, name: 'name' | 'key' | 'record' | 'list'): string {
  const value = values[name]?.trim();
  if (!value) throw new Misuse(`--${name} is missing.\n\n${usage}`);
  return value;
}

function readJson(path: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`${path} cannot be read as JSON.`);
  }
}

/** Writes a file that must not be there yet. */
function writeNew(path: string, content: unknown, mode = 0o644): void {
  try {
    writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`, { flag: 'wx', mode });
    chmodSync(path, mode);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Misuse(`${path} is there already and is not overwritten.`);
  }
}

async function keygen(call: Call): Promise<0> {
  const [, folder] = call.positionals;
  if (!folder) throw new Misuse(`The folder for the key is missing.\n\n${usage}`);
  const name = need(call, 'name');
  const pair = (await subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
  const { kty, crv, x, d } = await subtle.exportKey('jwk', pair.privateKey);
  const id = didOfKey(new Uint8Array(await subtle.exportKey('raw', pair.publicKey)));
  mkdirSync(folder, { recursive: true });
  writeNew(join(folder, 'private-key.json'), { kty, crv, x, d, name }, 0o600);
  writeNew(join(folder, 'issuer.json'), issuerFile({ id, name }));
  call.print(`${join(folder, 'private-key.json')}: the key that signs. Keep it secret and safe.`);
  call.print(`${join(folder, 'issuer.json')}: hand it out; whoever opens it may trust ${name}.`);
  call.print(id);
  return 0;
}

/** The key of `--key`, and what its organisation is called. */
async function readSigner(call: Call): Promise<Signer & { readonly name: string | undefined }> {
  const path = need(call, 'key');
  const jwk = readJson(path);
  if (process.platform !== 'win32' && statSync(path).mode & 0o077)
    call.warn(`Warning: others on this computer can read ${path}. chmod 600 ${path}`);
  if (!isObject(jwk) || jwk['crv'] !== 'Ed25519' || !jwk['d'] || typeof jwk['x'] !== 'string')
    throw new Refusal(`${path} is no private Ed25519 key.`);
  const { kty, crv, x, d, name } = jwk as JsonWebKey & { readonly name?: string };
  const material = { kty, crv, x, d } as JsonWebKey;
  const key = await subtle.importKey('jwk', material, 'Ed25519', false, ['sign']).catch(() => {
    throw new Refusal(`${path} is damaged.`);
  });
  return { did: didOfKey(Buffer.from(x ?? '', 'base64url')), key, subtle, name };
}

/** Signs, and makes sure that others will find it right. */
async function signSurely(document: Parameters<typeof signDocument>[0], signer: Signer) {
  const signed = await signDocument(document, signer, Date.now());
  if ((await verifyProof(signed, signer.did, subtle)) !== 'good')
    throw new Refusal('The two halves of the key do not belong together; nothing was signed.');
  return signed;
}

const newUri = (): string => `urn:uuid:${crypto.randomUUID()}`;

async function sign(call: Call): Promise<0> {
  const { values } = call;
  const t = translators[call.language];
  const signer = await readSigner(call);
  const name = values.name ?? signer.name;
  if (!name) throw new Misuse('--name is missing: what the organisation is called.');
  const subjects = (values.subject ?? []).map((one) => one.trim()).filter(Boolean);
  if (subjects.length === 0) throw new Misuse('--subject is missing: whose certificate it is.');
  const years = Number(values.years ?? 2);
  if (!Number.isInteger(years) || years < 1 || years > 10)
    throw new Misuse('--years is a whole number from 1 to 10.');
  const read = await readExamRecord(readFileSync(need(call, 'record'), 'utf8'), examSets, subtle);
  if (!read.ok) throw new Refusal(describeRecordError(read.error, t));
  const credential = makeCredential(read.value, {
    ...{ id: newUri(), issuer: { id: signer.did, name }, now: Date.now(), years },
    ...(values.assessor ? { assessor: { id: newUri(), name: values.assessor } } : {}),
    identities: await Promise.all(subjects.map((one) => hashIdentity(one, createId(), subtle))),
    t: translators[read.value.language === 'zh' ? 'zh-CN' : 'en'],
  });
  const signed = await signSurely(credential, signer);
  if (values.out === undefined) call.print(JSON.stringify(signed, undefined, 2));
  else writeNew(values.out, signed);
  call.warn(`Signed: ${credential['name']}; ${read.value.points} points; ${credential['id']}`);
  return 0;
}

/** The id of the certificate to take back, which has to be one of this issuer. */
async function idToRevoke({ values, language }: Call, { did }: Signer): Promise<string> {
  if (values.id) return values.id;
  if (!values.certificate) throw new Misuse(`--certificate or --id is missing.\n\n${usage}`);
  const read = readCertificate(readJson(values.certificate));
  if (!read.ok) throw new Refusal(describeState(read.error, '', translators[language], language));
  if (read.value.issuer.id !== did)
    throw new Refusal('This certificate was signed with another key.');
  return read.value.id;
}

/** The list as it stands, or undefined where there is none yet. */
function readList(path: string): unknown {
  try {
    return readJson(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function revoke(call: Call): Promise<0> {
  const [signer, path] = [await readSigner(call), need(call, 'list')];
  const id = await idToRevoke(call, signer);
  const before = readList(path);
  const list = before === undefined ? undefined : await readRevocationList(before, subtle);
  if (typeof list === 'string' || (list && list.issuer !== signer.did))
    throw new Refusal(`${path} is no revocation list that was signed with this key.`);
  const others = (list?.revoked ?? []).filter((one) => one.id !== id);
  const revoked = { id, revoked: true, revocationReason: call.values.reason } as const;
  // A list of the same second would not be newer, and the newest counts.
  const now = Math.max(Date.now(), (list?.issued ?? 0) + 1000);
  const signed: Signed = await signSurely(
    makeRevocationList(signer.did, [...others, revoked], now),
    signer,
  );
  writeFileSync(`${path}.new`, `${JSON.stringify(signed, undefined, 2)}\n`);
  renameSync(`${path}.new`, path);
  call.print(`${path} takes back ${others.length + 1}. Hand it out again.`);
  return 0;
}

async function verify({ values, positionals, language, print }: Call): Promise<0 | 1> {
  const [, path] = positionals;
  if (!path) throw new Misuse(`The certificate is missing.\n\n${usage}`);
  const issuers = (values.issuer ?? []).map((file): TrustedIssuer => {
    const issuer = readIssuer(readJson(file));
    if (!issuer) throw new Refusal(`${file} is no issuer file.`);
    return issuer;
  });
  const revocations = (values.revocations ?? []).map(readJson);
  for (const [index, list] of revocations.entries())
    if (typeof (await readRevocationList(list, subtle)) === 'string')
      throw new Refusal(`${values.revocations?.[index]} is no revocation list, or was changed.`);
  const read = readCertificate(readJson(path));
  const [subject] = values.subject ?? [];
  const state: CertificateState = read.ok
    ? await verifyCertificate(read.value, {
        ...{ subtle, now: Date.now(), issuers, revocations },
        ...(subject === undefined ? {} : { subject }),
      })
    : read.error;
  if (read.ok) print(`${read.value.title}\n${read.value.issuer.name} ${read.value.issuer.id}`);
  print(
    describeState(state, read.ok ? read.value.issuer.name : '', translators[language], language),
  );
  return state.kind === 'valid' ? 0 : 1;
}

const commands: Readonly<Record<string, (call: Call) => Promise<0 | 1>>> = {
  ...{ keygen, sign, revoke, verify },
};

/**
 * Does what the words of a command line ask for.
 * @returns what the program ends with: 0, 1 for a refusal, 2 where it cannot run
 */
export async function issueCertificate(words: readonly string[], outlet: Outlet): Promise<number> {
  try {
    const read = readWords(words);
    const command = commands[read.positionals[0] ?? ''];
    if (!command) throw new Misuse(usage);
    return await command({
      ...read,
      ...outlet,
      language: read.values.lang === 'zh' ? 'zh-CN' : 'en',
    });
  } catch (error) {
    outlet.warn(error instanceof Error ? error.message : String(error));
    return error instanceof Refusal ? 1 : 2;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await issueCertificate(process.argv.slice(2), {
    print: console.log,
    warn: console.error,
  });
}
