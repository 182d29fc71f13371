/** The letters with which a syllable of pinyin can begin; there is none in i, u or v. */
const letters = 'abcdefghjklmnopqrstwxyz';

/** The first character of each letter in CLDR's pinyin order (GB 18030 plane 0). */
const firstByCollator = '阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他屲夕丫帀';

/** The first character of each letter in GB 2312, level 1, which is itself in pinyin order. */
const firstByCode = '啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝';

/** Characters with a second common reading, each followed by both of its letters. */
const twoReadings =
  '长cz重cz调dt行hx会hk单ds便bp提td系xj率ls曾cz厦sx茄qj降jx弹dt传cz参cs藏cz乐ly校xj解jx车cj盛sc乘cs石sd宿sx属sz' +
  '识sz区qo奇qj圈qj给gj畜xc匙cs伺sc券qj屏pb卡kq朝cz查cz召zs折zs粘zn省sx合hg咖kg壳kq泊bp辟bp暴bp秘mb弄nl炮pb曝pb强qj' +
  '刹sc拓tz尾wy吓xh纤xq种zc囤td否fp埔pb脯fp槛jk轧zy洗xs仇cq臭cx见jx';

const hanzi = /\p{Script=Han}/u;
const kept = /[\p{L}\p{N}]/u;
const marks = /\p{M}/gu;

/** The first letter of a character's pinyin, or nothing where it is not known. */
export type InitialOf = (character: string) => string;

/**
 * Asks the browser's own pinyin collation, so that no table is shipped.
 * Undefined where this browser has none (docs/adr/0004-pinyin-initials.md).
 * @param compare normally that of `new Intl.Collator('zh-CN-u-co-pinyin')`
 */
export function initialByCollation(
  compare: (a: string, b: string) => number,
): InitialOf | undefined {
  const first = [...firstByCollator];
  if (first.some((character, at) => at > 0 && compare(first[at - 1] ?? '', character) >= 0)) {
    return undefined;
  }
  return (character) => {
    let low = 0;
    let high = first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(first[middle] ?? '', character) <= 0) low = middle + 1;
      else high = middle;
    }
    return letters[low - 1] ?? '';
  };
}

/**
 * Reads the 3,755 most common characters out of the browser's GB 2312 decoder, which every
 * browser has by the Encoding Standard: the second choice, and nothing for rarer characters.
 */
export function initialByCode(): InitialOf {
  const bytes = new Uint8Array(40 * 94 * 2);
  for (let at = 0; at < bytes.length / 2; at += 1) {
    bytes[at * 2] = 0xb0 + Math.floor(at / 94);
    bytes[at * 2 + 1] = 0xa1 + (at % 94);
  }
  const order = new TextDecoder('gb2312').decode(bytes);
  const starts = [...firstByCode].map((character) => order.indexOf(character));
  return (character) => {
    const at = order.indexOf(character);
    return letters[at < 0 ? -1 : starts.filter((start) => start <= at).length - 1] ?? '';
  };
}

/** A text as it can be typed by initials: the usual reading and, place by place, the other one. */
export interface Initials {
  readonly main: string;
  readonly other: string;
}

/** Reads texts by their initials. Keeps what it has looked up, so one reader serves a whole list. */
export type ReadInitials = (text: string) => Initials;

/**
 * Makes a reader of initials.
 * @param initialOf how to read a character; by default the best way that this browser has
 */
export function createInitialsReader(
  initialOf: InitialOf = initialByCollation(new Intl.Collator('zh-CN-u-co-pinyin').compare) ??
    initialByCode(),
): ReadInitials {
  const known = new Map<string, string>();
  const read = (character: string): string => {
    if (!hanzi.test(character)) return kept.test(character) ? character : '';
    const at = twoReadings.indexOf(character);
    return at < 0 ? initialOf(character) : twoReadings.slice(at + 1, at + 3);
  };
  return (text) => {
    let main = '';
    let other = '';
    for (const character of text.normalize('NFKD').replace(marks, '').toLowerCase()) {
      const reading = known.get(character) ?? read(character);
      known.set(character, reading);
      // Two letters only for a character with two readings; a rare letter may be two code units.
      const two = hanzi.test(character) && reading.length === 2;
      main += two ? (reading[0] ?? '') : reading;
      other += two ? (reading[1] ?? '') : reading;
    }
    return { main, other };
  };
}

/**
 * Where typed initials stand in a text, in places of `initials.main`; -1 where they do not.
 * A character with two readings may be typed by either: 重新 by `cx`, 重要 by `zy`.
 * @param query lower-case letters and digits
 */
export function findInitials({ main, other }: Initials, query: string): number {
  for (let start = 0; start + query.length <= main.length; start += 1) {
    let at = 0;
    while (at < query.length) {
      const typed = query[at];
      if (typed !== main[start + at] && typed !== other[start + at]) break;
      at += 1;
    }
    if (at === query.length) return start;
  }
  return -1;
}

/**
 * The initials of a text's pinyin, in lower case: `bqyc` for 抱歉，延迟. Letters and digits of
 * other scripts stay, without their accents; spaces and punctuation go.
 */
export const pinyinInitials = (text: string): string => createInitialsReader()(text).main;
