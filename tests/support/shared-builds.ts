import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Build, buildApart } from '../../scripts/build-apart.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where journeys ask for a build; see `shared-build.ts`. */
    builds: string;
  }
}

const buildPage = (page: string): Promise<Build> => {
  const input = { build: { rollupOptions: { input: page } } };
  return buildApart(page ? [{ name: 'page', config: () => input }] : []);
};

/** Builds a page when the first journey asks for it, once for all of them, and removes it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const builds = new Map<string, Promise<Build>>();
  const server = createServer((request, response) => {
    const page = (request.url ?? '/').slice(1);
    const build = builds.get(page) ?? buildPage(page);
    builds.set(page, build);
    build.then(
      ({ folder }) => response.end(folder),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  project.provide('builds', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.closeAllConnections();
    server.close();
    for (const build of await Promise.allSettled(builds.values()))
      if (build.status === 'fulfilled') build.value.remove();
  };
}
