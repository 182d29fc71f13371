import { err, ok, type Result } from '../shared/result.ts';

/** Why nothing can be kept: an address without https, a browser that cannot, or one that may not. */
export type WhyNotKept = { readonly kind: 'insecure' | 'unsupported' | 'refused' };

interface ScriptAddressPolicy {
  createScriptURL(address: string): string;
}

const address = '/sw.js';
// `require-trusted-types-for 'script'` wants the worker's address to come from a policy. This one gives
// a single address, whatever it is asked (docs/adr/0002-trusted-types.md).
const rules: ScriptAddressPolicy = { createScriptURL: () => address };
const policy =
  (
    globalThis as {
      trustedTypes?: {
        createPolicy(name: string, rules: ScriptAddressPolicy): ScriptAddressPolicy;
      };
    }
  ).trustedTypes?.createPolicy('harebell-offline', rules) ?? rules;

/** Where a browser has service workers at all; private windows of some have none. */
export function findContainer(page: {
  readonly isSecureContext: boolean;
  readonly navigator: Partial<Pick<Navigator, 'serviceWorker'>>;
}): Result<ServiceWorkerContainer, WhyNotKept> {
  if (!page.isSecureContext) return err({ kind: 'insecure' });
  const container = page.navigator.serviceWorker;
  return container ? ok(container) : err({ kind: 'unsupported' });
}

/** Has the browser fetch and start the service worker, or look for a newer one. */
export async function registerWorker(
  container: ServiceWorkerContainer,
): Promise<Result<ServiceWorkerRegistration, WhyNotKept>> {
  try {
    // Each visit would ask for it, which on GPRS is half a second of the link; browsers believe no worker
    // that is older than a day, whatever its host says.
    const how = { updateViaCache: 'all' } as const;
    const registration: ServiceWorkerRegistration | undefined = await container.register(
      policy.createScriptURL(''),
      how,
    );
    // What forbids workers in some browsers answers with nothing.
    return registration ? ok(registration) : err({ kind: 'refused' });
  } catch (error) {
    // Without a network it is there already, or comes the next time.
    const known = await container.getRegistration().catch(() => undefined);
    if (known) return ok(known);
    const isForbidden = error instanceof DOMException && error.name === 'SecurityError';
    return err({ kind: isForbidden ? 'refused' : 'unsupported' });
  }
}
