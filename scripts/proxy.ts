/**
 * `npm run proxy -- --to ws://127.0.0.1:5280/ws --port 5290 --origin https://desk.example`: compresses
 * between agents' browsers and the chat server, until Ctrl+C. See docs/deploy.md.
 */
import { parseArgs } from 'node:util';
import { type DeflateProxy, startDeflateProxy } from '../desk/deflate-proxy.ts';

const { values } = parseArgs({
  options: {
    to: { type: 'string', default: 'ws://127.0.0.1:5280/ws' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '5290' },
    origin: { type: 'string', multiple: true },
  },
});

const start = async (): Promise<DeflateProxy> => {
  try {
    const { origin: origins, to: target, host } = values;
    const options = { target, host, port: Number(values.port), ...(origins && { origins }) };
    return await startDeflateProxy(options);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return process.exit(1);
  }
};

const proxy = await start();
console.log(`Compressing at ${proxy.service} what goes to ${values.to}. Ctrl+C stops it.`);
const close = () => void proxy.close().then(() => process.exit(0));
process.on('SIGINT', close);
process.on('SIGTERM', close);
