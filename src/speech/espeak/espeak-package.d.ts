/** Addresses of the data that `scripts/vite/espeak-data.ts` cuts. */
declare module 'espeak:english' {
  const address: string;

  // biome-ignore lint/style/noDefaultExport: an address is what Vite exports so.
  export { address as default };
}
declare module 'espeak:mandarin' {
  const address: string;

  // biome-ignore lint/style/noDefaultExport: an address is what Vite exports so.
  export { address as default };
}

/** What we use of the package. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    readonly type: string;
    /** In characters (code points), from 1. */
    readonly text_position: number;
    /** Milliseconds from the start. */
    readonly audio_position: number;
  }
  export interface EspeakSpeaker {
    /** Words a minute, up to 450. */
    rate: number;
    /** 0 to 99; 50 is the voice's own. */
    pitch: number;
    /** 0 where there is such a voice. */
    set_voice(name: string, language: string): number;
    synthesize(
      text: string,
      onSound: (samples: Int16Array, events: readonly EspeakEvent[]) => boolean,
    ): void;
  }
  export interface EspeakModule {
    FS_createPath(parent: string, path: string, canRead: boolean, canWrite: boolean): void;
    FS_createDataFile(
      path: string,
      name: null,
      bytes: Uint8Array,
      canRead: boolean,
      canWrite: boolean,
      canOwn: boolean,
    ): void;
    readonly eSpeakNGWorker: new () => EspeakSpeaker;
  }
  function load(options: {
    readonly preRun: readonly ((module: EspeakModule) => void)[];
  }): Promise<EspeakModule>;

  // biome-ignore lint/style/noDefaultExport: the package does so.
  export { load as default };
}
