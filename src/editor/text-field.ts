import { type Correction, lineRange } from '../simulator/put-right.ts';
import { fieldTarget } from '../speech/dictation/field-target.ts';

/** How far down a place in a field stands, in pixels; only the browser knows where lines break. */
function depthOf(field: HTMLTextAreaElement, at: number): number {
  const twin = document.createElement('textarea');
  twin.className = field.className;
  twin.rows = 1;
  twin.value = field.value.slice(0, at);
  twin.style.cssText = `position:absolute;visibility:hidden;overflow-y:scroll;inline-size:${field.offsetWidth}px`;
  field.after(twin);
  const depth = twin.scrollHeight;
  twin.remove();
  return depth;
}

/** Goes into the field, with a line (counted from 1) selected and in view. */
export function goToLine(field: HTMLTextAreaElement, line: number): void {
  const { start, end } = lineRange(field.value, line);
  field.setSelectionRange(start, end);
  field.focus();
  // A selection that a script makes is not brought into view.
  field.scrollTop = depthOf(field, start) - field.clientHeight / 2;
}

/** Writes a correction, as one step of the field's own undo. */
export function correct(field: HTMLTextAreaElement, change: Correction, language: string): void {
  field.setSelectionRange(change.start, change.end);
  fieldTarget(field, language).insert(change.text);
}
