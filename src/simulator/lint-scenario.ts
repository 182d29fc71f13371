import { checkLanguages } from './check-languages.ts';
import { checkModels } from './check-models.ts';
import type { DetectActs } from './create-act-detector.ts';
import { type ParsedScenario, parseScenario } from './parse-scenario.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { readAmounts } from './read-amounts.ts';
import type { Beat, Chat, Lines, Scenario, Texts } from './scenario.ts';

/** A scenario with these can be played; its author will want to know all the same. */
const advice: ReadonlySet<ProblemKind> = new Set([
  'unreachable',
  'unused-fact',
  'open-end',
  'untranslated',
  'model-lacks',
]);

/** Whether it is only worth a look, and no error. */
export const isAdvice = ({ kind }: Problem): boolean => advice.has(kind);

/** The beats that some reply, or none, leads to from the first one. */
function reachable({ beats }: Chat): ReadonlySet<Beat> {
  const byId = new Map(beats.map((beat) => [beat.id, beat] as const));
  const found = new Set(beats.slice(0, 1));
  for (const beat of found) {
    if (beat.end) continue;
    const { all, ...others } = beat.rules;
    const isOver = all?.end || all?.stay;
    const next = all?.go === undefined ? beats[beats.indexOf(beat) + 1] : byId.get(all.go);
    if (next && !isOver) found.add(next);
    for (const rule of Object.values(others)) {
      const target = byId.get(rule.go ?? '');
      if (target) found.add(target);
    }
  }
  return found;
}

const wordsOf = (texts: Texts): readonly string[] =>
  Object.values(texts).flatMap((lines: Lines) => Object.values(lines).flat());

/** The names in braces of all that is said around a chat. */
function namesUsed(scenario: Scenario, chat: Chat): ReadonlySet<string> {
  const said = [
    ...wordsOf(scenario.texts),
    ...wordsOf(chat.texts),
    ...chat.beats.flatMap(({ texts }) => wordsOf(texts)),
    ...chat.earlier.map(({ text }) => text),
  ];
  const braces = said.flatMap((text) => [...text.matchAll(/\{([^{}|]{1,40})\}/g)]);
  return new Set([
    ...braces.map((match) => match[1]?.trim() ?? ''),
    ...chat.known,
    ...chat.private,
  ]);
}

const adviseOn = (scenario: Scenario, chat: Chat): readonly Problem[] => {
  const reached = reachable(chat);
  const used = namesUsed(scenario, chat);
  const ends = chat.beats.some(
    ({ end, rules }) => end ?? Object.values(rules).some((rule) => rule.end),
  );
  const idle = new Set(chat.facts.map(({ key }) => key).filter((key) => !used.has(key)));
  return [
    ...(ends ? [] : [{ line: chat.line, kind: 'open-end' as const, word: chat.id }]),
    ...chat.beats
      .filter((beat) => !reached.has(beat))
      .map(({ line, id }) => ({ line, kind: 'unreachable' as const, word: id })),
    ...[...idle].map((word) => ({ line: chat.line, kind: 'unused-fact' as const, word })),
  ];
};

const limitHead = /^(?:limit|限额)/i;

/** Limits that limit nothing. */
const idleLimits = (
  scenario: Scenario,
  lineOf: (words: string, from: number) => number,
): readonly Problem[] =>
  [{ ...scenario, line: 0 }, ...scenario.chats].flatMap(({ limits = [], line: home }) => {
    // The same words may stand in two chats, and twice in one.
    let from = home + 1;
    return limits.flatMap(({ text }): readonly Problem[] => {
      const line = lineOf(text, from);
      from = line + 1;
      const isIdle = text.split(/[|｜]/).some((part) => readAmounts(part).length === 0);
      return isIdle ? [{ line, kind: 'no-amount', word: text.slice(0, 60) }] : [];
    });
  });

/**
 * Reads a scenario as {@link parseScenario} does, and looks at it as a reader would: beats that
 * nothing leads to, facts that nobody says, sees or must keep, lines that a language lacks, model
 * replies that break the scenario's own rules.
 * @param detect for what model replies do and state; without it that is not looked at
 */
export function lintScenario(text: string, detect?: DetectActs): ParsedScenario {
  const { scenario, problems } = parseScenario(text);
  if (!scenario) return { scenario, problems };
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim().replace(/\s+/g, ' '));
  const limitLine = (words: string, from: number): number => {
    const at = lines.findIndex(
      (line, index) => index + 1 >= from && line.endsWith(words) && limitHead.test(line),
    );
    return at < 0 ? from : at + 1;
  };
  const lineOf = (words: string, from: number): number => {
    const at = lines.findIndex((line, index) => index + 1 >= from && line.endsWith(words));
    return at < 0 ? from : at + 1;
  };
  const more = [
    ...scenario.chats.flatMap((chat) => adviseOn(scenario, chat)),
    ...checkLanguages(scenario),
    ...checkModels(scenario, lineOf, detect),
    ...idleLimits(scenario, limitLine),
  ];
  // Where something is wrong, the end may be what is misspelt.
  const isKnown = ({ kind }: Problem) => kind !== 'open-end' || problems.length === 0;
  const all = [...problems, ...more.filter(isKnown)];
  return { scenario, problems: all.sort((a, b) => a.line - b.line) };
}
