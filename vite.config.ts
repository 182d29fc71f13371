import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { localeParts } from './scripts/vite/locale-parts.ts';
import { scenarioData } from './scripts/vite/scenario-data.ts';
import { smallPreload } from './scripts/vite/small-preload.ts';

/** Nothing from elsewhere, no inline script or style, and no string becomes markup. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // An agent's own server may stand anywhere; only sockets and its discovery document are asked for.
  "connect-src 'self' https: wss: ws://127.0.0.1:* ws://localhost:* http://127.0.0.1:* http://localhost:*",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types harebell-template harebell-stanza',
].join('; ');

/** Vite's development client breaks the policy, so it stands in what is built, and tests run on that. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: policy },
      injectTo: 'head-prepend',
    },
  ],
};

/**
 * Solid's compiler, made to pass the policy (docs/adr/0002-trusted-types.md). Events are not
 * delegated: with a click listener around everything, screen readers call all sorts of text "clickable".
 */
const compilerOptions = { moduleName: '#dom', inlineStyles: false, delegateEvents: false };

/** What both the build and the tests in the browser need. */
export const plugins = () => [localeParts, scenarioData, solid({ solid: compilerOptions })];

export default defineConfig({
  plugins: [...plugins(), contentSecurityPolicy, smallPreload],
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // The page names its own pieces; the list of everybody else's would weigh more than it gives.
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
  },
  preview: { port: 4173, strictPort: true },
});
