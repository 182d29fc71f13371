// What answers a browser with the files of a build, compressed, as a host should (docs/deploy.md).
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
/** Changes seldom, and is asked for over and over where it may not be kept: a picture on each tab. */
const seldom = ['.png', '.svg'];
/** Browsers look for a newer one at each visit; within the hour they need not ask. */
const freshOf = (path) => {
  if (basename(path) === 'sw.js') return 'public, max-age=3600';
  return seldom.includes(extname(path)) ? 'public, max-age=86400' : 'no-cache';
};
/** Compressed already. */
const packed = ['.png'];
const compress = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

/**
 * Makes a request listener for a folder. An address without a file extension is the program's own
 * route. Each file is compressed once and then kept in memory, until it changes on the disk.
 * @param {string} folder
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => Promise<void>}
 */
export function answerFiles(folder) {
  const root = resolve(folder);
  const kept = new Map();

  const load = async (path) => {
    const { mtimeMs, size } = await stat(path);
    const version = `${mtimeMs} ${size}`;
    const before = kept.get(path);
    if (before?.version === version) return before;
    const body = await readFile(path);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`;
    const file = { version, etag, coded: new Map([['identity', Promise.resolve(body)]]) };
    kept.set(path, file);
    return file;
  };
  const encode = (file, coding) => {
    const done =
      file.coded.get(coding) ?? file.coded.get('identity').then((body) => compress[coding](body));
    file.coded.set(coding, done);
    return done;
  };

  return async (request, response) => {
    const refuse = (status) => response.writeHead(status, { 'content-length': 0 }).end();
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    let path;
    try {
      const wanted = decodeURIComponent((request.url ?? '/').replace(/[?#].*/s, ''));
      path = resolve(root, `.${extname(wanted) === '' ? '/index.html' : wanted}`);
    } catch {
      return refuse(400);
    }
    if (!path.startsWith(root + sep) || path.includes('\0')) return refuse(404);
    const file = await load(path).catch(() => undefined);
    if (!file) return refuse(404);
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const coding = packed.includes(extname(path))
      ? 'identity'
      : (['br', 'gzip'].find((name) =>
          new RegExp(`\\b${name}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepted),
        ) ?? 'identity');
    // What has a hash in its name never changes; all else is asked for again, and costs no body then.
    const isHashed = path.startsWith(resolve(root, 'assets') + sep);
    const headers = {
      'cache-control': isHashed ? 'public, max-age=31536000, immutable' : freshOf(path),
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      etag: file.etag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    };
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const body = await encode(file, coding);
    if (coding !== 'identity') headers['content-encoding'] = coding;
    response.writeHead(200, { ...headers, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
