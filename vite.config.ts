import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import { earlyWords } from './scripts/vite/early-words.ts';
import { espeakData } from './scripts/vite/espeak-data.ts';
import { behindFile, firstFile, vaultFile } from './scripts/vite/first-file.ts';
import { localeParts } from './scripts/vite/locale-parts.ts';
import { minifyAgain } from './scripts/vite/minify-again.ts';
import { offlineFiles } from './scripts/vite/offline-files.ts';
import { scenarioData } from './scripts/vite/scenario-data.ts';
import { smallPreload } from './scripts/vite/small-preload.ts';

/**
 * Nothing from elsewhere, no inline style, no inline script but the one of this hash, and no string
 * becomes markup.
 */
const policy = (hash: string | undefined) => [
  "default-src 'none'",
  `script-src 'self'${hash ? ` '${hash}'` : ''}`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "manifest-src 'self'",
  "worker-src 'self'",
  // An agent's own servers may stand anywhere. Plain ones are the browser's to refuse, which it does
  // on any page that came by https (docs/adr/0011-speech-box.md); the chat refuses them by itself.
  'connect-src https: wss: http: ws:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types harebell-template harebell-stanza harebell-espeak harebell-offline',
];

/** Vite's development client breaks the policy, so it stands in what is built, and tests run on that. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  // As text: Vite would write each quote of the policy as five characters.
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) => {
      const early = earlyWords(bundle ?? {});
      const content = policy(early?.hash).join('; ');
      const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
      // Before the style sheet, which scripts behind it wait for.
      const script = early ? `<script>${early.script}</script>` : '';
      return html.replace('<head>', `<head>${meta}${script}`).replaceAll(/>\s*\n\s*</g, '><');
    },
  },
};

/**
 * Solid's compiler, made to pass the policy (docs/adr/0002-trusted-types.md). Events are not
 * delegated: with a click listener around everything, screen readers call all sorts of text "clickable".
 */
const compilerOptions = { moduleName: '#dom', inlineStyles: false, delegateEvents: false };

/** What both the build and the tests in the browser need. */
export const plugins = () => [
  localeParts,
  scenarioData,
  espeakData,
  solid({ solid: compilerOptions }),
];

export default defineConfig({
  plugins: [...plugins(), contentSecurityPolicy, smallPreload, minifyAgain, offlineFiles()],
  worker: { format: 'es', plugins: () => [espeakData] },
  build: {
    target: 'es2022',
    modulePreload: {
      polyfill: false,
      // The page names its own pieces; the list of everybody else's would weigh more than it gives.
      resolveDependencies: (_file, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The page's script names 45 of them: what they are called is in the manifest.
        chunkFileNames: 'assets/[hash:7].js',
        codeSplitting: {
          groups: [
            { name: firstFile, debugName: 'first file', priority: 2 },
            { name: vaultFile, debugName: 'what finds the key', priority: 1 },
            { name: behindFile, debugName: 'behind it', priority: 0 },
          ],
        },
      },
    },
  },
});
