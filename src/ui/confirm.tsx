import type { JSX } from 'solid-js';
import { Dialog } from './dialog.tsx';

interface ConfirmProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly confirm: string;
  readonly keep: string;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be undone (A18); the safe answer has the focus. */
export function Confirm(props: ConfirmProps): JSX.Element {
  return (
    <Dialog
      id={props.id}
      title={props.title}
      description={props.description}
      onClose={props.onClose}
    >
      <div class="row end">
        <button type="button" autofocus onClick={() => props.onClose()}>
          {props.keep}
        </button>
        <button type="button" class="primary" onClick={() => props.onConfirm()}>
          {props.confirm}
        </button>
      </div>
    </Dialog>
  );
}
