import type { DialogueAct, FoundAct } from '../domain/run-report.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import type { Cue } from './cue.ts';

/** A reply longer than this is read up to here. */
const longest = 4000;

const hasChinese = /\p{Script=Han}/u;
const hasLatin = /[a-z]{2}/i;

/** Cuts where a "not" of one clause no longer touches the next. */
const clauseEnd = /[,，;；:：.。!！?？、]/;

const notBefore =
  /\b(?:not|never|cannot|can'?t|won'?t|don'?t|didn'?t|doesn'?t|isn'?t|haven'?t|hasn'?t|nobody|unable to|refuse to|no need to|no reason to|without)\b(?! (?:only|just))[^,;.!?]{0,20}$/i;
const notBeforeChinese =
  /(?:不(?:用|必|需要?|会|能|想|要|可能|打算)?|没(?:有|法|办法|必要)?|无法|未|别|休想|拒绝)(?:再|给|跟|向|为|帮|替|说|您|你|得|提供|发){0,4}$/;

const asks =
  /\?|\b(?:please|pls|plz|kindly|could|can|may|might|would|what'?s?|which|tell|give|share|send|provide|need|require|enter|type|confirm|let me know|looking for)\b/i;
const asksChinese =
  /[？?]|请|麻烦|告诉|告知|提供|发(?:我|一下|给|来)|给(?:我|一下)|报(?:一下|下|给)|说(?:一下|下)|是多少|多少|什么|吗|么|呢|方便|需要|核对|核实|能否|可否|贵姓|称呼/;

/** Blanks out what is quoted, so that the customer's words earn the agent nothing. */
export const withoutQuotes = (text: string): string =>
  text
    .replace(/"[^"]{0,400}"|“[^”]{0,400}”|「[^」]{0,400}」|『[^』]{0,400}』/g, (quote) =>
      ' '.repeat(quote.length),
    )
    .replace(/^ *>.*$/gm, (line) => ' '.repeat(line.length));

function findIn(sentence: string, cues: readonly Cue[], chinese: boolean): FoundAct[] {
  const found: FoundAct[] = [];
  const question = /[?？吗么]\W*$/.test(sentence);
  for (const { act, words, ask, plain, told } of cues) {
    if (found.some((other) => other.act === act)) continue;
    if (ask && !(chinese ? asksChinese : asks).test(sentence)) continue;
    const match = words.exec(sentence);
    if (!match) continue;
    const rest = sentence.slice(match.index + match[0].length);
    if (told && question && !/[,，;；:：]/.test(rest)) continue;
    const clause = sentence.slice(0, match.index).split(clauseEnd).pop() ?? '';
    if (!plain && (chinese ? notBeforeChinese : notBefore).test(clause)) continue;
    found.push({ act, words: match[0].trim() });
  }
  return found;
}

/** Cues crammed together instead of said: too few words for so many acts. */
function isStuffed(sentence: string, acts: readonly FoundAct[], chinese: boolean): boolean {
  // To ask for a number is to ask; that is one thing said, not two.
  const count = acts.filter(({ act }) => act !== 'ask_info').length;
  if (!chinese) return count >= 5 && sentence.split(/\s+/).length < count * 3;
  const letters = [...sentence].filter((letter) => hasChinese.test(letter)).length;
  return count >= (clauseEnd.test(sentence) ? 5 : 4) && letters < count * 4;
}

/** Finds what an agent's words do: each act once, with the words that first showed it. */
export type DetectActs = (text: string, language: LanguageTag) => readonly FoundAct[];

/**
 * Makes an act detector of cue lists. Offline; negated and quoted words do not count.
 * A list that is left out finds nothing; in other languages than these two nothing is found.
 */
export function createActDetector(cues: {
  readonly english?: readonly Cue[];
  readonly chinese?: readonly Cue[];
}): DetectActs {
  return (text, language) => {
    if (!['en', 'zh'].includes(primaryLanguage(language))) return [];
    const found = new Map<DialogueAct, FoundAct>();
    const plain = withoutQuotes(text.slice(0, longest).replace(/[’‘]/g, "'"));
    for (const [sentence] of plain.matchAll(/[^.!?。！？\n]+(?:[.!?。！？\n]+|$)|[.!?]/g)) {
      for (const chinese of [false, true]) {
        if (!(chinese ? hasChinese : hasLatin).test(sentence)) continue;
        const acts = findIn(sentence, (chinese ? cues.chinese : cues.english) ?? [], chinese);
        if (isStuffed(sentence, acts, chinese)) continue;
        for (const act of acts) if (!found.has(act.act)) found.set(act.act, act);
      }
    }
    return [...found.values()];
  };
}
