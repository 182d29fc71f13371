import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import en from '../../locales/en.json';
import { commandIds } from '../../src/a11y/command-table.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { createVoicePhrases } from '../../src/session/voice-phrases.ts';
import { isLongEnough, matchCommand, plainPhrase } from '../../src/speech/match-command.ts';
import type { Row } from './print-table.ts';

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
/** Voices of flite, in turn. */
const voices = ['slt', 'rms', 'kal16', 'awb'] as const;
type VoiceName = (typeof voices)[number] | 'espeak';
/**
 * How often eSpeak NG speaks instead: of the sentences every fifth; of the commands every fifteenth,
 * because pocketsphinx understands hardly a word of it, and what it does not understand is no command.
 */
const espeakEach = { command: 15, sentence: 5 } as const;
const voiceFor = (kind: keyof typeof espeakEach, at: number): VoiceName =>
  (at + 1) % espeakEach[kind] === 0 ? 'espeak' : (voices[at % voices.length] ?? 'slt');

interface Hearing {
  readonly closed: string | null;
  readonly open: readonly string[];
}

const speak = (text: string, voice: VoiceName, file: string) => {
  if (voice !== 'espeak') {
    execFileSync('flite', ['-voice', voice, '-t', text, '-o', file]);
    return;
  }
  execFileSync('espeak-ng', ['-v', 'en-us', '-s', '140', '-w', file, text]);
};

const hear = (phrases: readonly string[], files: readonly string[]) => {
  const input = JSON.stringify({ phrases, files });
  const output = execFileSync('/usr/bin/python3', [here('hear-sentences.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const [first = '{}', ...rest] = output.trim().split('\n');
  return {
    unknown: (JSON.parse(first) as { unknown: string[] }).unknown,
    heard: rest.map((line) => JSON.parse(line) as Hearing),
  };
};

/**
 * Speaks every command and 200 ordinary sentences, has pocketsphinx understand them by a grammar and
 * by its whole language, and counts what the desk would take for a command.
 */
export async function measureCommands(): Promise<Row[]> {
  const said = createVoicePhrases(createTranslator('en', en));
  const commands = [...commandIds.map(said.command), ...said.own, ...said.answers];
  const spoken = commands.flatMap(({ id, phrases }) =>
    phrases.filter(isLongEnough).map((phrase) => ({ id, phrase: plainPhrase(phrase) })),
  );
  const sentences = readFileSync(here('service-sentences.txt'), 'utf8').trim().split('\n');
  const folder = mkdtempSync(join(tmpdir(), 'harebell-commands-'));
  try {
    const texts = [...spoken.map(({ phrase }) => phrase), ...sentences];
    const by = (at: number) =>
      at < spoken.length ? voiceFor('command', at) : voiceFor('sentence', at - spoken.length);
    const files = texts.map((text, at) => {
      const file = join(folder, `${at}.wav`);
      speak(text, by(at), file);
      return file;
    });
    const { unknown, heard } = hear([...new Set(spoken.map(({ phrase }) => phrase))], files);
    const decide = ({ closed, open }: Hearing) =>
      matchCommand(closed === null ? { open } : { closed, open }, commands);
    const known = spoken
      .map((one, at) => ({ ...one, at }))
      .filter(({ phrase }) => !unknown.includes(phrase));
    const taken = known.filter(({ id, at }) => heard[at] && decide(heard[at]) === id);
    const wrong = known.filter(({ id, at }) => {
      const decided = heard[at] && decide(heard[at]);
      return decided !== undefined && decided !== id;
    });
    const accepted = sentences.filter((_, at) => {
      const hearing = heard[spoken.length + at];
      return hearing && decide(hearing) !== undefined;
    });
    const grammarOnly = sentences.filter((_, at) => heard[spoken.length + at]?.closed != null);
    for (const { phrase, at } of known) {
      if (process.argv.includes('--verbose') && !taken.some((one) => one.at === at)) {
        console.log(`not taken (${by(at)}): ${phrase} ← ${JSON.stringify(heard[at])}`);
      }
    }
    for (const sentence of accepted) console.log(`taken for a command: ${sentence}`);
    const one = (name: string, value: number, unit = '', goal?: number): Row => ({
      name,
      values: [value],
      unit,
      ...(goal !== undefined && { goal }),
    });
    const missed = (1 - taken.length / known.length) * 100;
    const espeak = known.filter(({ at }) => by(at) === 'espeak');
    const espeakMissed = espeak.filter((each) => !taken.includes(each));
    return [
      one('commands spoken', known.length),
      one('commands not taken', missed, '%', 10),
      one('spoken by eSpeak NG', espeak.length),
      one('of these not taken', espeakMissed.length),
      one('commands taken for another one', wrong.length, '', 0),
      one('ordinary sentences spoken', sentences.length),
      one('of these taken for a command', accepted.length, '', 0),
      one('of these by the grammar alone', grammarOnly.length),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
