/** Verbs of service talk that follow the rules. */
const regular =
  'receive arrive order place check contact confirm call email ask answer help wait cancel return ' +
  'refund change charge solve resolve ship deliver process approve reject track try use need want ' +
  'work look open close start stop complete update upload download install activate submit apply ' +
  'fill enter provide inform explain describe discuss mention reply respond request remove replace ' +
  'repair report transfer verify visit click press restart sign register book deduct dispatch ' +
  'include require happen seem expire unlock arrange follow share thank like hope agree apologize ' +
  'apologise wonder serve assist welcome handle investigate return purchase decide create scan deny';

/** The others: base, past, participle. */
const irregular =
  'send sent sent|pay paid paid|choose chose chosen|understand understood understood|know knew known|' +
  'think thought thought|see saw seen|hear heard heard|say said said|tell told told|speak spoke spoken|' +
  'get got got|give gave given|take took taken|make made made|go went gone|come came come|do did done|' +
  'have had had|keep kept kept|find found found|buy bought bought|bring brought brought|' +
  'forget forgot forgotten|write wrote written|lose lost lost|break broke broken|begin began begun|' +
  'leave left left|meet met met|feel felt felt|sell sold sold|show showed shown|spend spent spent';

/** Their last letter is doubled: `shipped`, `shipping`. */
const doubling = new Set(
  'stop ship cancel transfer submit scan get begin forget'.split(' ') as readonly string[],
);

const isVowel = (letter: string | undefined) => 'aeiou'.includes(letter ?? '');
const endsInY = (base: string) => base.endsWith('y') && !isVowel(base.at(-2));
const doubled = (base: string) => (doubling.has(base) ? base + base.at(-1) : base);

const regularPast = (base: string): string => {
  if (base.endsWith('e')) return `${base}d`;
  return endsInY(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
};

/** `send` → `sending`. */
export function ingOf(base: string): string {
  if (base.endsWith('ee') || base === 'be') return `${base}ing`;
  return base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

/** `send` → `sends`. */
export function thirdOf(base: string): string {
  if (base === 'have') return 'has';
  if (/(?:s|x|ch|sh|o)$/.test(base)) return `${base}es`;
  return endsInY(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

const rows = [
  ...regular.split(' ').map((base) => [base, regularPast(base), regularPast(base)] as const),
  ...irregular.split('|').map((row) => {
    const [base = '', past = '', participle = ''] = row.split(' ');
    return [base, past, participle] as const;
  }),
];

const pasts = new Map(rows.map(([base, past]) => [base, past]));
const participles = new Map(rows.map(([base, , participle]) => [base, participle]));
const bases = new Map(
  rows.flatMap(([base, past, participle]) =>
    [past, participle, thirdOf(base), ingOf(base), base].map((form) => [form, base] as const),
  ),
);
const pastOfParticiple = new Map(rows.map(([, past, participle]) => [participle, past]));

/** `send` → `sent`; undefined for a verb that is not known. */
export const pastOf = (base: string): string | undefined => pasts.get(base);

/** `take` → `taken`; undefined for a verb that is not known. */
export const participleOf = (base: string): string | undefined => participles.get(base);

/** `taken` → `took`; undefined for a participle that is not known. */
export const pastFromParticiple = (participle: string): string | undefined =>
  pastOfParticiple.get(participle);

/** Any form → `send`; undefined for a verb that is not known. */
export const baseOf = (form: string): string | undefined => bases.get(form.toLowerCase());

const oneOf = (words: Iterable<string>) => `(?:${[...new Set(words)].join('|')})`;
const all = rows.map(([base]) => base);

/** Sources of patterns: each form of any of the verbs, as a group that is not numbered. */
export const verbForms = {
  base: oneOf(all),
  past: oneOf(rows.flatMap(([base, past]) => (past === base ? [] : [past]))),
  participle: oneOf(rows.map(([, , participle]) => participle)),
  third: oneOf(all.map(thirdOf)),
  ing: oneOf(all.map(ingOf)),
} as const;
