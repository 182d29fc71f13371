import type { EspeakWorker } from './create-espeak-host.ts';
import address from './espeak-worker.ts?worker&url';

interface ScriptAddressPolicy {
  createScriptURL(address: string): string;
}

// `require-trusted-types-for 'script'` wants a worker's address to come from a policy. This one knows
// a single address and gives no other (docs/adr/0010-espeak.md).
const rules: ScriptAddressPolicy = { createScriptURL: () => address };
const policy =
  (
    globalThis as {
      trustedTypes?: {
        createPolicy(name: string, rules: ScriptAddressPolicy): ScriptAddressPolicy;
      };
    }
  ).trustedTypes?.createPolicy('harebell-espeak', rules) ?? rules;

/** Starts the worker; its script is fetched now. */
export const createEspeakWorker = (): EspeakWorker =>
  new Worker(policy.createScriptURL(''), { type: 'module' });
