import { piece, type SlipRule, slip } from './slip-rule.ts';
import { verbForms } from './verbs.ts';

const { me, start } = piece;
const days = '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
/** It is a noun after these: “in your reply”, “in contact with”. */
const asNoun =
  '(?<!\\b(?:an?|the|your|my|our|his|her|their|this|that|in|into|any|no|direct|of|had|keep|first|last|lost|make|made|previous|have|further|more) )';
/** “log in tomorrow”, “work on today”: the little word belongs to the verb. */
const notPhrasal =
  '(?<!\\b(?:log|logged|sign|signed|check|checked|come|came|comes|coming|call|drop|be|is|are|was|were|been|carry|go|going|goes|went|later|further|early|turn|start|move|work|working|get|got|booked|hand|put|bring|stay|held|hold|send|sent) )';

const agrees: Readonly<Record<string, string>> = {
  satisfied: 'with',
  interested: 'in',
  responsible: 'for',
  similar: 'to',
  familiar: 'with',
  different: 'from',
};

/** Prepositions and objects: what a verb takes in English, and not in Chinese. */
export const wordRules: readonly SlipRule[] = [
  slip(
    'discuss-about',
    '(discuss|discussed|discussing|discusses|mention|mentioned|mentioning|emphasi[sz]e) about\\b',
    '$1',
  ),
  slip(
    'contact-with',
    `${asNoun}(contact|contacted|contacting|contacts) (?:with|to) (?=${me}\\b|our\\b|your\\b|the\\b|customer)`,
    '$1 ',
  ),
  slip(
    'return-back',
    '(return|returned|returning|returns|refund|refunded|reply|replied|revert) back\\b',
    '$1',
  ),
  slip(
    'reply-object',
    `${asNoun}(reply|replied|replying|replies|respond|responded|responding) (?=(?:me|you|us|him|them|your|his|their|customers)\\b)`,
    '$1 to ',
  ),
  slip(
    'tell-explain',
    '(explain|explained|explaining|explains|describe|described) (me|you|us|him)\\b(?! (?:will|can|need|may|must|should|have|are))',
    '$1 to $2',
  ),
  slip(
    'tell-explain',
    `(tell|told|telling|inform|informed|ask|asked|asking) to (${me})\\b`,
    '$1 $2',
  ),
  slip(
    'tell-explain',
    `(said|say|says|saying) (me|us|him|them) (that|to|the)\\b`,
    ([, say = '', whom, next]) => {
      const tell: Readonly<Record<string, string>> = {
        said: 'told',
        say: 'tell',
        says: 'tells',
        saying: 'telling',
      };
      return `${tell[say.toLowerCase()]} ${whom} ${next}`;
    },
  ),
  slip(
    'wait-object',
    '(wait|waiting|waited) (?=(?:me|us|him|her|them)\\b|(?:you|your) (?:reply|answer|response|confirmation|feedback|call|email|message)\\b|you(?:[.!?]|$))',
    '$1 for ',
  ),
  slip(
    'apply-for',
    '(apply|applied|applying|applies) ((?:an?|the|your|my) )?(refund|return|exchange|replacement|compensation|cancellation)\\b',
    '$1 for $2$3',
  ),
  slip('according-to', '(according) (?=(?:our|your|the|this|my|their)\\b)', '$1 to '),
  slip('according-to', '(regarding|concerning) (?:to|about|of|on|with)\\b', '$1'),
  slip(
    'adjective-preposition',
    '(?:(satisfied) (?:about|for|to|of)|(interested) (?:about|on|for|at|with)|(responsible) (?:of|to|about)|(similar) (?:with|as)|(familiar) (?:about|of)|(different) with)\\b(?! (?:do|you|see|hear|know|learn|buy))',
    ([all = '']) => {
      const [first = ''] = all.split(' ');
      return `${first} ${agrees[first.toLowerCase()]}`;
    },
  ),
  slip(
    'on-tomorrow',
    `${notPhrasal}(?:in|on|at) (tomorrow|yesterday|today|tonight|(?:next|last) (?:week|month|year|${days})|this (?:morning|afternoon|evening|week|month))\\b(?!')`,
    '$1',
  ),
  slip('in-on-day', `${notPhrasal}(?:in|at) (${days})\\b(?!')`, 'on $1'),
  {
    ...slip('in-on-day', '', ''),
    // With regard to case: “may” is no month.
    pattern:
      /(?<!\b(?:based|depending|early|late|later|agreed) )\b(?:on|at) (January|February|March|April|June|July|August|September|October|November|December)\b(?! \d|['’])/gu,
    better: ([, month]) => `in ${month}`,
  },
  slip(
    'very-verb',
    '(I|we|you|they) (?:am |are )?very (like|appreciate|thank|understand|hope|want|agree|love|regret|enjoy|apologi[sz]e|need|recommend)\\b',
    '$1 really $2',
  ),
  slip(
    'double-comparative',
    '(?:more|much more) (faster|better|cheaper|easier|quicker|slower|bigger|smaller|larger|higher|lower|longer|shorter|safer|earlier|later|newer|older|stronger|worse|sooner)\\b',
    'much $1',
  ),
  slip(
    'double-comparative',
    'most (fastest|best|cheapest|easiest|quickest|biggest|smallest|largest|highest|lowest|longest|latest|newest|safest|nearest|earliest)\\b',
    '$1',
  ),
  slip(
    'interesting-in',
    "(I am|I'm|we are|we're|you are|you're|he is|she is|customer is) (very |really |so )?(interesting|exciting|boring|disappointing|satisfying|annoying|worrying|confusing)\\b(?! (?:me|you|us|the|him|her|them))",
    ([, be, very = '', form = '']) =>
      `${be} ${very}${form.toLowerCase() === 'satisfying' ? 'satisfied' : form.replace(/ing$/i, 'ed')}`,
  ),
  slip(
    'inconvenient-noun',
    '(for|any|the|this|caused?|causing|some) (?:(the|any|this|your|such|some) )?inconvenient\\b(?! (?:time|place|moment|situation|hour|delay|experience|truth|day|location))',
    ([, first, second]) => [first, second, 'inconvenience'].filter(Boolean).join(' '),
  ),
  slip(
    'bring-trouble',
    '(bring|brings|brought|bringing)(?: to)?( you)?( the| any| some| so much| much| lots of| a lot of| this)? (inconvenience|trouble|problem)s?\\b',
    ([, bring = '', whom = '', much = '', what]) => {
      const cause: Readonly<Record<string, string>> = {
        bring: 'cause',
        brings: 'causes',
        brought: 'caused',
        bringing: 'causing',
      };
      return `${cause[bring.toLowerCase()]}${whom}${much} ${what}`;
    },
  ),
  slip(
    'thanks-your',
    '(thanks|thank you|thank) (your) (help|patience|understanding|time|reply|message|support|order|purchase|cooperation|feedback|email|call|information)\\b',
    ([, thanks = '', your, what]) =>
      `${thanks.toLowerCase() === 'thank' ? `${thanks} you` : thanks} for ${your} ${what}`,
  ),
  slip('although-but', '(?<=\\b(?:although|even though)\\b[^.?!;,]{3,80}, )but ', ''),
  slip('although-but', `(?<=${start}because\\b[^.?!;,]{3,80}, )so `, ''),
  slip(
    'call-back-you',
    `(call|send|give|pick|fill|turn|set|look|check) (back|up|in|out|on|off) (it|them|you|him|her)(?=\\s?[.,!?;]|$| (?:soon|later|tomorrow|today|in|within|as soon|at|on|for|to|again|and|or)\\b)`,
    ([, verb, away, what]) => `${verb} ${what} ${away}`,
  ),
  slip('no-any', '(?:no|not no) any\\b', 'no'),
  slip('hope-wish', 'hope (?=(?:can|could|will)\\b)', 'hope we '),
  slip('hope-wish', 'wish (you|we|it|they) (?=(?:can|will|have an?|could help)\\b)', 'hope $1 '),
  slip(
    'please-help',
    `(please|pls|kindly) help (?:me |us )?(?:to )?(${verbForms.base})\\b(?! (?:you|desk))`,
    '$1 $2',
  ),
  slip(
    'help-you-check',
    'help you (?:to )?(check|query|enquire|inquire|ask|urge|feedback|confirm)\\b( it| this| that)?',
    ([, to = '', what]) => {
      const verb =
        to.toLowerCase() === 'feedback'
          ? 'report'
          : /^(?:query|enquire|inquire)$/i.test(to)
            ? 'check'
            : to;
      return `${verb}${what ?? ' this'} for you`;
    },
  ),
  slip('please-to', '(?:please kindly|kindly please|please please)\\b(?! to\\b)', 'please'),
  slip(
    'dear',
    '(dear) (?:valued )?(?:customer|client|friend|buyer),? (?=(?:mr|ms|mrs|miss)\\b)',
    '$1 ',
  ),
  slip(
    'dear',
    '(hello|hi|yes|ok|okay|thanks|sorry|thank you|sure),? (?:my )?dear\\b(?! (?:customer|mr|ms|mrs|miss|sir|madam|[A-Z]\\w+ [A-Z]))',
    '$1',
  ),
  slip(
    'price-cheap',
    '(prices?|fees?|costs?) (is|are|was|were|looks?) ((?:very |so |too |more |quite |a bit )?)(cheap|expensive|cheaper)\\b',
    ([, price, be, very = '', how = '']) => {
      const right: Readonly<Record<string, string>> = {
        cheap: 'low',
        expensive: 'high',
        cheaper: 'lower',
      };
      return `${price} ${be} ${very.toLowerCase() === 'more ' ? '' : very}${right[how.toLowerCase()]}`;
    },
  ),
  slip(
    'make-take',
    '(make|making|made) (an?|some|the) (photo|photos|picture|pictures)\\b',
    ([, make = '', some, what]) => {
      const take: Readonly<Record<string, string>> = {
        make: 'take',
        making: 'taking',
        made: 'took',
      };
      return `${take[make.toLowerCase()]} ${some} ${what}`;
    },
  ),
  slip(
    'make-take',
    '(?<=\\w )(do|did|done|doing) (an?|some) (mistake|decision|complaint|suggestion|payment)\\b',
    ([, act = '', some, what]) => {
      const make: Readonly<Record<string, string>> = {
        do: 'make',
        did: 'made',
        done: 'made',
        doing: 'making',
      };
      return `${make[act.toLowerCase()]} ${some} ${what}`;
    },
  ),
];
