import type { DialogueAct } from '../domain/run-report.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { unwanted } from '../shared/unwanted.ts';
import { detectActs } from './detect-acts.ts';
import type { MaskedPart, MaskedTranscript, MaskedValue } from './mask-transcript.ts';
import { longestScenario } from './parse-scenario.ts';
import { replayWords } from './replay-words.ts';
import type { WordLanguage } from './stand-ins.ts';
import { inWords } from './vocabulary.ts';

/** What a replay is made with. */
export interface ReplayOptions {
  /** Its name for people; also what its id is made of. */
  readonly title: string;
  /** What the conversation is written in. */
  readonly language: 'en' | 'zh';
  /** The language of keywords and notes. */
  readonly words: WordLanguage;
  /** The ids of what is left as it is. */
  readonly kept: ReadonlySet<string>;
}

/** A scenario made of a transcript. */
export interface Replay {
  readonly text: string;
  readonly beats: number;
  /** Messages that found no room. */
  readonly left: number;
}

/** A line of a scenario may have 4,000. */
const longestLine = 3800;
/** What the head may need. */
const room = 12_000;

/** How surely an act is told from a reply, the surest first (docs/acts.md). */
const surest: readonly DialogueAct[] = [
  'ask_order_number',
  'thank',
  'apologise',
  'greet',
  'verify_identity',
  'offer_more_help',
  'close',
  'escalate',
  'confirm_details',
  'refuse',
  'set_expectation',
  'confirm_resolution',
  'offer_resolution',
  'empathise',
  'acknowledge',
  'state_unavailable',
  'ask_info',
  'state_policy',
  'give_information',
];
const mostActs = 3;

/** Words as they can stand in a line: no braces, no `|`, one line. */
const inLine = (text: string): string =>
  text
    .replace(/[{｛]/g, '(')
    .replace(/[}｝]/g, ')')
    .replace(/[|｜]/g, '/')
    .replace(unwanted, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Cut without leaving half a placeholder. */
const cut = (text: string): string =>
  text.length > longestLine ? `${text.slice(0, longestLine).replace(/\{[^}]*$/, '')} …` : text;

interface Turn {
  readonly says: string[];
  /** As written in the scenario, and as it will be said. */
  readonly model: { readonly written: string; readonly said: string }[];
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'replay';

/**
 * Writes a transcript as a scenario: each run of the customer's messages is a beat, the agent's
 * reply to it its model, and what that reply does is what is wanted. It has no errors.
 * @returns nothing to play if the customer says nothing
 */
export function toReplayScenario(
  masked: MaskedTranscript,
  { title, language, words, kept }: ReplayOptions,
): Result<Replay, { readonly kind: 'no-customer' }> {
  const isMasked = ({ id }: MaskedValue) => !kept.has(id);
  const write = (parts: readonly MaskedPart[], as: 'key' | 'standIn'): string => {
    const words = parts.map((part) => {
      if (typeof part === 'string') return inSpaces(part);
      if (!isMasked(part.value)) return inSpaces(part.text);
      return as === 'key' ? `{${part.value.key}}` : part.value.standIn;
    });
    return cut(words.join('').trim());
  };
  const opening: string[] = [];
  const turns: Turn[] = [];
  let left = 0;
  let size = room;
  for (const { role, parts } of masked.lines) {
    const written = write(parts, 'key');
    if (!written) continue;
    // A beat has acts, an id and keywords besides its words, and what is masked is told as a fact.
    size += written.length + 20 + 60 * parts.filter((part) => typeof part !== 'string').length;
    if (left > 0 || size + turns.length * 120 > longestScenario) {
      left += 1;
      continue;
    }
    const turn = turns.at(-1);
    if (role === 'customer') {
      if (turn && turn.model.length === 0) turn.says.push(written);
      else turns.push({ says: [written], model: [] });
    } else if (turn) turn.model.push({ written, said: write(parts, 'standIn') });
    else opening.push(written);
  }
  if (turns.length === 0) return err({ kind: 'no-customer' });

  const key = (name: string) => inWords(name, words);
  const line = (name: string, text: string) => `${key(name)}: ${text}`;
  const said = replayWords(language);
  const notes = replayWords(words);
  const beats = turns.map(({ says, model }, index) => {
    const acts = new Set(
      detectActs(model.map((reply) => reply.said).join(' '), language).map(({ act }) => act),
    );
    const wanted = surest.filter((act) => acts.has(act)).slice(0, mostActs);
    return [
      `## ${notes.step}${index + 1}`,
      ...says.map((text) => line('says', text)),
      ...(wanted.length ? [line('want', wanted.map((act) => inWords(act, words)).join(', '))] : []),
      ...(model.length ? [line('model', cut(model.map(({ written }) => written).join(' ')))] : []),
      ...(index === turns.length - 1 ? [line('end', inWords('solved', words))] : []),
    ].join('\n');
  });
  const name = masked.customer && isMasked(masked.customer) ? masked.customer : undefined;
  const customer = name ? `{${name.key}}` : inLine(masked.customer?.text ?? '') || said.customer;
  const body = beats.join('\n\n');
  const head = [line('customer', customer), ...opening.map((text) => line('answered', text))];
  const used = [...head, body].join('\n');
  const facts = masked.values.filter((value) => isMasked(value) && used.includes(`{${value.key}}`));
  const plainTitle = inLine(title).slice(0, 100) || said.title;
  const text = [
    `// ${notes.note}`,
    line('scenario', slug(plainTitle)),
    line('title', plainTitle),
    line('level', '1'),
    line('languages', language),
    line('nudge', said.nudge),
    line('again', said.again),
    line('leaves', said.leaves),
    '',
    `# ${key('chat')}: 1`,
    ...head,
    ...facts.map((fact) => line('facts', `${fact.key}=${fact.standIn}`)),
    '',
    body,
    '',
  ].join('\n');
  return ok({ text, beats: turns.length, left });
}

/** As {@link inLine}, with the spaces at its ends left to part it from a placeholder. */
function inSpaces(text: string): string {
  const words = inLine(text);
  const before = /^\s/.test(text) ? ' ' : '';
  return words ? `${before}${words}${/\s$/.test(text) ? ' ' : ''}` : before;
}
