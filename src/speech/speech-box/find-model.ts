import type { BoxAddress } from './box-address.ts';
import type { BoxLink } from './box-link.ts';
import { parseFields } from './read-transcription.ts';
import { within } from './within.ts';

/** Milliseconds: a box that does not list its models soon does not need to. */
const patience = 3000;

/** What servers with one model take for whatever they have. */
const anyModel = 'whisper-1';

function choose(body: string): string {
  const list = parseFields(body)?.['data'];
  const ids = (Array.isArray(list) ? list : []).flatMap((model: unknown) => {
    const id = (model as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : [];
  });
  // A box may have voices too.
  return ids.find((id) => /whisper|asr|parakeet|sense|paraformer/i.test(id)) ?? ids[0] ?? anyModel;
}

/** The name of the model to ask for: the address's own, else what the box lists, else any. */
export async function findModel(
  address: BoxAddress,
  key: string,
  link: BoxLink,
  signal: AbortSignal,
): Promise<string> {
  if (address.model) return address.model;
  if (!address.url.pathname.endsWith('/v1/audio/transcriptions')) return anyModel;
  const limit = within(patience, link.clock, signal);
  const url = new URL(address.url);
  url.pathname = url.pathname.replace(/audio\/transcriptions$/, 'models');
  try {
    const response = await link.fetch(url, {
      signal: limit.signal,
      credentials: 'omit',
      ...(key && { headers: { Authorization: `Bearer ${key}` } }),
    });
    return response.ok ? choose(await response.text()) : anyModel;
  } catch {
    return anyModel;
  } finally {
    limit.done();
  }
}
