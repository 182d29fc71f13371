// `npm run live`: a private chat server with an agent and a customer, until Ctrl+C.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDeflateProxy } from '../desk/deflate-proxy.ts';
import { freePort } from '../desk/free-port.ts';
import { installEjabberd } from '../desk/install-ejabberd.ts';
import { startEjabberd } from '../desk/start-ejabberd.ts';

const folder = fileURLToPath(new URL('../.live', import.meta.url));
const password = (): string => randomBytes(9).toString('base64url').replace(/[-_]/g, 'x');

const found = installEjabberd();
if (!found) process.exit(1);

// Fresh passwords each time, so fresh accounts too.
rmSync(folder, { recursive: true, force: true });
console.log('Starting a private chat server …');
const server = await startEjabberd({
  found,
  folder,
  clientPort: await freePort(),
  webPort: await freePort(),
});
const proxy = await startDeflateProxy({ target: server.service });
const agent = { user: 'agent', password: password() };
const customer = { user: 'customer', password: password() };
await server.register(agent.user, agent.password);
await server.register(customer.user, customer.password);

console.log(`
The desk is open, for this computer only.

In Harebell, choose "Sign in to a desk" and enter
  Account                 ${agent.user}@${server.host}
  Password                ${agent.password}
  Address of the server   ${proxy.service}

To write as a customer, use any XMPP chat program on this computer, with
  Account                 ${customer.user}@${server.host}
  Password                ${customer.password}
  Server                  127.0.0.1, port ${server.clientPort}, no encryption
and write to              ${agent.user}@${server.host}

For example, without installing anything else (python3-slixmpp):
  /usr/bin/python3 desk/customer.py ${server.clientPort} ${customer.user}@${server.host} ${customer.password} ${agent.user}@${server.host}
or with profanity:
  profanity, then  /connect ${customer.user}@${server.host} server 127.0.0.1 port ${server.clientPort} tls disable
  and              /msg ${agent.user}@${server.host} Hello

Ctrl+C closes the desk and forgets the accounts.
`);

let closing = false;
const close = async () => {
  if (closing) return;
  closing = true;
  console.log('Closing the desk …');
  await proxy.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGINT', () => void close());
process.on('SIGTERM', () => void close());
await server.ended;
if (!closing) {
  console.error(`The chat server has ended by itself; see ${folder}/ejabberd.log.`);
  process.exit(1);
}
