import type { Plugin } from 'vite';

/** How long a browser may keep a file without asking: what has a hash in its name never changes. */
export const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** What `npm start` says with each file, as any host of the built program should. */
export const serveHeaders: Plugin = {
  name: 'serve-headers',
  configurePreviewServer: ({ middlewares }) => {
    middlewares.use((request, response, next) => {
      response.setHeader('Cache-Control', cacheControl(request.url ?? '/'));
      response.setHeader('X-Content-Type-Options', 'nosniff');
      next();
    });
  },
};
