import type { DictationTarget } from './create-dictation.ts';

/**
 * A text field as the place where dictated words go. Text goes in through the browser's own editing,
 * so that each insertion is one step of its undo history and the field's `input` event is fired.
 */
export function fieldTarget(
  field: HTMLTextAreaElement | HTMLInputElement,
  language: string,
): DictationTarget {
  const at = () => {
    const { value, selectionStart, selectionEnd } = field;
    const start = selectionStart ?? value.length;
    return { value, start, end: selectionEnd ?? start };
  };
  const type = (text: string) => {
    const active = field.ownerDocument.activeElement;
    if (active !== field) field.focus();
    // The browser takes texts that follow one another for one long typing, until the caret is moved.
    const { start, end } = at();
    field.setSelectionRange(0, 0);
    field.setSelectionRange(start, end);
    // Deprecated and without a successor: nothing else keeps the field's undo history whole.
    const command = text === '' ? 'delete' : 'insertText';
    if (!field.ownerDocument.execCommand(command, false, text)) {
      field.setRangeText(text, start, end, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    }
  };
  return {
    language,
    around: () => {
      const { value, start, end } = at();
      return { before: value.slice(0, start), after: value.slice(end) };
    },
    insert: type,
    exchange: (old, text) => {
      const { value, start } = at();
      if (old === '' || !value.slice(0, start).endsWith(old)) return false;
      field.setSelectionRange(start - old.length, start);
      type(text);
      return true;
    },
  };
}
