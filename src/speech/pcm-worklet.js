// Runs in the AudioWorklet's own world, hence plain JavaScript that imports nothing: collects what
// a track says, one channel, and hands it over an eighth of a second at a time.
class Pcm extends AudioWorkletProcessor {
  constructor() {
    super();
    this.block = new Float32Array(sampleRate >> 3);
    this.filled = 0;
    this.port.onmessage = () => {
      this.hand();
      this.port.postMessage(null);
    };
  }

  hand() {
    this.port.postMessage(this.block.slice(0, this.filled));
    this.filled = 0;
  }

  process([[samples]]) {
    for (const sample of samples ?? []) {
      this.block[this.filled++] = sample;
      if (this.filled === this.block.length) this.hand();
    }
    return true;
  }
}

registerProcessor('pcm', Pcm);
