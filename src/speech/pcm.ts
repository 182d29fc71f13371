/** Samples a second of all sound that goes to a recogniser: what speech models are trained on. */
export const speechRate = 16_000;

/** Samples of −1 to 1 as 16-bit little-endian, which is what servers take. */
export function toPcm16(samples: Float32Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, index) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    view.setInt16(index * 2, Math.round(clipped * 0x7fff), true);
  });
  return view.buffer;
}

/** 16-bit samples of one channel as a WAV file (RIFF, format 1), at {@link speechRate} unless told. */
export function toWav(pcm: ArrayBuffer, rate = speechRate): Blob {
  const view = new DataView(new ArrayBuffer(44));
  const write = (at: number, text: string) => {
    for (let index = 0; index < text.length; index += 1)
      view.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + pcm.byteLength, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, pcm.byteLength, true);
  return new Blob([view.buffer, pcm], { type: 'audio/wav' });
}
