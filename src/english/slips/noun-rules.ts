import { piece, type SlipRule, slip } from './slip-rule.ts';
import { thirdOf } from './verbs.ts';

const { nounEnd, things, count, start } = piece;

/** Nouns that have no plural and take no “a”. */
const mass =
  '(?:information|advice|feedback|equipment|furniture|luggage|baggage|software|hardware|knowledge|stuff|progress|cash|help|money)';
const plurals = `(?:${things}s|goods|people|children|details|funds|prices|fees)`;
/** What a person does: base forms that nobody takes for a noun after “it”. */
const doing =
  '(?:have|need|want|take|come|go|say|look|work|depend|mean|seem|show|help|arrive|include)';
/** After these, the base form is right: “does it have”, “let it go”. */
const helped =
  "(?<!(?:n't|\\b(?:do|does|did|not|to|can|could|will|would|shall|should|may|might|must|let|make|makes|made|help|helps|see|saw|hear|have|had|get|got|watch|and|or)) )";

const some = (words: string) => words.toLowerCase().replace(/s$/, '');

/** Agreement, number and articles. */
export const nounRules: readonly SlipRule[] = [
  slip(
    'third-person',
    `${helped}(he|she|it)(?: (also|always|still|only|usually))? (${doing})\\b`,
    ([, who, adverb, to = '']) =>
      [who, adverb, thirdOf(to.toLowerCase())].filter(Boolean).join(' '),
  ),
  slip(
    'third-person',
    `${helped}(?<!\\bneed |\\buse |\\bif )(he|she|it) (don't|do not|haven't|have not)\\b(?! (?:hesitate|worry|forget|open|use|click|throw|wait))`,
    ([, who, not = '']) =>
      `${who} ${not.toLowerCase().startsWith('do') ? not.replace(/do/i, 'does') : not.replace(/have/i, 'has')}`,
  ),
  slip(
    'plural-verb',
    "(I|we|they) (has|doesn't|does not)\\b",
    ([, who, form = '']) =>
      `${who} ${form.toLowerCase() === 'has' ? 'have' : form.replace(/does/i, 'do')}`,
  ),
  slip(
    'plural-verb',
    `(?:${start}|(?<=\\b(?:that|if|when|because|but|so|what|where|how|why|as|until|since) |, ))(you) (has|was|is|doesn't|does not)\\b`,
    ([, who, form = '']) => {
      const right: Readonly<Record<string, string>> = { has: 'have', was: 'were', is: 'are' };
      return `${who} ${right[form.toLowerCase()] ?? form.replace(/does/i, 'do')}`;
    },
  ),
  slip(
    'plural-verb',
    '(we|they) (was|is)\\b',
    ([, who, form = '']) => `${who} ${form.toLowerCase() === 'was' ? 'were' : 'are'}`,
  ),
  slip(
    'plural-verb',
    `(?:${start}|(?<=(?:, |\\b(?:that|but|because|if|when|so|and) )))((?:the|your|our|these|those|all|some|many) ${plurals}) (is|was|has)\\b`,
    ([, who, form = '']) => {
      const right: Readonly<Record<string, string>> = { has: 'have', was: 'were', is: 'are' };
      return `${who} ${right[form.toLowerCase()]}`;
    },
  ),
  slip(
    'there-be',
    'there (is|was) (?=(?:many|several|two|three|four|five|some|no|a lot of|a few|[2-9]|\\d\\d) (?:\\w{1,15} )?(?:orders|items|parcels|products|customers|problems|questions|ways|options|people|reasons|days|packages|errors|messages)\\b)',
    ([, be]) => `there ${be?.toLowerCase() === 'is' ? 'are' : 'were'} `,
  ),
  slip(
    'there-be',
    'there (have|has)(?= (an?|no|some|many|two|three|several|any|one)\\b)',
    ([, have, what = '']) =>
      have?.toLowerCase() === 'has' || /^(?:an?|one)$/i.test(what) ? 'there is' : 'there are',
  ),
  slip(
    'mass-noun',
    '(?:(many|several|some|these|those|a lot of) )?(informations|advices|feedbacks|equipments|furnitures|luggages|baggages|softwares|hardwares|knowledges|stuffs|progresses)\\b',
    ([, many = '', form = '']) => {
      const first: Readonly<Record<string, string>> = {
        many: 'a lot of',
        several: 'some',
        these: 'this',
        those: 'that',
      };
      const lower = many.toLowerCase();
      return [first[lower] ?? many, form.toLowerCase() === 'progresses' ? 'progress' : some(form)]
        .filter(Boolean)
        .join(' ');
    },
  ),
  slip(
    'mass-noun',
    `an? (?:(useful|good|new|important|further|other|little|more) )?(information|advice|feedback|equipment|furniture|luggage|baggage|software|knowledge)${nounEnd}`,
    ([, kind, form]) =>
      kind === 'little' ? undefined : ['some', kind, form].filter(Boolean).join(' '),
  ),
  slip(
    'mass-noun',
    `(many|few) (${mass})\\b(?! \\w+s\\b)`,
    ([, many, form]) => `${many?.toLowerCase() === 'many' ? 'a lot of' : 'little'} ${form}`,
  ),
  slip('much-plural', `(?<!\\b(?:very|so|thank you|how) )much (${plurals})\\b`, 'many $1'),
  slip('much-plural', `(how|so|very) much (?=(?:${things}s|people)\\b)`, '$1 many '),
  slip(
    'number-singular',
    `(${count}|many|several|both) ((?:working |business )?)(day|hour|minute|week|month|year|item|parcel|package|product|time|photo|picture|piece|step|dollar|customer|question|email)${nounEnd}`,
    '$1 $2$3s',
  ),
  slip(
    'number-singular',
    `one of (my|our|your|the|these|those) (${things}|colleague|agent|friend|reason|step)\\b(?! \\w{1,15}s\\b)`,
    'one of $1 $2s',
  ),
  slip(
    'every-plural',
    `(every|each|another) (${things}|time|hour|minute|colleague|reason|way)s\\b`,
    '$1 $2',
  ),
  slip('this-these', `this (${things}s|goods|people|details)\\b`, 'these $1'),
  slip(
    'this-these',
    `(these|those) (${things}|information|problem|case)${nounEnd}`,
    ([, these = '', thing]) => `${these.toLowerCase() === 'these' ? 'this' : 'that'} ${thing}`,
  ),
  {
    ...slip('a-an', '', ''),
    // With regard to case: “option A or B”, and “a UK number”.
    pattern:
      /(?:\ba|(?<=(?:^|[.!?\n]\s{0,3}))A) (?!on\b|on[ce]|eu|or\b|if\b|is\b|in\b|it\b|as\b|at\b|are\b|of\b|and\b|i\b|also\b|any\b)([aeio][a-z]{1,20}|u(?!se|ni|ti|su|r[aio])[a-z]{1,20}|hour[a-z]{0,5}|honest)\b/gu,
    better: ([all = '', noun]) => `${all.startsWith('A') ? 'An' : 'an'} ${noun}`,
  },
  {
    ...slip('a-an', '', ''),
    pattern:
      /\b([Aa])n ([bcdfgjklmnpqrstvwyz][a-z]{1,20}|use[a-z]{0,5}|uni(?!n|m)[a-z]{1,20}|one|euro[a-z]{0,10})\b/gu,
    better: ([, a, noun]) => `${a} ${noun}`,
  },
  slip(
    'nice-day',
    `(have|having) ((?:very |really )?(?:nice|good|great|lovely|wonderful|pleasant)) (day|weekend|evening|afternoon|night|time|week|trip|holiday)${nounEnd}`,
    '$1 a $2 $3',
  ),
  slip(
    'send-us-email',
    `(send|sent|write|sending|give) (us|me|you|them|him|her) (email|message|photo|picture|screenshot|copy|link|letter|call)${nounEnd}`,
    ([, give, whom, what = '']) => `${give} ${whom} ${/^[aeio]/i.test(what) ? 'an' : 'a'} ${what}`,
  ),
  slip(
    'late-reply',
    '(sorry|apologi[sz]e|apologies) for (late|delayed|slow|long) (reply|response|wait|delay|delivery)\\b',
    '$1 for the $2 $3',
  ),
  slip(
    'our-record',
    `(according to|in|from|check|checked|per) (our|the|your) record${nounEnd}`,
    '$1 $2 records',
  ),
];
