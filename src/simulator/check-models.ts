import { checkFacts } from './check-facts.ts';
import type { DetectActs } from './create-act-detector.ts';
import { findPhrase, findValue } from './find-words.ts';
import { judgeTurn } from './judge-turn.ts';
import { type PolicySheet, readPolicySheet } from './policy-sheet.ts';
import type { Problem } from './problem.ts';
import type { Beat, Chat, Scenario } from './scenario.ts';
import { alternatives, factOf, linesOf } from './texts-of.ts';
import { withoutQuotes } from './without-quotes.ts';

interface Model {
  readonly chat: Chat;
  readonly beat: Beat;
  /** A primary subtag. */
  readonly language: string;
  /** As it is written in the file. */
  readonly line: string;
  /** As an agent would write it. */
  readonly text: string;
}

/** A file of nothing but model replies is looked at up to here. */
const mostModels = 500;
const mostAlternatives = 20;

const han = /\p{Script=Han}/u;

/** The model replies of each beat, language by language. */
const modelsOf = (scenario: Scenario): readonly (readonly Model[])[] =>
  scenario.chats.flatMap((chat) =>
    chat.beats.flatMap((beat) =>
      Object.entries(beat.texts.model ?? {}).map(([tag, lines]) =>
        lines.flatMap((line) => {
          const language = tag === '*' ? (han.test(line) ? 'zh' : 'en') : tag;
          const written = alternatives(line, { scenario, chat, language });
          return written.slice(0, mostAlternatives).map((text) => ({
            ...{ chat, beat, language, line, text },
          }));
        }),
      ),
    ),
  );

/** Words of a model reply that its own scenario forbids. */
function forbidden({ chat, language, text }: Model, scenario: Scenario): string | undefined {
  const own = withoutQuotes(text);
  const nevers = [...scenario.nevers, ...chat.nevers].flatMap((line) => line.split(/[|｜]/));
  const secrets = chat.private.map((key) => factOf(chat.facts, key, language) ?? '');
  return [
    ...nevers.map((phrase) => findPhrase(own, phrase)),
    ...secrets.map((value) => findValue(own, value)),
  ].find(Boolean);
}

/** Whether a beat's model replies together do what it hopes for; the acts that they do not. */
function missingActs(models: readonly Model[], detect: DetectActs): readonly string[] {
  const [first] = models;
  if (!first) return [];
  const found = new Set(
    models.flatMap(({ text, language }) => detect(text, language).map(({ act }) => act)),
  );
  return judgeTurn(first.beat, found, '').missing;
}

/**
 * Holds the model replies of a scenario against its own rules, policy sheet and hopes.
 * @param lineOf the number of the line with these words, at or after another
 * @param detect finds the acts; without it only forbidden and private words are looked for
 */
export function checkModels(
  scenario: Scenario,
  lineOf: (words: string, from: number) => number,
  detect?: DetectActs,
): readonly Problem[] {
  const beats = modelsOf(scenario).slice(0, mostModels);
  const models = beats.flat().slice(0, mostModels);
  const where = ({ line, beat }: Model) => lineOf(line, beat.line);
  const broken = models.flatMap((model): Problem[] => {
    const word = forbidden(model, scenario);
    return word ? [{ line: where(model), kind: 'model-forbidden', word }] : [];
  });
  if (!detect) return broken;
  const sheets = new Map<string, PolicySheet>();
  const wrong = models.flatMap((model): Problem[] => {
    const { chat, language, text } = model;
    const key = `${language} ${chat.line}`;
    const sheet = sheets.get(key) ?? readPolicySheet(scenario, chat, language);
    sheets.set(key, sheet);
    const said = linesOf(chat.texts, 'topic', { scenario, language }).join(' ') + text;
    return checkFacts(text, sheet, said, detect, language)
      .filter(({ verdict }) => verdict === 'not-met')
      .map(({ words }) => ({ line: where(model), kind: 'model-contradicts', word: words }));
  });
  const lacking = beats.flatMap((each) => {
    const [first] = each;
    return missingActs(each, detect).map((word): Problem => {
      return { line: first ? where(first) : 1, kind: 'model-lacks', word };
    });
  });
  return [...broken, ...wrong, ...lacking];
}
