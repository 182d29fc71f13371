import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { type LiveDesk, startLiveDesk } from './live-desk.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests in the browser reach the live desk. */
    liveDesk: string;
  }
}

type Call = (...values: unknown[]) => Promise<unknown>;

const answer = async (desk: LiveDesk, body: string): Promise<unknown> => {
  const { method, values } = JSON.parse(body) as { method: keyof LiveDesk; values: unknown[] };
  if (!Object.hasOwn(desk, method) || method === 'stop') throw new Error(`No ${method}.`);
  return await (desk[method] as unknown as Call)(...values);
};

/** Starts the live desk and a door to it on the loopback, for as long as the tests run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const desk = await startLiveDesk();
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      answer(desk, body).then(
        (value) => response.end(JSON.stringify({ value: value ?? null })),
        (error: unknown) => response.end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  project.provide('liveDesk', `http://127.0.0.1:${port}/`);
  return async () => {
    server.closeAllConnections();
    server.close();
    await desk.stop();
  };
}
