/**
 * Draws the PNG icons of public/ from icon.svg: on a ground of their own, and one with room around it
 * for systems that cut icons to their own shape. Run it when the flower has changed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const flower = readFileSync('public/icon.svg', 'utf8');
const ground = '#e7e3fa';
/** A maskable icon may lose all but a circle of 80% (https://www.w3.org/TR/appmanifest/#icon-masks). */
const icons = [
  { file: 'icon-192.png', size: 192, radius: '22%', share: 0.84 },
  { file: 'icon-512.png', size: 512, radius: '22%', share: 0.84 },
  { file: 'icon-maskable-512.png', size: 512, radius: '0', share: 0.6 },
] as const;

const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' });
const browser = await chromium.launch({
  executablePath: executablePath.trim(),
  args: ['--no-sandbox'],
});
try {
  for (const { file, size, radius, share } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const box = `inline-size:${size}px;block-size:${size}px;border-radius:${radius}`;
    await page.setContent(
      `<body style="margin:0"><div style="${box};background:${ground};display:grid;place-items:center">
      <div style="inline-size:${share * size}px">${flower}</div></div>`,
    );
    await page.screenshot({ path: `public/${file}`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
