// `npm start`: install, build for production, serve on http://localhost:4173.
import { ensureInstalled } from './ensure-installed.mjs';

ensureInstalled();
const { build, preview } = await import('vite');
await build({ logLevel: 'warn' });
try {
  const server = await preview();
  const address = server.resolvedUrls?.local[0] ?? 'http://localhost:4173/';
  console.log(`Harebell is ready: ${address.replace(/\/$/, '')}`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error('Is another Harebell running on port 4173? Stop it and try again.');
  process.exit(1);
}
