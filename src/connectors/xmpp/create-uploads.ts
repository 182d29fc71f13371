import type { ConnectorError } from '../../domain/connector-error.ts';
import type { Clock } from '../../shared/clock.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { OutgoingMessage } from '../connector.ts';
import { hostOf } from './address.ts';
import { buildSlotRequest, type SharedFile } from './build-stanza.ts';
import { cleanLine } from './clean-text.ts';
import type { RequestError } from './create-questions.ts';
import type { Fetch } from './discover-service.ts';
import { findUploadService, type UploadService } from './find-upload-service.ts';
import type { Link } from './link.ts';
import { readSlot, type Slot } from './read-slot.ts';

/** What is waited for an upload besides its bytes, and for the server to show itself; milliseconds. */
const waitAlways = 20_000;
/** Milliseconds for each byte: 16 kbit/s, a third of what a 2G link gives. */
const waitForByte = 0.5;
/** How often a server that is there may fail to take one recording before it is given up. */
const mostTries = 3;
/** The same where nothing answers at the files' address, although the server gave that address. */
const mostSilences = 10;

/** Puts recordings where the customer can fetch them (XEP-0363). */
export interface Uploads {
  /** How many bytes a recording may have, or why there can be none. */
  limit(): Promise<Result<number, ConnectorError>>;
  /**
   * Puts the recording of a message, if it has one, and tells where. The same message is put once,
   * however often it is handed over. `not-connected` means that it may be tried again.
   */
  share(message: OutgoingMessage): Promise<Result<SharedFile | undefined, ConnectorError>>;
  /** The message is with the server: where its recording is need not be known any more. */
  forget(messageId: string): void;
  /** A session began anew, and perhaps at another server: who takes files is asked again. */
  forgetService(): void;
  /** Breaks off what is under way. */
  stop(): void;
}

