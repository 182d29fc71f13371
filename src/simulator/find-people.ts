import type { SpeakerRole, Transcript } from './transcript.ts';

/** Who a name belongs to. */
export type PersonKind = 'customer' | 'agent' | 'person';

/** Somebody who is named in a transcript. */
export interface Person {
  readonly kind: PersonKind;
  /** The words of the name in lower case; Chinese names whole. */
  readonly words: Set<string>;
}

/** A name, where it stands, and the person. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
}

const surnames =
  '欧阳|司马|上官|诸葛|王|李|张|刘|陈|杨|赵|黄|周|吴|徐|孙|胡|朱|高|林|何|郭|马|罗|梁|宋|郑|谢|韩|唐|冯|于|董|萧|程|曹|袁|邓|许|傅|沈|曾|彭|吕|苏|卢|蒋|蔡|贾|丁|魏|薛|叶|阎|余|潘|杜|戴|夏|钟|汪|田|任|姜|范|方|石|姚|谭|廖|邹|熊|金|陆|郝|孔|白|崔|康|毛|邱|秦|江|史|顾|侯|邵|孟|龙|万|段|雷|钱|汤|尹|黎|易|常|武|乔|贺|赖|龚|文|安';
/** More are not named in one conversation. */
const mostPeople = 500;
const titles = '先生|女士|小姐|太太|老师|经理|主管|师傅|阿姨|大哥|大姐';
const roles =
  /客服|坐席|专员|顾问|客户|用户|买家|顾客|访客|售后|售前|人工|在线|\b(?:agents?|support|advis[oe]r|operator|service|rep(?:resentative)?|csr|staff|customer|client|buyer|visitor|guest|user|caller|team|desk|mr|mrs|ms|miss|dr)\b\.?/giu;

/** Begin a sentence as a name would, or are meant for nobody in particular. */
const noNames = new Set(
  'there all again everyone everybody team sir madam mam maam ma folks guys both yes no not now sorry ok okay thanks thank the this that these it its is are am was i im my me we our you your please just so for from with to and but or if in on at as of what where when why how who can could would will do does did have has had good great very much support service customer agent monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december hi hello hey dear about still going trying having getting here waiting calling looking happy glad afraid sure'.split(
    ' ',
  ),
);
/** Names that are words as well: taken only where they are written as names. */
const alsoWords = new Set(
  'will may mark hope art bill rob grant sue pat rose grace faith joy dawn april june august ray jack frank max rich chase an jo may drew miles'.split(
    ' ',
  ),
);

const latinName =
  "(?<name>\\p{Lu}[\\p{Script=Latin}'’-]{1,20}(?:\\s\\p{Lu}[\\p{Script=Latin}'’-]{1,20})?)";
const chineseName = `(?<name>(?:${surnames})\\p{Script=Han}{1,2}|小(?:${surnames}))(?=[\\s，。,.！!、；;？?]|为您|很高兴|$)`;

interface Clue {
  readonly pattern: RegExp;
  /** Whose name it is: of who speaks, of who is spoken to, or of somebody. */
  readonly of: 'self' | 'other' | 'anyone';
}

const clues: readonly Clue[] = [
  {
    pattern: new RegExp(
      `\\b(?:[Hh]i|HI|[Hh]ello|[Hh]ey|[Dd]ear|[Mm]orning|[Aa]fternoon|[Ee]vening|[Tt]hanks|[Tt]hank you|[Cc]heers|[Bb]ye|[Gg]oodbye),?\\s(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof)\\.?\\s)?${latinName}`,
      'gu',
    ),
    of: 'other',
  },
  {
    pattern: new RegExp(
      `\\b(?:[Mm]y name is|[Mm]y name's|[Tt]his is|I am|I'm|I’m|[Cc]all me|[Nn]ame:|[Rr]egards,|[Ss]incerely,)\\s${latinName}`,
      'gu',
    ),
    of: 'self',
  },
  {
    pattern: new RegExp(
      `\\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof)\\.?\\s${latinName}`,
      'gu',
    ),
    of: 'anyone',
  },
  {
    pattern: new RegExp(
      `(?:我叫|我是|叫我|我姓名是|姓名[是为：:]|名字[是叫：:])\\s?(?:客服|专员)?${chineseName}`,
      'gu',
    ),
    of: 'self',
  },
  { pattern: new RegExp(`(?:收件人|联系人)(?:是|为|：|:)?\\s?${chineseName}`, 'gu'), of: 'anyone' },
  {
    pattern: new RegExp(`(?<name>(?:${surnames})\\p{Script=Han}{0,2}?(?:${titles}))`, 'gu'),
    of: 'other',
  },
];

