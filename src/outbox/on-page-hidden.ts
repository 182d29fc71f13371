/**
 * Calls `task` whenever the page may be about to go: hidden (the last sign of life on a phone) or
 * left. The returned function ends it.
 * https://developer.chrome.com/docs/web-platform/page-lifecycle-api
 */
export function onPageHidden(task: () => void): () => void {
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') task();
  };
  document.addEventListener('visibilitychange', whenHidden);
  addEventListener('pagehide', task);
  return () => {
    document.removeEventListener('visibilitychange', whenHidden);
    removeEventListener('pagehide', task);
  };
}
