import type { Connector } from '../connectors/connector.ts';
import type { Workspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import type { SignInValues } from './check-sign-in.ts';

/** Makes the connector that a sign-in uses. Rejects when its code could not be loaded. */
export type CreateLiveConnector = (
  values: SignInValues,
  workspace: Workspace,
) => Promise<Connector>;

/** The connector over XMPP; it and its library are loaded at the first sign-in only. */
export const createLiveConnector: CreateLiveConnector = async (values, workspace) => {
  const { createXmppConnector } = await import('../connectors/xmpp/create-xmpp-connector.ts');
  const { clock, settings, storage, t } = workspace;
  const service = values.service.trim();
  return createXmppConnector({
    address: values.account,
    password: values.password,
    ...(service && { service }),
    agentName: settings().agentName,
    language: settings().language,
    addressLabel: t('signIn.customerAddress'),
    clock,
    random: Math.random,
    createId,
    store: {
      get: async (key) => {
        const value = await storage.get('cursors', key);
        return typeof value === 'string' ? value : undefined;
      },
      set: async (key, value) => void (await storage.put('cursors', key, value)),
    },
  });
};
