/**
 * Brings samples to a lower rate: each new one is the mean of those it stands for, which is filter
 * enough for speech. Carries the rest of a block over to the next.
 * @param from samples a second that come in
 * @param to samples a second that go out; at most `from`
 */
export function createResampler(from: number, to: number): (samples: Float32Array) => Float32Array {
  if (from === to) return (samples) => samples;
  const step = from / to;
  let sum = 0;
  let weight = 0;
  return (samples) => {
    const out: number[] = [];
    for (const sample of samples) {
      const room = step - weight;
      const share = Math.min(1, room);
      sum += sample * share;
      weight += share;
      if (share < room) continue;
      out.push(sum / step);
      sum = sample * (1 - share);
      weight = 1 - share;
    }
    return Float32Array.from(out);
  };
}
