import type { JSX } from 'solid-js';

interface UndoNoteProps {
  /** Of the button. */
  readonly id: string;
  /** What was deleted. */
  readonly text: string;
  /** What stands on the button. */
  readonly undo: string;
  onUndo(): void;
}

/** What was deleted last, and the way back. */
export function UndoNote(props: UndoNoteProps): JSX.Element {
  return (
    <div class="note row">
      <p>{props.text}</p>
      <button type="button" id={props.id} onClick={() => props.onUndo()}>
        {props.undo}
      </button>
    </div>
  );
}
