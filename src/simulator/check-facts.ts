import type { DialogueAct } from '../domain/run-report.ts';
import type { LanguageTag } from '../shared/language.ts';
import type { DetectActs } from './create-act-detector.ts';
import { clausesOf, type PolicySheet, type SheetLine, sentencesOf } from './policy-sheet.ts';
import { type Amount, numbersIn, readAmounts } from './read-amounts.ts';
import { isTopic, topicWords } from './topic-words.ts';
import { withoutQuotes } from './without-quotes.ts';

/** Something an agent stated that the sheet does not say. */
export interface FactFinding {
  /** `needs-review` wherever there is doubt; only `not-met` is held against the agent. */
  readonly verdict: 'not-met' | 'needs-review';
  /** The agent's words. */
  readonly words: string;
  /** What the sheet says. */
  readonly rule: string;
}

/** What an agent states by: sentences of other acts are for a person to judge. */
const stating: ReadonlySet<DialogueAct> = new Set([
  'state_policy',
  'offer_resolution',
  'confirm_resolution',
  'set_expectation',
]);

/** A reply longer than this is read up to here; no more amounts than these are looked at. */
const longest = 4000;
const mostAmounts = 40;
const longestSentence = 600;
/** How far around an amount words count. */
const reach = 120;

const close = (a: number, b: number): boolean => Math.abs(a - b) <= a * 1e-6;

/** How an amount stands to one that is true: `near` needs a second look. */
function compare(stated: Amount, truth: Amount): 'yes' | 'inside' | 'near' | 'no' {
  const scale = ({ unit }: Amount) => (unit === 'workday' ? 24 : 1);
  const points = [stated.min, stated.max]
    .filter((point) => point > 0 && Number.isFinite(point))
    .map((point) => point * scale(stated));
  const least = truth.min * scale(truth);
  const most = truth.max * scale(truth);
  const isEdge = points.every((point) => close(point, least) || close(point, most));
  if (stated.unit !== truth.unit && stated.kind === 'money') return isEdge ? 'near' : 'no';
  if (isEdge) return 'yes';
  // "At least three days" is a condition: it makes not every longer time true.
  const isInside = points.every((point) => point >= least && point <= most);
  if (isInside && Number.isFinite(most)) return 'inside';
  // A week is about five working days.
  if (stated.unit === truth.unit) return 'no';
  return points.every((point) => point >= least && point <= most * 1.4 + 48) ? 'inside' : 'no';
}

const comparable =
  (stated: Amount) =>
  ({ kind, unit }: Amount): boolean =>
    kind === stated.kind && (kind !== 'count' || unit === stated.unit);

/** Whether the customer's case says so itself, or two of its numbers come to it. */
function isOfTheCase(stated: Amount, { facts, factNumbers, lines }: PolicySheet): boolean {
  const isBare = numbersIn(stated.words).some((value) => factNumbers.includes(value));
  if (isBare && stated.kind !== 'percent') return true;
  if (facts.filter(comparable(stated)).some((fact) => compare(stated, fact) === 'yes')) return true;
  if (stated.kind !== 'money') return false;
  const sums = facts.filter(({ kind }) => kind === 'money');
  const known = lines.flatMap(({ amounts }) => amounts);
  const more = known.filter(({ kind }) => kind === 'money');
  const shares = [...known, ...facts].filter(({ kind }) => kind === 'percent');
  const derived = sums.flatMap(({ max }) => [
    ...[...sums, ...more].flatMap((other) => [max + other.max, Math.abs(max - other.max)]),
    ...shares.flatMap((share) => [(max * share.max) / 100, max - (max * share.max) / 100]),
  ]);
  return derived.some((value) => Math.abs(value - stated.max) < 0.05);
}

const harmless =
  /\bno (?:more|later|longer|less|fewer) than\b|\bnot (?:only|more|later|longer)\b|\bno (?:problem|worries)\b|\bwithout (?:any )?(?:problem|delay)\b|不(?:超过|少于|低于|高于|得超过|止|到|好意思|用担心|客气|仅|但|过|要紧)|没(?:问题|关系|事)|无(?:理由|条件|忧)|别(?:担心|着急)/gi;
