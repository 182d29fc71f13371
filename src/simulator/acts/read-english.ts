import type { Sentence, Token } from './sentence.ts';

/** Chat spellings and short forms, in full. */
const inFull: ReadonlyMap<string, string> = new Map(
  `u you|ya you|ye you|yr your|ur your|r are|n and|& and|pls please|plz please|plse please|thx thanks|tks thanks
thnx thanks|thanx thanks|tnx thanks|thnks thanks|ty thank you|thankyou thank you|tysm thank you|np no problem
k ok|kk ok|okay ok|okey ok|oki ok|okie ok|alrighty alright|alrite alright|rite right|y'all you|ma'am madam|nite night|gd good
gr8 great|gud good|abt about|ppl people|msg message|acct account|acc account|appt appointment|wat what|wot what
wut what|dunno do not know|gonna going to|wanna want to|gotta have to|gimme give me|lemme let me|imma i will
im i am|ive i have|ill i will|dont do not|cant can not|cannot can not|wont will not|didnt did not|doesnt does not
isnt is not|arent are not|wasnt was not|werent were not|havent have not|hasnt has not|hadnt had not|couldnt could not
wouldnt would not|shouldnt should not|aint am not|youre you are|youll you will|youd you would|youve you have|theyre they are|theyll they will
theyve they have|weve we have|itll it will|its it is|thats that is|whats what is|wats what is|wheres where is
hows how is|whos who is|theres there is|heres here is|lets let us|id's ids|tmr tomorrow|tmrw tomorrow|tmw tomorrow
2moro tomorrow|2day today|min minute|mins minutes|sec second|secs seconds|hr hour|hrs hours|num number|nr number
nbr number|# number|mon monday|tue tuesday|tues tuesday|wed wednesday|thu thursday|thur thursday|thurs thursday
fri friday|addr address|adress address|info information|pic picture|pics pictures|photo picture|photos pictures
sry sorry|soz sorry|srry sorry|wk week|wks weeks|b4 before|bc because|cuz because|cos because|coz because
rly really|v very|yea yes|yeah yes|yep yes|yup yes|yeh yes|ref reference|d.o.b dob|mum's mother's|atm at the moment
till until|til until|nope no|nah no|wanted want|lastname surname|firstname first name|fullname full name|e-mail email|asap soon|sory sorry|helo hello|thak thank|tank thank|ordr order|adres address|recieved received|plase please|pleas please|plese please|chek check|wil will|welcom welcome|abel able|restaraunt restaurant`
    .split(/[|\n]/)
    .map((pair) => {
      const at = pair.indexOf(' ');
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
);

const endings: ReadonlyMap<string, string> = new Map([
  ["'ll", 'will'],
  ["'ve", 'have'],
  ["'re", 'are'],
  ["'d", 'would'],
  ["'m", 'am'],
]);

const isShortForIs =
  /^(?:it|that|there|what|how|where|who|when|he|she|here|everything|nobody|this)$/;
const oddNots: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', ai: 'am', sha: 'shall' };

/** A word in full; several where it is short for them. */
function write(raw: string): string {
  const word = raw.replace(/([a-z])\1{2,}/g, '$1');
  const known = inFull.get(word);
  if (known) return known;
  if (word.length > 3 && word.endsWith("n't")) {
    const stem = word.slice(0, -3);
    return `${oddNots[stem] ?? stem} not`;
  }
  const at = word.indexOf("'");
  if (at > 0) {
    const stem = word.slice(0, at);
    const ending = word.slice(at);
    if (endings.has(ending)) return `${inFull.get(stem) ?? stem} ${endings.get(ending)}`;
    if (ending === "'s") {
      if (stem === 'let') return 'let us';
      return `${stem} ${isShortForIs.test(stem) ? 'is' : "'s"}`;
    }
  }
  return word;
}

const day = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|weekend)$/;
const month =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** One number stands for all, and so does one day. */
function shape(word: string): string {
  if (/^[$£€]/.test(word)) return '$0';
  if (/^\d+(?:st|nd|rd|th)$/.test(word)) return '0th';
  if (/^\d{1,2}(?:[:.]\d\d)?(?:am|pm)$|^\d{1,2}:\d\d$/.test(word)) return '0pm';
  if (/\d/.test(word)) return '0';
  if (day.test(word)) return 'DAY';
  return month.test(word) ? 'MON' : word;
}

const pieces =
  /[$£€#]?[a-z0-9\u00c0-\u024f](?:[a-z0-9\u00c0-\u024f'_%°@]|[.,](?=\d)|[:/-](?=[a-z0-9])|(?<=\b[a-z])\.(?=[a-z]\b))*|[$£€#&]|[?？]|[.!。！…\n]+|[,;:()，；：、–—-]|\p{Script=Han}+/giu;
const title = /^(?:mr|mrs|ms|dr|st|prof|no|vs|approx)$/;
const mark = /^[^a-z0-9\u00c0-\u024f$£€#&]/i;

/** Sentences in lower case and plain spelling, cut at their commas. */
export function readEnglish(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let parts: Token[][] = [[]];
  const finish = (asks: boolean) => {
    const whole = parts.filter((part) => part.length > 0);
    if (whole.length > 0) sentences.push({ parts: whole, asks });
    parts = [[]];
  };
  let last = '';
  for (const match of text.replace(/[’‘]/g, "'").matchAll(pieces)) {
    const [piece] = match;
    const from = match.index;
    if (/^[?？]/.test(piece)) finish(true);
    else if (/^[.!。！…\n]/.test(piece)) {
      if (piece === '.' && title.test(last)) continue;
      if (/^\.\.+$/.test(piece)) parts.push([]);
      else finish(false);
    } else if (mark.test(piece)) parts.push([]);
    else {
      last = piece.toLowerCase();
      for (const word of write(last).split(' ')) {
        parts.at(-1)?.push({ word: shape(word), from, to: from + piece.length });
      }
    }
  }
  finish(false);
  return sentences;
}
