import type { DialogueAct } from '../domain/run-report.ts';
import type { Beat, Chat, Condition, Rule, Scenario, TextName } from './scenario.ts';
import { alternatives, linesOf } from './texts-of.ts';
import { voiceMark } from './voice-mark.ts';

/** Where a reply leads: to a beat, out of the chat, or nowhere. */
export type Way =
  | { readonly to: 'beat'; readonly beat: string }
  | { readonly to: 'solved' | 'left' | 'stay' };

/** What follows on a kind of reply. */
export interface Outcome {
  readonly when: Condition;
  readonly way: Way;
  /** The change of patience; 0 where none is told. */
  readonly patience: number;
}

/** What the customer may say: the alternatives, of which one is used. */
export interface Saying {
  readonly isVoice: boolean;
  readonly texts: readonly string[];
}

/** One step of a customer, as it is read out. */
export interface BeatOutline {
  readonly id: string;
  /** Where it begins in the text, counted from 1. */
  readonly line: number;
  readonly says: readonly Saying[];
  readonly want: readonly DialogueAct[];
  readonly anyof: readonly DialogueAct[];
  readonly model: readonly string[];
  /** Those that are told, and where a good reply leads in any case. */
  readonly outcomes: readonly Outcome[];
}

/** One customer. */
export interface ChatOutline {
  readonly id: string;
  readonly line: number;
  readonly name: string;
  readonly beats: readonly BeatOutline[];
}

const conditions: readonly Condition[] = ['all', 'some', 'none', 'silent', 'angry'];

function wayOf(chat: Chat, beat: Beat, when: Condition, rule: Rule): Way {
  if (rule.end) return { to: rule.end };
  if (rule.go) return { to: 'beat', beat: rule.go };
  if (rule.stay || when !== 'all') return { to: 'stay' };
  const next = chat.beats[chat.beats.indexOf(beat) + 1];
  return next ? { to: 'beat', beat: next.id } : { to: 'solved' };
}

function outcomesOf(chat: Chat, beat: Beat): readonly Outcome[] {
  if (beat.end) return [{ when: 'all', way: { to: beat.end }, patience: 0 }];
  return conditions.flatMap((when) => {
    const rule = beat.rules[when] ?? (when === 'all' ? {} : undefined);
    return rule ? [{ when, way: wayOf(chat, beat, when, rule), patience: rule.patience ?? 0 }] : [];
  });
}

/**
 * Who says what in a scenario, in its own order, with the facts filled in.
 * @param language a primary subtag; what it lacks is told as a run would tell it
 */
export function outlineScenario(scenario: Scenario, language: string): readonly ChatOutline[] {
  return scenario.chats.map((chat) => {
    const speaker = { scenario, chat, language };
    const lines = (beat: Beat, name: TextName) =>
      linesOf(beat.texts, name, speaker).map((line) => alternatives(line, speaker));
    const [name = []] = linesOf(chat.texts, 'customer', speaker).map((line) =>
      alternatives(line, speaker),
    );
    return {
      id: chat.id,
      line: chat.line,
      name: name[0] ?? chat.id,
      beats: chat.beats.map((beat) => ({
        id: beat.id,
        line: beat.line,
        says: lines(beat, 'says').map((texts) => ({
          isVoice: texts[0]?.startsWith(voiceMark) === true,
          texts: texts.map((text) => text.replace(voiceMark, '')),
        })),
        want: beat.want,
        anyof: beat.anyof,
        model: lines(beat, 'model').flat(),
        outcomes: outcomesOf(chat, beat),
      })),
    };
  });
}