const denied =
  /\b(?:not|cannot|never|no|unable|isn't|nor|neither|instead of|rather than)\b|n't\b|不|没|无法|未|别/i;
const deniedAfter =
  /^.{0,12}?(?:\b(?:is|are|was|would be)(?: not|n't)|\bnot possible|\btoo much|不行|不能|不可|做不到|办不到|[退给赔]不了|没办法|太[多高])/i;
const reported =
  /\byou(?:'ve|'d| have| had| would| just| also)? (?:want|ask|sa(?:id|y)|wrote|mention|paid|pay|like|expect|hope|told|request|demand|spent|transferr?)\w*\b|[您你](?:刚才|之前|这边)?(?:说|想|要求|要(?!是)|希望|提到|提出|付|花|买|写|支付|转)/i;
const reportedAfter =
  /^.{0,6}?(?:\b(?:that |which )?you (?:want|ask|paid|mention|expect)|you'd like)/i;
const past = /^\s?(?:ago\b|old\b|late\b|前(?!到|来))/i;
const pastBefore = /(?:\balready|\bfor the last|\bfor the past|已经?|都|快)\s?$/i;
const supposed =
  /(?:^|\b)(?:if|unless|whether|suppose|when(?:ever)?)\b|如果|要是|假如|若|万一|除非/i;
const vague = /\b(?:maybe|perhaps|possibly|might|probably)\b|大概|大约|可能|也许|应该/i;
const holding =
  /\b(?:give me|wait|bear with|hold on|hang on|need|moment|be right back|check)\b|稍等|等我|给我|等一下|稍候|我(?:先|去)?(?:查|看|核实)/i;
const question =
  /^\s*(?:and |so |then |ok |okay )?(?:would|could|can|shall|should|may|do|does|did|is|are|was|were|have|has|will|what|which|when|where|how|who|why)\b/i;

/** How much of a statement there is in an amount; undefined when it states nothing. */
function standing(
  { at, words, kind, max, unit }: Amount,
  clause: string,
  isLast: boolean,
  sentence: string,
): 'firm' | 'soft' | undefined {
  const end = at + words.length;
  const before = clause.slice(Math.max(0, at - reach), at).replace(harmless, ' ');
  const after = clause.slice(end, end + reach);
  if (denied.test(before) || deniedAfter.test(after)) return undefined;
  if (reported.test(before) || reportedAfter.test(after)) return undefined;
  if (kind === 'duration') {
    if (past.test(after) || pastBefore.test(before)) return undefined;
    if (unit === 'hour' && max <= 0.5 && holding.test(clause)) return undefined;
  }
  const asks =
    (isLast && /[?？]\s*$/.test(sentence)) ||
    /[吗呢么]\s*[，,。？?]*\s*$|是不是|多少|几/.test(clause);
  if (asks) {
    const offers =
      /\b(?:shall|can|could|may|should) (?:i|we)\b|\bwould you like\b|我(?:们)?(?:可以|给|帮)/i;
    return offers.test(clause) && question.test(clause.trim()) ? 'soft' : undefined;
  }
  return supposed.test(before) ? 'soft' : 'firm';
}

interface Statement {
  readonly amount: Amount;
  readonly sentence: string;
  readonly isFirm: boolean;
  /** What it is about, and what the words around it are about. */
  readonly near: ReadonlySet<string>;
  readonly far: ReadonlySet<string>;
}

/** The words of the first of these texts, and of the next ones as long as they are hardly any. */
function wordsNear(texts: readonly string[]): ReadonlySet<string> {
  let words: ReadonlySet<string> = new Set();
  for (const text of texts) {
    if (words.size < 2) words = new Set([...words, ...topicWords(text)]);
  }
  return words;
}

/** The amounts that a reply states, one by one. */
function statementsOf(reply: string): readonly Statement[] {
  const own = withoutQuotes(reply.replace(/[’‘]/g, "'"));
  const sentences = sentencesOf(own);
  return sentences.flatMap((sentence, place) => {
    const clauses = clausesOf(sentence).flatMap((clause) =>
      clause.split(/(?=\b(?:but|because)\b|但是?|不过|只是|而且)/),
    );
    return clauses.flatMap((clause, index) =>
      readAmounts(clause).flatMap((amount) => {
        const isLast = index === clauses.length - 1;
        const how = standing(amount, clause, isLast, sentence);
        if (!how) return [];
        const near = wordsNear([clause, sentence, sentences[place - 1] ?? '']);
        const isAbout = amount.isAbout || vague.test(clause.slice(0, amount.at));
        return {
          ...{ sentence, near, far: topicWords(sentence), isFirm: how === 'firm' },
          amount: { ...amount, isAbout },
        };
      }),
    );
  });
}

/**
 * How much a line of the sheet is about what a statement is about: a topic of its own counts more
 * than a word, and what stands around counts half.
 */
function overlap({ words, around }: SheetLine, { near, far }: Statement): number {
  const sum = (line: ReadonlySet<string>, weight: number) =>
    [...line].reduce((all, word) => {
      const share = near.has(word) ? weight : far.has(word) ? weight / 2 : 0;
      return all + share * (isTopic(word) ? 1.5 : 1);
    }, 0);
  return sum(words, 1) + sum(around, 0.5);
}

/** Holds a statement against the lines of the sheet; undefined when it agrees, or is about nothing there. */
function checkLines(statement: Statement, sheet: PolicySheet): [SheetLine, boolean] | undefined {
  const { amount } = statement;
  const fits = comparable(amount);
  const scored = sheet.lines.map((line) => ({ line, score: overlap(line, statement) }));
  const numbers = numbersIn(amount.words);
  const ofKind = scored.filter(({ line }) => line.amounts.some(fits));
  const isNamed = scored.some(
    ({ line, score }) =>
      line.amounts.some((truth) => fits(truth) && compare(amount, truth) === 'yes') ||
      (score > 0 && line.loose.some((value) => numbers.includes(value))),
  );
  if (ofKind.length === 0 || isNamed) return undefined;
  const best = ofKind.reduce((most, each) => (each.score > most.score ? each : most));
  const agreeing = ofKind.filter(({ line }) =>
    line.amounts.some((truth) => fits(truth) && compare(amount, truth) === 'inside'),
  );
  if (agreeing.some(({ score }) => score > 0 && score >= best.score)) return undefined;
  const isOnly = ofKind.length === 1;
  const isDuration = amount.kind === 'duration';
  const { line, score } = best;
  // What lasts how long is said of many things, so more must fit than for a sum of money.
  const sure = isDuration ? (isOnly ? 1.5 : 2) : 1;
  const doubtful = isDuration ? sure - 0.5 : isOnly && !sheet.facts.some(fits) ? 0 : 1;
  // "In two minutes" is not meant of what takes days.
  const isHandling =
    amount.unit === 'hour' &&
    amount.max <= 1 &&
    line.amounts.every(({ unit, max }) => unit === 'workday' || max >= 24);
  if (score < (isHandling ? 2 : doubtful)) return undefined;
  const isNear = line.amounts.some((truth) => fits(truth) && compare(amount, truth) === 'near');
  const hasRival = agreeing.some((other) => other.score > Math.max(0, score - 1));
  // A topic that the other lines hardly touch is as good as two words.
  const isAlone = ofKind.every((other) => other === best || other.score <= score / 2);
  const isSure = score >= sure || (score >= 1.5 && isAlone);
  return [line, isSure && !isNear && !isHandling && !hasRival];
}

/** Whether an amount is off by little, and was not meant to the point. */
const isRoughly = ({ isAbout, max, min }: Amount, truths: readonly Amount[]): boolean =>
  isAbout &&
  truths.some((truth) =>
    [truth.min, truth.max].some((value) => Math.abs(value - (max || min)) <= value / 3),
  );

/** Whether one alternative of each condition has been said. */
const isMet = (conditions: readonly string[], said: string): boolean => {
  const heard = said.toLowerCase();
  return conditions.every((line) =>
    line.split(/[|｜]/).some((part) => heard.includes(part.trim().toLowerCase())),
  );
};

function check(
  statement: Statement,
  sheet: PolicySheet,
  said: string,
  acts: () => readonly DialogueAct[],
): FactFinding | undefined {
  const { amount, isFirm } = statement;
  const { words } = amount;
  if (isOfTheCase(amount, sheet)) return undefined;
  const fits = comparable(amount);
  const about = sheet.limits.filter(
    (limit) =>
      limit.amounts.some(fits) && (limit.words.size === 0 || overlap(limit, statement) >= 1),
  );
  const [first] = about;
  if (first) {
    const kept = about.filter(({ amounts }) =>
      amounts.some((truth) => fits(truth) && ['yes', 'inside'].includes(compare(amount, truth))),
    );
    const rough = isRoughly(amount, first.amounts.filter(fits));
    if (kept.length === 0) {
      return { verdict: isFirm && !rough ? 'not-met' : 'needs-review', words, rule: first.text };
    }
    const [open] = kept;
    if (!open || kept.some(({ conditions }) => isMet(conditions, said))) return undefined;
    const conditions = open.conditions.map((line) => line.split(/[|｜]/)[0]?.trim()).join(', ');
    return { verdict: 'needs-review', words, rule: `${open.text} (${conditions})` };
  }
  const found = checkLines(statement, sheet);
  if (!found) return undefined;
  const [line, isSure] = found;
  const states = acts().some((act) => stating.has(act));
  const rough = isRoughly(amount, line.amounts.filter(fits));
  const verdict = isSure && isFirm && states && !rough ? 'not-met' : 'needs-review';
  return { verdict, words, rule: line.text };
}

/**
 * Holds the amounts that a reply states against the policy sheet. What is asked, quoted, denied or
 * told of the customer's wish states nothing; neither does an amount that the sheet has nothing of.
 * @param said all that was written in this chat until now, the reply too: conditions may stand there
 */
export function checkFacts(
  reply: string,
  sheet: PolicySheet,
  said: string,
  detect: DetectActs,
  language: LanguageTag,
): readonly FactFinding[] {
  const known = new Map<string, readonly DialogueAct[]>();
  const actsOf = (sentence: string) => {
    const acts =
      known.get(sentence) ??
      detect(sentence.slice(0, longestSentence), language).map(({ act }) => act);
    known.set(sentence, acts);
    return acts;
  };
  return statementsOf(reply.slice(0, longest))
    .slice(0, mostAmounts)
    .flatMap((statement) => check(statement, sheet, said, () => actsOf(statement.sentence)) ?? []);
}
