import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { buildDisco } from './build-stanza.ts';
import type { Link } from './link.ts';
import { ns } from './namespaces.ts';

/** Who gives places for files. */
export interface UploadService {
  readonly address: string;
  /** Bytes that a file may have; `Infinity` where nothing is said. */
  readonly limit: number;
}

/** A server offers a handful of services; whoever offers more is not asked about them all. */
const mostServices = 20;

const find = (element: Element, namespace: string, name: string): readonly Element[] => [
  ...element.getElementsByTagNameNS(namespace, name),
];

const takesFiles = (info: Element): boolean =>
  find(info, ns.discoInfo, 'feature').some((each) => each.getAttribute('var') === ns.upload);

/** `max-file-size` of the form that is about uploads; a server may show others (XEP-0128). */
const limitIn = (info: Element): number => {
  for (const form of find(info, ns.form, 'x')) {
    const value = (name: string) =>
      find(form, ns.form, 'field')
        .find((each) => each.getAttribute('var') === name)
        ?.textContent?.trim() ?? '';
    const limit = value('max-file-size');
    if (value('FORM_TYPE') === ns.upload && /^\d{1,15}$/.test(limit)) return Number(limit);
  }
  return Number.POSITIVE_INFINITY;
};

/**
 * Looks among the services of our host, and at the host itself, for one that takes files
 * (XEP-0363, 3).
 * @returns `no-files` when there is none; `timeout` or `not-connected` when it could not be told
 */
export async function findUploadService(
  link: Pick<Link, 'request'>,
  host: string,
): Promise<Result<UploadService, ConnectorError>> {
  const items = await link.request('get', buildDisco('items'), host);
  if (!items.ok && items.error.kind !== 'refused') return items;
  const offered = items.ok ? find(items.value, ns.discoItems, 'item') : [];
  const addresses = offered
    // A node is a part of something else, such as a list of commands.
    .filter((each) => !each.hasAttribute('node'))
    .map((each) => each.getAttribute('jid') ?? '')
    .slice(0, mostServices);
  const asked = new Set([...addresses, host].filter(Boolean));
  const answers = await Promise.all(
    [...asked].map(async (address) => ({
      address,
      info: await link.request('get', buildDisco('info'), address),
    })),
  );
  let unsure: ConnectorError | undefined;
  for (const { address, info } of answers) {
    if (info.ok && takesFiles(info.value)) return ok({ address, limit: limitIn(info.value) });
    if (!info.ok && info.error.kind !== 'refused') unsure = info.error;
  }
  return err(unsure ?? { kind: 'no-files' });
}
