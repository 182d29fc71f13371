import type { LiveSession } from './live-session.ts';

/** Runs inside the page of `xmpp-trusted-types.test.ts`: what it says goes to the page around it. */
export async function signInUnderPolicy(
  createLiveSession: (options: {
    address: string;
    password: string;
    service: string;
  }) => LiveSession,
  agent: { address: string; password: string; service: string },
): Promise<void> {
  const tell = (event: unknown) => parent.postMessage({ harebell: event }, '*');
  document.addEventListener('securitypolicyviolation', (event) => {
    tell({ violation: event.violatedDirective, sample: event.sample });
  });
  try {
    // A sink without a policy has to be refused, or this proves nothing.
    new DOMParser().parseFromString('<a/>', 'text/xml');
    tell({ enforced: false });
  } catch {
    tell({ enforced: true });
  }
  const { connector } = createLiveSession(agent);
  connector.subscribe((event) => tell(event));
  tell({ signedIn: await connector.connect() });
}
