/**
 * Gives a page its icon, in its tab and beside its name, and its manifest. They are not in the page from
 * the start: browsers fetch them before what the first screen and the first practice take, which on GPRS is
 * half a second for everybody who waits for it.
 */
export function addManifest(page: Document): void {
  if (page.querySelector('link[rel="manifest"]')) return;
  page.documentElement.classList.add('has-icon');
  page.querySelector('link[rel="icon"]')?.setAttribute('href', '/icon.svg');
  const link = page.createElement('link');
  link.rel = 'manifest';
  link.href = '/manifest.webmanifest';
  page.head.append(link);
}
