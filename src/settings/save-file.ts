/**
 * Hands a text to the browser as a file to keep.
 * @param name the file's name
 * @param text its content
 */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it over by then; kept for ever, it would cost memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
