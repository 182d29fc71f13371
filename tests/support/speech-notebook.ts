import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';

/** What speech-dispatcher was asked to say. */
export interface Spoken {
  /** As the voice has it: `cmn` is Mandarin, `yue` Cantonese. */
  readonly language: string;
  readonly voice: string;
  /** −100 to 100, 0 is the voice's own; as speech-dispatcher has it. */
  readonly rate: number;
  readonly pitch: number;
  readonly text: string;
  /** Whether it was said to its end; false while it is being said, and for good if it was cut off. */
  readonly isDone: boolean;
}

/** A speech-dispatcher of one's own whose only synthesizer is a notebook. */
export interface SpeechNotebook {
  /** To be added to a browser's environment, besides `--enable-speech-dispatcher`. */
  readonly env: Readonly<Record<string, string>>;
  said(): readonly Spoken[];
  /** Forgets what was said until now. */
  clear(): void;
  close(): Promise<void>;
}

// The order is a trap: the first "Chinese" voice is Cantonese, and the variants stand before the rest.
const voices = [
  ['yue', 'MALE1', 'Chinese (Cantonese)'],
  ['cmn', 'MALE2', 'Chinese (Mandarin)+f1'],
  ['cmn', 'MALE1', 'Chinese (Mandarin)'],
  ['en', 'MALE2', 'English+croak'],
  ['en', 'MALE1', 'English'],
  ['de', 'MALE1', 'German'],
] as const;

/** How a text is "said": written down, with a rest that is as long as it, and marked when over. */
const script = (file: string) => `#!/bin/sh
text=$(printf %s "$5" | tr '\\t\\n' '  ')
printf 'said\\t%s\\t%s\\t%s\\t%s\\t%s\\n' "$1" "$2" "$3" "$4" "$text" >> '${file}'
sleep "$(awk -v n="$(printf %s "$text" | wc -m)" 'BEGIN { print 0.1 + n * 0.02 }')"
printf 'done\\t%s\\n' "$text" >> '${file}'
`;

const general = (folder: string) => `LogLevel 1
LogDir "${folder}"
CommunicationMethod "unix_socket"
AudioOutputMethod "alsa"
SymbolsPreproc "none"
AddModule "notebook" "sd_generic" "notebook.conf"
DefaultModule notebook
DefaultLanguage "en"
`;

const moduleConfig = (say: string) => `Debug 0
GenericExecuteSynth "${say} '$LANGUAGE' '$VOICE' '$RATE' '$PITCH' \\'$DATA\\'"
GenericMaxChunkLength 10000
GenericDelimiters "~"
GenericRateAdd 0
GenericRateMultiply 100
GenericPitchAdd 0
GenericPitchMultiply 100
${[...new Set(voices.map(([language]) => language))]
  .map((language) => `GenericLanguage "${language}" "${language}" "utf-8"`)
  .join('\n')}
${voices.map((voice) => `AddVoice ${voice.map((word) => `"${word}"`).join(' ')}`).join('\n')}
DefaultVoice "English"
`;

/** Where a notebook in `folder` listens and writes, and how it is started. */
export interface NotebookFiles {
  readonly args: readonly string[];
  readonly env: Readonly<Record<'HOME' | 'XDG_RUNTIME_DIR' | 'SPEECHD_ADDRESS', string>>;
  readonly socket: string;
  said(): readonly Spoken[];
  clear(): void;
}

/**
 * Writes all that a speech-dispatcher needs to be a notebook into a folder that is there. Its sound
 * goes nowhere (ALSA's null device), and nothing of the machine's own speech service is touched.
 */
export function writeNotebook(folder: string): NotebookFiles {
  const path = (name: string) => join(folder, name);
  mkdirSync(path('modules'), { recursive: true, mode: 0o700 });
  writeFileSync(path('.asoundrc'), 'pcm.!default { type null }\nctl.!default { type null }\n');
  writeFileSync(path('speechd.conf'), general(folder));
  writeFileSync(path('modules/notebook.conf'), moduleConfig(path('say.sh')));
  writeFileSync(path('say.sh'), script(path('said.tsv')));
  chmodSync(path('say.sh'), 0o755);
  const socket = path('speechd.sock');
  return {
    socket,
    args: [
      ...['--run-single', '--communication-method', 'unix_socket', '--socket-path', socket],
      ...['--config-dir', folder, '--log-dir', folder, '--pid-file', path('pid'), '--timeout', '0'],
    ],
    env: { HOME: folder, XDG_RUNTIME_DIR: folder, SPEECHD_ADDRESS: `unix_socket:${socket}` },
    said: () => readNotebook(path('said.tsv')),
    clear: () => writeFileSync(path('said.tsv'), ''),
  };
}

function readNotebook(file: string): readonly Spoken[] {
  const log = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const said: Spoken[] = [];
  // A line that is still being written has no end.
  for (const line of log.slice(0, log.lastIndexOf('\n') + 1).split('\n')) {
    const [kind, ...words] = line.split('\t');
    if (kind === 'said') {
      const [language = '', voice = '', rate, pitch, text = ''] = words;
      const numbers = { rate: Number(rate), pitch: Number(pitch) };
      said.push({ language, voice, ...numbers, text: text.trim(), isDone: false });
    } else if (kind === 'done') {
      const at = said.findLastIndex(({ text }) => text === (words[0] ?? '').trim());
      const found = said[at];
      if (found) said[at] = { ...found, isDone: true };
    }
  }
  return said;
}

/**
 * Starts one in a folder of its own; `close` ends it and removes the folder.
 * @param folder a new one, unless its name has to be known beforehand
 */
export async function startSpeechNotebook(
  folder = mkdtempSync(join(tmpdir(), 'harebell-voice-')),
): Promise<SpeechNotebook> {
  const { args, env, socket, said, clear } = writeNotebook(folder);
  // Should the test be killed outright, the kernel ends it too.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'speech-dispatcher', ...args], {
    stdio: 'ignore',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    // A test may have ended it already; twice is once.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await eventually(() => existsSync(socket) || undefined);
  } catch (error) {
    await close();
    throw error;
  }
  return { env, said, clear, close };
}
