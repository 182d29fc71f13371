import {
  type Note,
  plainWord,
  readAct,
  readEnding,
  readMay,
  readMust,
  readNumber,
  readPairs,
  readRule,
  readTime,
  readWords,
} from './read-values.ts';
import type { Condition, TextName } from './scenario.ts';
import type { BeatDraft, ChatDraft, Draft, Reference } from './scenario-draft.ts';
import { suggestWord } from './suggest-word.ts';
import type { Keyword } from './vocabulary.ts';
import { voiceMark } from './voice-mark.ts';

/** A primary language subtag as scenarios write it, in lower case. */
export const languageTag = /^[a-z]{2,3}$/;
/** One scenario is not written in more. */
const mostLanguages = 20;

/** `40 s`, or `after Lin details` / `Lin details 之后`. */
function readArrival(text: string, note: Note): ChatDraft['arrives'] {
  const after = /^(?:after|在)\s+(.+)$/i.exec(text)?.[1] ?? /^(.+?)\s*之后$/.exec(text)?.[1];
  if (!after) return readTime(text, note);
  const words = after.replace(/\s*之后$/, '').split(/\s+/);
  const beat = words.pop() ?? '';
  if (words.length > 0) return { chat: words.join(' '), beat };
  note('bad-time', text);
  return undefined;
}

/** The part of the draft that lines now go to. */
export interface Place {
  readonly draft: Draft;
  readonly chat: ChatDraft | undefined;
  readonly beat: BeatDraft | undefined;
}

/**
 * Reads one `keyword: text` into its part of the draft.
 * @param refer called with each name that another line must explain
 */
export function readLine(
  { draft, chat, beat }: Place,
  { name, parts, reading }: Keyword,
  language: string,
  text: string,
  note: Note,
  refer: (kind: Reference['kind'], word: string, chatName?: string) => void,
): void {
  // A keyword of several parts belongs to the innermost one that is open.
  const part = (['b', 'c', 's'] as const).find(
    (each) => parts.includes(each) && (each === 's' || (each === 'c' ? chat : beat)),
  );
  const home = part === 'b' ? beat : part === 'c' ? chat : draft;
  if (!part || !home) {
    note('misplaced', name);
    return;
  }
  if (reading === 'picture' && beat) {
    const [name = '', ...rest] = text.split(/[=＝]/);
    const shown = rest.join('=').trim() || name.trim();
    const isChinese = language === '*' ? /\p{Script=Han}/u.test(shown) : language === 'zh';
    const says = isChinese ? '图片，没有描述' : 'Picture, no description';
    const mark = isChinese ? '：' : ': ';
    add(beat, 'says', language, rest.length > 0 ? `${says}${mark}${name.trim()}` : says);
    add(beat, 'shows', language, shown);
    for (const key of placeholders(text)) refer('fact', key);
    return;
  }
  if (reading === 'text') {
    // A voice message stands among the lines that are written, in their order.
    if (name === 'voice') add(home, 'says', language, markVoice(text));
    else add(home, name as TextName, language, text);
    if (chat) for (const key of placeholders(text)) refer('fact', key);
    return;
  }
  if (['number', 'word', 'time', 'rule', 'arrives', 'may'].includes(reading)) {
    if (home.seen.has(name)) note('duplicate', name);
    home.seen.add(name);
  }
  if (reading === 'must') {
    const must = readMust(text, note);
    if (must) (chat ?? draft).musts.push(must);
  } else if (reading === 'never') {
    (chat ?? draft).nevers.push(text);
  } else if (reading === 'limit') {
    const home = chat ?? draft;
    const limits = home.limits ?? [];
    home.limits = limits;
    const last = limits.at(-1);
    if (name === 'limit') limits.push({ language, text, conditions: [] });
    // A condition belongs to the limit that stands above it.
    else if (last?.language === language) last.conditions.push(text);
    else note('missing', language === '*' ? 'limit' : `limit ${language}`);
  } else if (beat && part === 'b') {
    if (name === 'want' || name === 'anyof') {
      for (const word of readWords(text)) {
        const act = readAct(word, note);
        if (act && !beat[name].includes(act)) beat[name].push(act);
      }
    } else if (name === 'within') {
      beat.within = readTime(text, note);
    } else if (name === 'end') {
      beat.end = readEnding(text, note);
    } else {
      const rule = readRule(text, note);
      beat.rules[name as Condition] = rule;
      if (rule.go) refer('beat', rule.go);
    }
  } else if (chat && part === 'c') {
    if (name === 'facts' || name === 'labels') {
      const pairs = readPairs(text, language, note);
      chat[name].push(...pairs);
      if (name === 'labels') for (const { key } of pairs) refer('fact', key);
    } else if (name === 'known' || name === 'private') {
      const words = readWords(text);
      chat[name].push(...words);
      for (const word of words) refer('fact', word);
    } else if (name === 'wrote' || name === 'answered') {
      chat.earlier.push({ author: name === 'wrote' ? 'customer' : 'agent', language, text });
    } else if (name === 'patience') {
      const patience = readNumber(text, note);
      if (patience !== undefined && patience > 0 && patience <= 1000) chat.patience = patience;
      else if (patience !== undefined) note('bad-number', text);
    } else if (name === 'arrives') {
      const arrives = readArrival(text, note);
      chat.arrives = arrives;
      if (typeof arrives === 'object') refer('arrival', arrives.beat, arrives.chat);
    } else if (name === 'may') {
      chat.mayEnd = readMay(text, note);
      if (chat.mayEnd) refer('beat', chat.mayEnd);
    } else if (plainWord(text) === 'rtt') chat.channel = 'rtt';
    else if (plainWord(text) !== 'text') {
      note('bad-value', text, suggestWord(plainWord(text), ['text', 'rtt']));
    }
  } else if (name === 'level' || name === 'seed') {
    draft[name] = readNumber(text, note) ?? draft[name];
  } else if (name === 'languages') {
    for (const word of readWords(text)) {
      const language = plainWord(word);
      if (!languageTag.test(language)) note('unknown-language', word);
      else if (draft.languages.length >= mostLanguages) note('bad-value', word);
      else if (!draft.languages.includes(language)) draft.languages.push(language);
    }
  } else if (name === 'clock') {
    const clock = plainWord(text);
    if (clock === 'soft' || clock === 'off') draft.clock = clock;
    else note('bad-value', text, suggestWord(clock, ['soft', 'off']));
  } else {
    draft.id = text;
  }
}

/** Puts a line behind those of its language. */
function add(
  { texts }: Pick<BeatDraft, 'texts'>,
  name: TextName,
  language: string,
  text: string,
): void {
  const lines = texts[name] ?? {};
  texts[name] = lines;
  const said = lines[language] ?? [];
  lines[language] = said;
  said.push(text);
}

/** Each alternative by itself is a voice message. */
const markVoice = (text: string): string =>
  text
    .split(/[|｜]/)
    .map((part) => voiceMark + part.trim())
    .join('|');

/** The `{names}` in a text. */
function placeholders(text: string): string[] {
  return [...text.matchAll(/\{([^{}|]{1,40})\}/g)].map((match) => match[1]?.trim() ?? '');
}
