import load, { type EspeakModule } from '@echogarden/espeak-ng-emscripten';
import type { PcmChunk, SoundingWord } from '../pcm-stream.ts';
import { espeakPace, pauseAfter } from './espeak-pace.ts';
import { type EspeakPiece, espeakSampleRate } from './espeak-protocol.ts';
import { toEspeakText, wordLength } from './espeak-text.ts';
import { createShortener } from './shorten-sound.ts';
import { type PackedFile, unpackFiles } from './unpack-files.ts';

/** eSpeak NG itself, in the worker. */
export interface EspeakEngine {
  /** Puts more files into its file system. */
  add(packed: ArrayBuffer): void;
  /**
   * Says a piece, and does not return before it is said. Times and offsets count from its start.
   * @throws if there is no such voice
   */
  say(piece: EspeakPiece, onSound: (chunk: PcmChunk) => void): void;
}

function addFile(module: EspeakModule, { path, bytes }: PackedFile): void {
  module.FS_createPath('/', path.slice(1, path.lastIndexOf('/')), true, true);
  module.FS_createDataFile(path, null, bytes, true, true, true);
}

/** Starts eSpeak NG. @param packed the files of `espeak:english` */
export async function startEspeak(packed: ArrayBuffer): Promise<EspeakEngine> {
  const addAll = (module: EspeakModule, from: ArrayBuffer) => {
    for (const file of unpackFiles(from)) addFile(module, file);
  };
  const module = await load({ preRun: [(starting) => addAll(starting, packed)] });
  const speaker = new module.eSpeakNGWorker();

  return {
    add: (more) => addAll(module, more),
    say(piece, onSound) {
      if (speaker.set_voice(piece.voice, piece.voice) !== 0) throw new Error('No such voice.');
      const { wordsPerMinute, shorten } = espeakPace(piece.rate);
      speaker.rate = wordsPerMinute;
      speaker.pitch = Math.round(Math.min(99, Math.max(0, piece.pitch * 50)));
      const { text, offsets } = toEspeakText(piece.text);
      const shortener = shorten > 1 ? createShortener(shorten, espeakSampleRate) : undefined;
      let last = -1;

      speaker.synthesize(text, (sound, events) => {
        const words: SoundingWord[] = [];
        for (const { type, text_position, audio_position } of events) {
          const at = type === 'word' ? offsets[text_position - 1] : undefined;
          // A word that is spelled, or a number, is told several times.
          if (at === undefined || at <= last || /\s/.test(piece.text[at] ?? ' ')) continue;
          last = at + wordLength(piece.text, at) - 1;
          words.push({ time: audio_position / 1000 / shorten, at, length: last + 1 - at });
        }
        const plain = Float32Array.from(sound, (value) => value / 32_768);
        const samples = shortener?.push(plain) ?? plain;
        if (samples.length > 0 || words.length > 0) onSound({ samples, words });
        return false;
      });
      const rest = shortener?.finish();
      if (rest && rest.length > 0) onSound({ samples: rest, words: [] });
      const pause = Math.round(pauseAfter(piece.end, piece.rate) * espeakSampleRate);
      if (pause > 0) onSound({ samples: new Float32Array(pause), words: [] });
    },
  };
}
