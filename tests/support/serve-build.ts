import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/** A build that is being served. */
export interface ServedBuild {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.scenario': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.png': 'image/png',
};

/**
 * Serves a folder on a free port; an address without a file extension is the program's own route.
 * @param how.keep lets browsers keep what has a hash in its name, as a host would
 * @param how.port where it was served before
 * @param how.breaks which paths are begun and broken off, as on a bad link
 */
export async function serveBuild(
  folder: string,
  how: {
    readonly keep?: boolean;
    readonly port?: number;
    readonly breaks?: (path: string) => boolean;
  } = {},
): Promise<ServedBuild> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = normalize(decodeURIComponent(pathname));
    asked.push(pathname);
    const name = extname(wanted) === '' ? '/index.html' : wanted;
    try {
      const body = await readFile(join(folder, name));
      const type = types[extname(name)] ?? 'application/octet-stream';
      const isKept = how.keep && name.startsWith('/assets/');
      const cache = isKept ? 'public, max-age=31536000, immutable' : 'no-store';
      response.writeHead(200, {
        'content-type': type,
        'cache-control': cache,
        'content-length': body.length,
      });
      if (how.breaks?.(pathname)) response.write(body.subarray(0, 1), () => response.destroy());
      else response.end(request.method === 'HEAD' ? undefined : body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(how.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
