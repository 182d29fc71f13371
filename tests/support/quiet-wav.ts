/** Quiet as WAV: 8000 samples of 8 bits a second, as long telephone recordings are. */
export function quietWav(seconds: number): Blob {
  const size = Math.round(seconds * 8000);
  const words = [0x52494646, 0, 0x57415645, 0x666d7420, 0, 0, 0, 0, 0, 0x64617461, 0];
  const head = new DataView(new ArrayBuffer(44));
  words.forEach((word, at) => {
    head.setUint32(at * 4, word);
  });
  head.setUint32(4, 36 + size, true);
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, 1, true);
  head.setUint32(24, 8000, true);
  head.setUint32(28, 8000, true);
  head.setUint16(32, 1, true);
  head.setUint16(34, 8, true);
  head.setUint32(40, size, true);
  return new Blob([head, new Uint8Array(size).fill(128)], { type: 'audio/wav' });
}
