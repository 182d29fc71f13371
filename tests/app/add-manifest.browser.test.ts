import { expect, it } from 'vitest';
import { addManifest } from '../../src/app/add-manifest.ts';

const linksOf = (page: Document) =>
  [...page.querySelectorAll('link')].map((link) => `${link.rel} ${link.getAttribute('href')}`);

it('a page that has come gets its icon and its manifest, once', () => {
  const page = document.implementation.createHTMLDocument('Harebell');
  page.head.innerHTML = '<link rel="icon" href="data:,">';
  addManifest(page);
  addManifest(page);
  expect(linksOf(page)).toEqual(['icon /icon.svg', 'manifest /manifest.webmanifest']);
});
