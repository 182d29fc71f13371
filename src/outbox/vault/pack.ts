/** Where a blob stood in a value, and what is needed to put it there again. */
interface Part {
  readonly path: readonly string[];
  readonly type: string;
  readonly length: number;
}

/** What blobs hold. Reading one takes a moment that a transaction does not wait for. */
export type KnownBlobs = WeakMap<Blob, Uint8Array<ArrayBuffer>>;

const lengthSize = 4;

/** All blobs in plain data, each with its path. */
export function findBlobs(
  value: unknown,
  path: readonly string[] = [],
): (readonly [path: readonly string[], blob: Blob])[] {
  if (value instanceof Blob) return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => findBlobs(inner, [...path, name]));
}

/**
 * Makes bytes of plain data, which may hold blobs; undefined if what one of those holds is not known.
 * @throws TypeError for what is no data: a function, a symbol, a big integer
 */
export function pack(value: unknown, known: KnownBlobs): Uint8Array<ArrayBuffer> | undefined {
  const parts: Part[] = [];
  const contents: Uint8Array[] = [];
  for (const [path, blob] of findBlobs(value)) {
    const bytes = known.get(blob);
    if (!bytes) return undefined;
    parts.push({ path, type: blob.type, length: bytes.length });
    contents.push(bytes);
  }
  const json = JSON.stringify({ value, parts }, (_key, inner: unknown) => {
    if (typeof inner === 'function' || typeof inner === 'symbol') throw new TypeError('No data.');
    return inner;
  });
  const head = new TextEncoder().encode(json);
  const all = [head, ...contents];
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, lengthSize));
  new DataView(bytes.buffer).setUint32(0, head.length);
  let at = lengthSize;
  for (const each of all) {
    bytes.set(each, at);
    at += each.length;
  }
  return bytes;
}

/**
 * The reverse of {@link pack}; the blobs that it makes are known.
 * @param bytes our own, which have been found whole
 */
export function unpack(bytes: Uint8Array, known: KnownBlobs): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  let at = lengthSize + length;
  const root = JSON.parse(new TextDecoder().decode(bytes.subarray(lengthSize, at))) as {
    value?: unknown;
    parts: readonly Part[];
  };
  for (const part of root.parts) {
    const content = Uint8Array.from(bytes.subarray(at, at + part.length));
    at += part.length;
    const blob = new Blob([content], { type: part.type });
    known.set(blob, content);
    const path = ['value', ...part.path];
    const name = path.pop() ?? '';
    let holder = root as unknown as Record<string, unknown>;
    for (const step of path) holder = holder[step] as Record<string, unknown>;
    holder[name] = blob;
  }
  return root.value;
}