/** What uploading needs. */
export interface UploadsParts {
  /** Our bare address. */
  readonly account: string;
  readonly link: Pick<Link, 'request'>;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

const notConnected: ConnectorError = { kind: 'not-connected' };

const toError = (error: RequestError): ConnectorError => {
  // Nothing has been handed over, so that it is no matter what became of the question.
  if (error.kind !== 'refused') return notConnected;
  const isTooMuch = error.detail === 'file-too-large' || error.reason === 'resource-constraint';
  return isTooMuch ? { kind: 'file-too-large' } : { kind: 'refused', reason: error.reason };
};

const describe = ({ attachment }: OutgoingMessage, sound: Blob): Omit<SharedFile, 'url'> => {
  const { name, mime, seconds } = attachment ?? {};
  return {
    name: cleanLine(name ?? '', 80) || 'voice.ogg',
    // What comes behind it (`;codecs=opus`) says no more than the file itself.
    mime: (mime ?? sound.type).split(';', 1)[0]?.trim().toLowerCase() || 'audio/ogg',
    bytes: sound.size,
    ...(seconds !== undefined && { seconds }),
  };
};

/** Makes the uploader. Nothing is asked before the first recording, or before a limit is wanted. */
export function createUploads({ account, link, fetch, clock }: UploadsParts): Uploads {
  let service: Promise<Result<UploadService, ConnectorError>> | undefined;
  /** Whether a page like ours has been let upload anything: then it is the line that fails. */
  let proven = false;
  const shared = new Map<string, Promise<Result<SharedFile, ConnectorError>>>();
  /** How often an upload failed, by the message's id: at a server that is there, and at none. */
  const broken = new Map<string, number>();
  const silent = new Map<string, number>();
  const running = new Set<AbortController>();

  const findService = () => {
    const finding = service ?? findUploadService(link, hostOf(account));
    service = finding;
    void finding.then((found) => {
      const isAnswer = found.ok || found.error.kind === 'no-files';
      if (!isAnswer && service === finding) service = undefined;
    });
    return finding;
  };

  const ask = async (
    wait: number,
    url: string,
    init: RequestInit,
  ): Promise<Result<Response, 'broken' | 'stopped'>> => {
    const stop = new AbortController();
    const cancel = clock.after(wait, () => stop.abort());
    running.add(stop);
    const { signal } = stop;
    try {
      const safe = { credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
      return ok(await fetch(url, { ...init, ...safe, signal }));
    } catch {
      return err(signal.aborted ? 'stopped' : 'broken');
    } finally {
      cancel();
      running.delete(stop);
    }
  };

  /** To be tried again, but not for ever: what is written after it waits behind it. */
  const again = (failures: Map<string, number>, id: string, last: ConnectorError, most: number) => {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    return count < most ? notConnected : last;
  };

  /**
   * A browser does not tell a line that broke from a server that takes no files from web pages. So
   * the server is asked for anything at all. Whether it is there and yet takes none, or is not there
   * while chat goes on (another port, an address that the page may not ask): it is given up.
   */
  const explainBreak = async (id: string, slot: Slot): Promise<ConnectorError> => {
    if (proven) return notConnected;
    const answer = await ask(waitAlways, slot.get, { method: 'HEAD', mode: 'no-cors' });
    const none: ConnectorError = { kind: 'no-files' };
    return answer.ok ? again(broken, id, none, mostTries) : again(silent, id, none, mostSilences);
  };

  const put = async (
    id: string,
    slot: Slot,
    sound: Blob,
    mime: string,
  ): Promise<ConnectorError | undefined> => {
    slot.headers.set('Content-Type', mime);
    const { headers } = slot;
    // Where it is put has been looked at; where a server would send it on to has not.
    const init = { method: 'PUT', headers, body: sound, redirect: 'error' } as const;
    const answer = await ask(waitAlways + sound.size * waitForByte, slot.put, init);
    if (!answer.ok) return answer.error === 'broken' ? explainBreak(id, slot) : notConnected;
    const { body, ok: isTaken, status } = answer.value;
    void body?.cancel();
    proven = true;
    if (isTaken) return undefined;
    if (status === 413) return { kind: 'file-too-large' };
    const refused: ConnectorError = { kind: 'refused', reason: `HTTP ${status}` };
    return status < 500 ? refused : again(broken, id, refused, mostTries);
  };

  const upload = async (
    message: OutgoingMessage,
    sound: Blob,
  ): Promise<Result<SharedFile, ConnectorError>> => {
    const found = await findService();
    if (!found.ok) return found.error.kind === 'timeout' ? err(notConnected) : found;
    const { address, limit } = found.value;
    const file = describe(message, sound);
    if (file.bytes > limit) return err({ kind: 'file-too-large' });
    const request = buildSlotRequest(file.name, file.bytes, file.mime);
    const answer = await link.request('get', request, address);
    if (!answer.ok) return err(toError(answer.error));
    const slot = readSlot(answer.value, account);
    if (!slot) return err({ kind: 'refused', reason: 'unusable slot' });
    const failure = await put(message.id, slot, sound, file.mime);
    return failure ? err(failure) : ok({ ...file, url: slot.get });
  };

  return {
    limit: async () => {
      const found = await findService();
      return found.ok ? ok(found.value.limit) : found;
    },
    share: async (message) => {
      const sound = message.attachment?.sound;
      if (!sound) return ok(undefined);
      const { id } = message;
      const sharing = shared.get(id) ?? upload(message, sound);
      shared.set(id, sharing);
      const result = await sharing;
      if (!result.ok && shared.get(id) === sharing) shared.delete(id);
      return result;
    },
    forget: (messageId) => {
      shared.delete(messageId);
      broken.delete(messageId);
      silent.delete(messageId);
    },
    forgetService: () => {
      service = undefined;
    },
    stop: () => {
      for (const each of running) each.abort();
      shared.clear();
    },
  };
}
