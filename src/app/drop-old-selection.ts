/**
 * Takes away the page's selection with the screen that it was in. The browser would put it behind the
 * next screen, and Orca, which reads with it, would follow it there without a word (A39).
 * @param shell what the screens stand in
 * @returns ends it
 */
export function dropOldSelection(shell: Element): () => void {
  const observer = new MutationObserver((records) => {
    const selection = getSelection();
    const hasGone = records.some(({ removedNodes }) => removedNodes.length > 0);
    // No screen is selected that is still there: then its own text would be.
    if (hasGone && selection?.anchorNode === shell) selection.removeAllRanges();
  });
  observer.observe(shell, { childList: true });
  return () => observer.disconnect();
}
