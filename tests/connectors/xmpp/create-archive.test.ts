import { expect, test } from 'vitest';
import { createArchive } from '../../../src/connectors/xmpp/create-archive.ts';
import type { Link } from '../../../src/connectors/xmpp/link.ts';
import { err, ok } from '../../../src/shared/result.ts';

const pageRefusedWith = (reason: string) => {
  const link: Link = {
    start: async () => ok(undefined),
    stop: () => {},
    send: () => true,
    request: async () => err({ kind: 'refused', reason }),
    state: 'up',
  };
  return createArchive(link, () => 'id').page({ max: 1 });
};

test.each(['internal-server-error', 'resource-constraint', 'remote-server-timeout'])(
  'a server in trouble (%s) is asked again later',
  async (reason) => {
    expect(await pageRefusedWith(reason)).toEqual({ ok: false, error: { kind: 'timeout' } });
  },
);

test.each(['service-unavailable', 'feature-not-implemented', 'item-not-found'])(
  'a refusal (%s) stays one',
  async (reason) => {
    const error = { kind: 'refused', reason };
    expect(await pageRefusedWith(reason)).toEqual({ ok: false, error });
  },
);
