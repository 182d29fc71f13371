// `npm start`: install, build for production, serve on http://localhost:4173.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { answerFiles } from './answer-files.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

const port = 4173;

ensureInstalled();
const { build } = await import('vite');
await build({ logLevel: 'warn' });
const server = createServer(answerFiles(fileURLToPath(new URL('../dist', import.meta.url))));
// On a slow link another connection costs seconds.
server.keepAliveTimeout = 65_000;
server.once('error', (error) => {
  console.error(error.message);
  console.error(`Is another Harebell running on port ${port}? Stop it and try again.`);
  process.exit(1);
});
server.listen(port, 'localhost', () => {
  console.log(`Harebell is ready: http://localhost:${port}`);
  console.log('Press Ctrl+C to stop.');
});
