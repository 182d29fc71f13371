import { type DialogueAct, dialogueActs, type FoundAct } from '../domain/run-report.ts';
import { type LanguageTag, primaryLanguage } from '../shared/language.ts';
import { type Part, partsOf, type Reader } from './acts/features.ts';
import { type ActModel, signsIn } from './acts/model.ts';
import type { Sentence } from './acts/sentence.ts';
import { withoutQuotes } from './without-quotes.ts';

/** A reply longer than this is read up to here. */
const longest = 4000;

const hasChinese = /\p{Script=Han}/u;
const hasLatin = /[a-z]/i;

/** What a word or two of the other language may do. */
const small: ReadonlySet<DialogueAct> = new Set([
  'greet',
  'thank',
  'acknowledge',
  'close',
  'apologise',
]);

/** What need not be done, or shall not be done, is not asked for. */
const waived =
  /^ ?(?:please |so |and )?(?:do not|no need|never|there is no need|you do not (?:need|have) to) |^(?:请|您|你|就)*(?:不用|不必|不需要|无需|不要|勿|别)/;
const asking: ReadonlySet<DialogueAct> = new Set([
  'ask_order_number',
  'verify_identity',
  'ask_info',
]);

/** Classes of words that an act may hang on (`acts/*-classes.ts`). */
const loud = new Set(
  'ORD NUM WHO REM DONE WAIT TEAM PASS BAD NONE MUST HI THX SOR BYE ACK ELSE HELP'.split(' '),
);

/** Words crammed together: hardly any other word stands between words that acts hang on. */
function isCrammed({ tokens }: Part, reader: Reader): boolean {
  const words = reader.join(tokens);
  const classes = words.map(({ word }) => reader.classOf(word)).filter((name) => loud.has(name));
  const kinds = new Set(classes).size;
  return kinds >= 6 && words.length <= kinds * 2;
}

/** Finds what an agent's words do: each act once, with the words that showed it. */
export type DetectActs = (text: string, language: LanguageTag) => readonly FoundAct[];

interface Found extends FoundAct {
  readonly at: number;
  readonly score: number;
}

/** Scores below 0 with which the likeliest act still counts in a sentence that shows no other. */
const nearly = -0.6;

function findIn(sentence: Sentence, text: string, model: ActModel): Found[] {
  const parts = partsOf([sentence]).filter((part) => !isCrammed(part, model.reader));
  const collect = (least: number) => {
    const found = new Map<DialogueAct, Found>();
    for (const part of parts) {
      const isWaived = waived.test(part.tokens.map(({ word }) => word).join(model.reader.gap));
      const signs = signsIn(part, model, least);
      // To ask for a number is to ask; that is one thing said, not two.
      const asksMore = signs.some(({ act }) => act !== 'ask_info' && asking.has(act));
      for (const { act, score, first, end } of signs) {
        if (act === 'ask_info' && asksMore) continue;
        if ((found.get(act)?.score ?? least) >= score) continue;
        if (isWaived && part.end === '.' && asking.has(act)) continue;
        const at = part.tokens[first]?.from ?? 0;
        const words = text.slice(at, part.tokens[end - 1]?.to).trim();
        found.set(act, { act, score, at, words });
      }
    }
    return [...found.values()];
  };
  const found = collect(0);
  if (found.length === 0)
    return collect(nearly)
      .sort((a, b) => b.score - a.score)
      .slice(0, 1);
  return found;
}

/**
 * Makes an act detector. Offline; quoted words do not count. A model that is left out finds nothing;
 * in other languages than these two nothing is found.
 */
export function createActDetector(models: {
  readonly english?: ActModel;
  readonly chinese?: ActModel;
}): DetectActs {
  return (text, language) => {
    const main = primaryLanguage(language);
    if (!['en', 'zh'].includes(main)) return [];
    const plain = withoutQuotes(text.slice(0, longest));
    const isMixed = hasChinese.test(plain) && hasLatin.test(plain);
    const found = new Map<DialogueAct, Found>();
    const read = (model: ActModel | undefined, script: RegExp, isMain: boolean) => {
      if (!model || !script.test(plain)) return;
      for (const sentence of model.reader.read(plain)) {
        for (const sign of findIn(sentence, text, model)) {
          const isAside = isMixed && !isMain && sentence.parts.flat().length < 4;
          if (isAside && !small.has(sign.act)) continue;
          if ((found.get(sign.act)?.score ?? nearly) < sign.score) found.set(sign.act, sign);
        }
      }
    };
    read(models.english, hasLatin, main === 'en' || !hasChinese.test(plain));
    read(models.chinese, hasChinese, main === 'zh' || !hasLatin.test(plain));
    return [...found.values()]
      .sort((a, b) => a.at - b.at || dialogueActs.indexOf(a.act) - dialogueActs.indexOf(b.act))
      .map(({ act, words }) => ({ act, words }));
  };
}
