import type { Connector } from '../connectors/connector.ts';
import type { Workspace } from '../session/workspace.ts';
import { createId } from '../shared/id.ts';
import type { SignInValues } from './check-sign-in.ts';
import { createXmppStore } from './create-xmpp-store.ts';

/** Makes the connector that a sign-in uses. Rejects when its code could not be loaded. */
export type CreateLiveConnector = (
  values: SignInValues,
  workspace: Workspace,
) => Promise<Connector>;

const watchHidden = (listener: (isHidden: boolean) => void): (() => void) => {
  const tell = () => listener(document.visibilityState === 'hidden');
  tell();
  document.addEventListener('visibilitychange', tell);
  return () => document.removeEventListener('visibilitychange', tell);
};

/** A sign-in that has begun before the form is sent. */
export interface PreparedDesk {
  readonly create: CreateLiveConnector;
  /** The form is gone: what was not used is let go of. */
  stop(): void;
}

/**
 * Has the connector's code fetched, and a socket opened to where the account's server was the last
 * time. Nothing of the agent is sent; what fails here is tried again, and told, when the form is sent.
 * @param account as it was kept on this computer, empty for none
 */
export function prepareDesk(account: string, workspace: Workspace): PreparedDesk {
  const { clock, settings, storage, t } = workspace;
  const store = createXmppStore(storage);
  let isOver = false;
  const load = () => import('../connectors/xmpp/create-xmpp-connector.ts');
  void load().catch(() => undefined);
  const opening = account
    ? import('../connectors/xmpp/open-early.ts')
        .then(({ openKnown }) => (isOver ? undefined : openKnown(account, store, clock)))
        .catch(() => undefined)
    : undefined;
  return {
    create: async (values) => {
      const { createXmppConnector } = await load();
      const service = values.service.trim();
      return createXmppConnector({
        address: values.account,
        password: values.password,
        ...(service && { service }),
        early: await opening,
        agentName: settings().agentName,
        language: settings().language,
        showsTyping: () => settings().typingStates,
        watchHidden,
        addressLabel: t('signIn.customerAddress'),
        clock,
        random: Math.random,
        createId,
        store,
      });
    },
    stop: () => {
      isOver = true;
      void opening?.then((early) => early?.close());
    },
  };
}
