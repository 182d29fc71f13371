import { piece, type SlipRule, slip } from './slip-rule.ts';
import { baseOf, ingOf, participleOf, pastFromParticiple, pastOf, verbForms } from './verbs.ts';

const { base, past, participle, third, ing } = verbForms;
const { modal, me, start } = piece;

/** A moment that is over; with it English takes the simple past. */
const over =
  "(?:yesterday|last (?:night|week|month|year|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|ago)\\b(?!')";
/** Other words may stand before that moment, but none that begins another thought. */
const before =
  '(?:(?!\\b(?:since|from|until|and|but|that|which|who|for|of|because|you|we|I|they|he|she)\\b)[^.?!;,\\n]){0,50}';
const causes = '(?:let|lets|make|makes|making|letting)';
const auxiliary = "(?:do|does|did|don't|doesn't|didn't|do not|does not|did not)";
const subject = '(?:you|they|we|he|she|it|I|your \\w+|the \\w+)';

/** `to` is no part of an infinitive after these. */
const notInfinitive = '(?<!\\b(?:according|due|refer|prior|related|subject|up|thanks|addition) )';

/** Tense and verb form. */
export const verbRules: readonly SlipRule[] = [
  slip(
    'perfect-past',
    `(\\w+)( have| has|'ve)(?: already| just| also)? (been|${participle})(?=${before}\\b${over})`,
    ([, who = '', aux = '', form = '']) => {
      if (form.toLowerCase() !== 'been') {
        const simple = pastFromParticiple(form.toLowerCase());
        return simple && `${who} ${simple}`;
      }
      return `${who} ${aux === ' has' || who === 'I' ? 'was' : 'were'}`;
    },
  ),
  slip(
    'modal-form',
    `(?<!\\b(?:what|all|everything|anything|whatever|best|most|as|much|\\bthe|free) (?:(?:I|we|you|they|he|she) )?)(${modal}(?:n't| not)?) to (${base})\\b`,
    '$1 $2',
  ),
  slip('modal-twice', '(will|would|may|might|shall) (?:can|could)\\b', '$1 be able to'),
  slip('modal-twice', "(can|could|cannot|can't)(?: be)? able to\\b", '$1'),
  slip('modal-form', `(${modal}(?:n't| not)?) (${past})\\b`, ([, aux, form = '']) => {
    const to = baseOf(form);
    return to && `${aux} ${to}`;
  }),
  slip('please-to', `(please|kindly)(?: kindly)? to (${base}|be|note)\\b`, '$1 $2'),
  slip(
    'be-base',
    `(I am|I'm|we are|we're|you are|you're|they are) (?:(agree|understand|know|want|need|hope|think|like)|(check|wait|send|work|try|contact|investigate|process|look|confirm|call))\\b(?! (?:person|desk|line|number|in\\b))`,
    ([, be = '', state, act = '']) => {
      if (state) return `${be.split(/[ ']/)[0]} ${state}`;
      return `${be} ${ingOf(act.toLowerCase())}`;
    },
  ),
  slip(
    'did-past',
    `(${auxiliary}(?: ${subject})?(?: already| ever)?) (${past}|${third})\\b`,
    ([, aux = '', form = '']) => {
      // “Did the order placed on Monday arrive?”, “Do the delivery charges apply?”: no slips.
      const isNoun = / (?:the|your) /i.test(aux);
      const isSure =
        /^does.*s$/i.test(aux.slice(0, 4) + form) ||
        /^(?:arrived|came|went|left|had|got)$/i.test(form);
      const to = isNoun && !isSure ? undefined : baseOf(form);
      return to && `${aux} ${to}`;
    },
  ),
  slip(
    'to-form',
    `${notInfinitive}to (received|paid|got|made|went|came|took|gave|bought|told|knew|saw|checked|helped|solved|cancelled|confirmed|arrived|contacted|refunded|sent)\\b(?! (?:by|items|goods|mail))`,
    ([, form = '']) => `to ${baseOf(form)}`,
  ),
  slip(
    'to-form',
    `(want|wants|wanted|need|needs|needed|like|able|free|hesitate|try|trying|wish|hope|plan|decide|please|going) to (${ing})\\b`,
    ([, first = '', form = '']) => `${first} to ${baseOf(form)}`,
  ),
  slip(
    'to-form',
    "(would like|'d like|able|want|wants|wanted) (ask|know|confirm|inform|tell|send|see|get|buy|cancel|apply|check|return it|change it)\\b",
    '$1 to $2',
  ),
  slip(
    'looking-forward',
    `(looking|looks|look|looked) forward to (${base}|be)\\b`,
    ([, look, to = '']) =>
      /^(?:reply|order|call|visit|return|email|answer|help)$/i.test(to)
        ? undefined
        : `${look} forward to ${ingOf(to.toLowerCase())}`,
  ),
  slip(
    'preposition-ing',
    '(thank you|thanks|sorry|apologi[sz]e) for (contact|wait|choose|reach|understand|provide|inform|tell|let|send|buy|make|take|keep|cause|bring|be|miss|give|confirm|join)\\b(?! (?:details|information|number))',
    ([, thanks, to = '']) => `${thanks} for ${to === 'let' ? 'letting' : ingOf(to.toLowerCase())}`,
  ),
  slip(
    'preposition-ing',
    '(after|before|by|without|instead of|about) (receive|send|submit|confirm|provide|enter|cancel|get|make|apply|solve|click|install|explain|investigate|choose|fill)\\b',
    ([, first, to = '']) => `${first} ${ingOf(to.toLowerCase())}`,
  ),
  slip(
    'verb-then-ing',
    `(mind|avoid|finish|finished|consider|enjoy|suggest|suggested) to (${base})\\b`,
    ([, first, to = '']) => `${first} ${ingOf(to.toLowerCase())}`,
  ),
  slip(
    'suggest-you-to',
    `(suggest|suggests|suggested|recommend|recommends|recommended) ${me} to (?=\\w)`,
    ([all = '']) => all.replace(/ to $/i, ' '),
  ),
  slip('let-to', `(${causes} (?:me|you|us|him|her)) to (${base}|be|know)\\b`, '$1 $2'),
  slip(
    'let-you-wait',
    '(?:let|made|make|letting|making) you (?:to )?wait(?:ing)?(?: for)?(?: (so|a) long(?: time)?)?\\b(?! (?:in|until|outside))',
    ([all = '', so]) => {
      const keep = /^l\w+ing|^making/i.test(all) ? 'keeping' : /^made/i.test(all) ? 'kept' : 'keep';
      return `${keep} you waiting${so ? ' so long' : ''}`;
    },
  ),
  slip(
    'participle',
    "(have|has|had|'ve)(?: (already|just|not|never|also))? (receive|send|cancel|arrive|solve|ship|deliver|confirm|choose|forget|give|take|see|make|write|submit|try|check|inform)\\b(?! (?:in\\b|out\\b))",
    ([, have, adverb, to = '']) => {
      const form = participleOf(to.toLowerCase());
      return form && [have, adverb, form].filter(Boolean).join(' ');
    },
  ),
  slip(
    'participle',
    '(is(?! send)|are|was|were|been|be|being|gets|got)(?: (not|already))? (solve|send|cancel|receive|deliver|deduct|resolve|approve|reject|confirm|dispatch|activate|deny|damage|block|include)\\b(?! (?:fee|report|claim))',
    ([, be, adverb, to = '']) => {
      const form = participleOf(to.toLowerCase()) ?? `${to}${to.endsWith('e') ? 'd' : 'ed'}`;
      return [be, adverb, form].filter(Boolean).join(' ');
    },
  ),
  slip(
    'time-will',
    '(as soon as|once|until|after) (you|we|I|they|he|she|it) will (\\w{2,15})\\b',
    ([, first, who = '', to = '']) => {
      if (!baseOf(to) && to !== 'be') return undefined;
      const isThird = /^(?:he|she|it)$/i.test(who);
      if (to === 'be') return `${first} ${who} ${isThird ? 'is' : who === 'I' ? 'am' : 'are'}`;
      const plain = baseOf(to) ?? to;
      return `${first} ${who} ${isThird ? (plain === 'have' ? 'has' : `${plain}s`) : plain}`;
    },
  ),
  slip(
    'since',
    "(I am|I'm|you are|you're|we are|we're|they are|he is|she is|it is|it's) (\\w{2,15}ing) since\\b",
    ([, be = '', form]) => {
      const who = be.split(/[ ']/)[0] ?? '';
      return `${who} ${/^(?:he|she|it)$/i.test(who) ? 'has' : 'have'} been ${form} since`;
    },
  ),
  slip(
    'since',
    'since (?=(?:\\d+|two|three|four|five|several|a few|many) (?:days|hours|weeks|months|years|minutes)\\b(?! ago))',
    'for ',
  ),
  slip(
    'indirect-question',
    '(?<=(?:tell (?:me|us)|let (?:me|us) know|know|confirm|check|ask|understand|see) )(what|where|when|why|how|who) (is|are|was|were) ((?:your|his|her|their|our|my|the) (?!matter|problem|difference|point)(?:\\w{1,20} )?\\w{1,20})(?=\\s?[?.!,]|$)',
    '$1 $3 $2',
  ),
  slip(
    'indirect-question',
    '(?<=(?:tell (?:me|us)|let (?:me|us) know|know|confirm|check|ask|understand|see) )((?:what|where|when|why|how|which|who)(?: \\w{1,20})?) (do|did) (you|we|they|I) (\\w{2,15})\\b',
    ([, what, aux, who, to = '']) => {
      const plain = baseOf(to);
      const form = aux?.toLowerCase() === 'do' ? plain : plain && pastOf(plain);
      return form && `${what} ${who} ${form}`;
    },
  ),
  slip('how-to-question', `${start}how to (?=[^.?!\\n]{1,60}\\?)`, 'How can I '),
];
