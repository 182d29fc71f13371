import type { JSX } from 'solid-js';
import { isShared } from '../outbox/vault/shared-computer.ts';
import { useWorkspace } from '../session/workspace.ts';
import { Confirm } from '../ui/confirm.tsx';
import { countUnsent } from './count-unsent.ts';

interface SignOutProps {
  onClose(): void;
  onConfirm(): void;
}

/** Asks before the desk is left with messages that have not been sent. */
export function SignOut(props: SignOutProps): JSX.Element {
  const { t, session } = useWorkspace();
  const count = countUnsent(session()?.desk());
  return (
    <Confirm
      id="sign-out-dialog"
      title={t('ending.leaveAsk')}
      description={t(isShared() ? 'ending.leaveUnsent' : 'ending.leaveWaiting', { count })}
      confirm={t('ending.leaveGo')}
      keep={t('ending.leaveStay')}
      onClose={() => props.onClose()}
      onConfirm={() => props.onConfirm()}
    />
  );
}
