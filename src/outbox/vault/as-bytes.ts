/**
 * Bytes that came from the disk or from another tab; undefined for anything else. A database that another
 * window has opened gives arrays of that window, which are no `Uint8Array` of this one.
 */
export const asBytes = (value: unknown): Uint8Array<ArrayBuffer> | undefined =>
  ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
    ? Uint8Array.from(value as Uint8Array)
    : undefined;
