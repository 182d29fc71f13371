/**
 * Gives a page its icon and its manifest. They are not in the page from the start: browsers fetch both
 * before the page's own script has come, which on GPRS is half a second for everybody who waits for it.
 */
export function addManifest(page: Document): void {
  if (page.querySelector('link[rel="manifest"]')) return;
  page.querySelector('link[rel="icon"]')?.setAttribute('href', '/icon.svg');
  const link = page.createElement('link');
  link.rel = 'manifest';
  link.href = '/manifest.webmanifest';
  page.head.append(link);
}
