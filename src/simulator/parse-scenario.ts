import { unwanted } from '../shared/unwanted.ts';
import { checkScenario } from './check-scenario.ts';
import { inSentences } from './in-sentences.ts';
import type { Problem } from './problem.ts';
import { languageTag, readLine } from './read-line.ts';
import { type Note, plainWord } from './read-values.ts';
import type { Scenario } from './scenario.ts';
import {
  type BeatDraft,
  type ChatDraft,
  createBeatDraft,
  createChatDraft,
  createScenarioDraft,
  type Reference,
} from './scenario-draft.ts';
import { suggestWord } from './suggest-word.ts';
import { type Keyword, keywords } from './vocabulary.ts';

/** Characters: more than any mentor writes by hand; keeps hostile files from taking the page down. */
export const longestScenario = 100_000;
const longestLine = 4000;
/** Nobody reads more; a hostile file could have millions. */
const mostProblems = 1000;

/** What became of a scenario's text: all that could be used, and all that is wrong with it. */
export interface ParsedScenario {
  /** Undefined when no customer has anything to say. */
  readonly scenario: Scenario | undefined;
  readonly problems: readonly Problem[];
}

/** `says zh` → the keyword, and `zh`; a language that is not told is `*`. */
function readHead(head: string, note: Note): { keyword: Keyword; language: string } | undefined {
  const [word = '', tag, ...more] = head.split(/\s+/);
  const keyword = keywords.get(word.toLowerCase());
  if (!keyword) {
    note('unknown-keyword', head.slice(0, 60), suggestWord(word, keywords.keys()));
    return undefined;
  }
  if (tag === undefined) return { keyword, language: '*' };
  const language = plainWord(tag).split('-', 1)[0] ?? '';
  const takesLanguage = ['text', 'pairs', 'earlier', 'limit', 'picture'].includes(keyword.reading);
  if (takesLanguage && more.length === 0 && languageTag.test(language)) {
    return { keyword, language };
  }
  note('unknown-language', head.slice(word.length).trim().slice(0, 60));
  return undefined;
}

/** The value of a `name:` pair's head and tail, parted at the first colon of either width. */
function splitAtColon(line: string): readonly [string, string] | undefined {
  const at = line.search(/[:：]/);
  return at < 0 ? undefined : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/**
 * Reads a scenario (grammar: docs/scenarios.md). Never throws and never stops at an error: all
 * problems are told at once, by line, and what could be read is usable.
 * @param text the whole file, in any language, with any line ends
 */
export function parseScenario(text: string): ParsedScenario {
  const problems: Problem[] = [];
  const draft = createScenarioDraft();
  const references: Reference[] = [];
  let chat: ChatDraft | undefined;
  let beat: BeatDraft | undefined;
  const lines = text
    .slice(0, longestScenario)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
  for (const [index, raw] of lines.entries()) {
    const number = index + 1;
    const note: Note = (kind, word, suggestion) =>
      problems.push({
        line: number,
        kind,
        ...(word ? { word: word.slice(0, 60) } : {}),
        ...(suggestion ? { suggestion } : {}),
      });
    if (raw.length > longestLine) {
      note('line-too-long');
      continue;
    }
    // One space at most: nothing below can be made slow by thousands of them.
    const line = raw.replace(unwanted, ' ').trim().replace(/\s+/g, ' ');
    if (!line || line.startsWith('//')) continue;
    if (line.startsWith('##')) {
      const id = line.slice(2).trim();
      if (!chat || !id) note(chat ? 'missing' : 'misplaced', chat ? '##' : line);
      else {
        beat = createBeatDraft(id, number);
        if (chat.beats.some((other) => other.id === id)) note('duplicate', id);
        else chat.beats.push(beat);
      }
      continue;
    }
    const pair = splitAtColon(line);
    if (line.startsWith('#')) {
      const word = plainWord(pair?.[0].slice(1).trim() ?? '');
      const id = pair ? pair[1] : line.slice(1).trim();
      if (pair && word !== 'chat') note('unknown-keyword', word, suggestWord(word, ['chat']));
      if (!id) note('missing', '# chat');
      chat = createChatDraft(id || `${number}`, number);
      beat = undefined;
      if (draft.chats.some((other) => other.id === id)) note('duplicate', id);
      else draft.chats.push(chat);
      continue;
    }
    if (!pair) {
      note('no-colon', line, suggestWord(line.split(/\s/, 1)[0] ?? '', keywords.keys()));
      continue;
    }
    const head = readHead(pair[0], note);
    if (!head) continue;
    if (!pair[1]) {
      note('missing', pair[0]);
      continue;
    }
    const place = { draft, chat, beat };
    const home = chat;
    readLine(place, head.keyword, head.language, pair[1], note, (kind, word, chatName) => {
      if (home) references.push({ kind, word, chat: home, chatName, line: number });
    });
  }
  if (text.length > longestScenario) problems.push({ line: lines.length, kind: 'too-long' });
  const all = [...problems, ...checkScenario(draft, references)];
  all.sort((a, b) => a.line - b.line);
  // What was noted for reading on does not leave the parser.
  const unseen = <T extends { readonly seen: unknown }>({ seen: _seen, ...rest }: T) => rest;
  const chats = draft.chats
    .filter(({ beats }) => beats.some((each) => each.texts.says))
    .map((each) => {
      const beats = each.beats.map(unseen);
      return { ...unseen(each), beats: each.channel ? beats.map(inSentences) : beats };
    });
  const scenario = { ...unseen(draft), chats };
  const problemsTold = all.slice(0, mostProblems);
  return { scenario: chats.length > 0 ? scenario : undefined, problems: problemsTold };
}
