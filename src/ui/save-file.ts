import type { Clock } from '../shared/clock.ts';

/** Long enough for any browser to have begun reading. */
const keptFor = 30_000;

/** Hands a text, or a file that is here, to the browser as a file to be saved. */
export function saveFile(
  file: { readonly name: string; readonly type: string; readonly text: string | Blob },
  clock: Clock,
): void {
  const url = URL.createObjectURL(new Blob([file.text], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  clock.after(keptFor, () => URL.revokeObjectURL(url));
}