const isChinese = (name: string) => /\p{Script=Han}/u.test(name);
const bare = (word: string) => word.toLowerCase().replace(/['’]s$/, '');

/** The words by which a name is known again: Latin ones each, a Chinese one whole. */
function wordsOf(name: string): readonly string[] {
  if (isChinese(name)) {
    const whole = name.replace(/[\s\d·]/g, '');
    return whole.length > 1 ? [whole] : [];
  }
  return (name.match(/[\p{L}\p{N}_'’-]+/gu) ?? [])
    .map(bare)
    .filter((word) => word.length > 1 && !noNames.has(word) && /\p{L}/u.test(word));
}

/** The other one of two who talk. */
const facing = (role: SpeakerRole): PersonKind =>
  role === 'agent' ? 'customer' : role === 'customer' ? 'agent' : 'person';
const kindOf = (role: SpeakerRole): PersonKind => (role === 'other' ? 'person' : role);

/**
 * Who is named in a transcript: those who speak, and those whom greetings, titles and introductions
 * name. What customers are called is one person's name, and so with agents.
 * @param of the role of each speaker
 */
export function findPeople(
  { speakers, lines }: Pick<Transcript, 'speakers' | 'lines'>,
  of: (speaker: number) => SpeakerRole,
): readonly Person[] {
  const people: Person[] = [];
  const add = (name: string, kind: PersonKind) => {
    const words = wordsOf(name);
    const surname = isChinese(name) ? name[0] : undefined;
    const isSame = (person: Person) =>
      words.some((word) => person.words.has(word)) ||
      (surname && [...person.words].some((word) => word.startsWith(surname)));
    const known = people.find((person) =>
      kind === 'person' ? isSame(person) : person.kind === kind,
    );
    if (words.length === 0 || (!known && people.length >= mostPeople)) return;
    if (!known) people.push({ kind, words: new Set(words) });
    else for (const word of words) known.words.add(word);
  };
  for (const [index, { name }] of speakers.entries()) {
    const own = name.replace(roles, ' ').trim();
    if (own) add(own, kindOf(of(index)));
  }
  for (const { pattern, of: whose } of clues) {
    for (const { speaker, text } of lines) {
      for (const { groups: { name = '' } = {} } of text.matchAll(pattern)) {
        const role = of(speaker);
        const title = new RegExp(`(?:${titles})$`, 'u').test(name);
        // A customer names an agent by the name, and a manager by a title.
        const kind: PersonKind =
          whose === 'self'
            ? kindOf(role)
            : whose === 'anyone' || (title && role !== 'agent')
              ? 'person'
              : facing(role);
        add(name, kind);
      }
    }
  }
  return people;
}

/** People by the words that name them. */
export interface NameIndex {
  readonly byWord: ReadonlyMap<string, Person>;
  /** Chinese names, which have no spaces around them; a person's longest first. */
  readonly chinese: readonly (readonly [word: string, person: Person])[];
}

/** Makes people quick to find; of two of one name the first counts. */
export function indexNames(people: readonly Person[]): NameIndex {
  const byWord = new Map<string, Person>();
  const chinese = people.flatMap((person) => {
    for (const word of person.words) if (!byWord.has(word)) byWord.set(word, person);
    const own = [...person.words].filter(isChinese).sort((a, b) => b.length - a.length);
    return own.map((word) => [word, person] as const);
  });
  return { byWord, chinese };
}

/** Where people are named in a text; in order, without overlaps. */
export function findNames(text: string, { byWord, chinese }: NameIndex): readonly NameSpan[] {
  const spans: NameSpan[] = [];
  const put = (start: number, end: number, person: Person) => {
    if (!spans.some((span) => start < span.end && end > span.start))
      spans.push({ start, end, person });
  };
  for (const [word, person] of chinese) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      put(at, at + word.length, person);
    }
  }
  let last: NameSpan | undefined;
  for (const { 0: word, index } of text.matchAll(/[\p{Script=Latin}\p{N}_'’-]+/gu)) {
    const plain = bare(word);
    const length = word.length - (/['’]s$/i.test(word) ? 2 : 0);
    const person = byWord.get(plain);
    if (!person || (alsoWords.has(plain) && !/^\p{Lu}/u.test(word))) continue;
    const isNext = last?.person === person && text.slice(last.end, index) === ' ';
    const start = isNext && last ? last.start : index;
    if (isNext && last) spans.splice(spans.indexOf(last), 1);
    put(start, index + length, person);
    last = spans.at(-1);
  }
  return spans.sort((one, other) => one.start - other.start);
}
