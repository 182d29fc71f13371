/** A file of eSpeak NG's data: where eSpeak looks for it, and what is in it. */
export interface EspeakFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const loaderBegins =
  'var Module=typeof Module!="undefined"?Module:{};Module["expectedDataFileDownloads"]';
const listBegins = 'loadPackage({files:[';
const loaderEnds = '})})();';

/** What is taken out of the engine, and what stands there instead. Each must be found. */
const replacements: readonly (readonly [from: string, to: string])[] = [
  // Node's own ways to files: a browser's bundle would carry stand-ins for them.
  [
    'ENVIRONMENT_IS_NODE=typeof process=="object"&&typeof process.versions=="object"&&typeof process.versions.node=="string"&&process.type!="renderer"',
    'ENVIRONMENT_IS_NODE=false',
  ],
  [
    'if(ENVIRONMENT_IS_NODE){const{createRequire}=await import("module");let dirname=import.meta.url;if(dirname.startsWith("data:")){dirname="/"}var require=createRequire(dirname)}',
    '',
  ],
  // Vite would look for a file that the package does not have: it is JavaScript all through.
  ['new URL("espeak-ng.wasm",import.meta.url).href', '"espeak-ng.wasm"'],
  ['var fs=require("fs");var nodePath=require("path");', ''],
  ['require("url").fileURLToPath', ''],
  ['require("crypto")', '{}'],
];

function findLoader(source: string): readonly [from: number, list: number, to: number] {
  const from = source.indexOf(loaderBegins);
  const list = source.indexOf(listBegins, from);
  const to = source.indexOf(loaderEnds, list);
  if (from < 0 || list < 0 || to < 0) {
    throw new Error('espeak-ng.js is not as it was: its list of files is not found.');
  }
  return [from, list, to + loaderEnds.length];
}

/**
 * The engine without the code that fetches 24 MB of data and without Node's part: whoever starts it
 * puts files into its file system. Must be said where it is passed on (GPL-3.0, section 5a).
 * @param source `espeak-ng.js` of the package
 * @throws if a newer package looks different
 */
export function cutEngine(source: string): string {
  const [from, , to] = findLoader(source);
  let engine = source.slice(0, from) + source.slice(to);
  for (const [what, instead] of replacements) {
    const cut = engine.replace(what, instead);
    if (cut === engine) throw new Error(`espeak-ng.js is not as it was: ${what} is not found.`);
    engine = cut;
  }
  return engine;
}

/** Takes the package's data apart, by the list that stands in its script. */
export function readEspeakFiles(source: string, data: Uint8Array): EspeakFile[] {
  const [, list, to] = findLoader(source);
  const entries = source.slice(list, to).matchAll(/filename:"([^"]+)",start:(\d+),end:(\d+)/g);
  return [...entries].map(([, path = '', start, end]) => ({
    path,
    bytes: data.subarray(Number(start), Number(end)),
  }));
}

/**
 * Puts files into one: the length of a JSON list of `[path, bytes]` (32 bits, little end first), that
 * list, then the files' bytes one after the other. `unpackFiles` reads it.
 */
export function packFiles(files: readonly EspeakFile[]): Uint8Array {
  const list = new TextEncoder().encode(
    JSON.stringify(files.map(({ path, bytes }) => [path, bytes.length])),
  );
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, list.length, true);
  return new Uint8Array(Buffer.concat([head, list, ...files.map(({ bytes }) => bytes)]));
}
