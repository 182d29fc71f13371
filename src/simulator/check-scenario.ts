import type { Problem } from './problem.ts';
import type { Lines } from './scenario.ts';
import type { BeatDraft, ChatDraft, Draft, Reference } from './scenario-draft.ts';
import { suggestWord } from './suggest-word.ts';

const problem = (
  line: number,
  kind: Problem['kind'],
  word: string,
  suggestion?: string,
): Problem => ({
  line,
  kind,
  ...(word ? { word: word.slice(0, 60) } : {}),
  ...(suggestion ? { suggestion } : {}),
});

/** Each suggestion compares with every name: a file of nothing but errors gets a few of them. */
const mostSuggestions = 100;
const mostNames = 1000;

const ids = (items: readonly { readonly id: string }[]): Set<string> =>
  new Set(items.map(({ id }) => id));

/** Finds names that nothing explains. */
function checkReferences(draft: Draft, references: readonly Reference[]): Problem[] {
  const chatIds = ids(draft.chats);
  const beats = new Map(draft.chats.map((chat) => [chat, ids(chat.beats)] as const));
  const facts = new Map(
    draft.chats.map((chat) => [chat, new Set(chat.facts.map(({ key }) => key))] as const),
  );
  let suggestions = 0;
  const suggest = (word: string, names: Set<string>) => {
    suggestions += 1;
    if (suggestions > mostSuggestions || names.size > mostNames) return undefined;
    return suggestWord(word, names);
  };
  return references.flatMap(({ kind, word, chat, chatName, line }) => {
    const other = draft.chats.find(({ id }) => id === chatName);
    if (kind === 'arrival' && !other) {
      const name = chatName ?? '';
      return [problem(line, 'unknown-chat', name, suggest(name, chatIds))];
    }
    const home = kind === 'arrival' && other ? other : chat;
    const known = (kind === 'fact' ? facts : beats).get(home);
    if (!known || known.has(word)) return [];
    const wrong = kind === 'fact' ? 'unknown-fact' : 'unknown-beat';
    return [problem(line, wrong, word, suggest(word, known))];
  });
}

/** Follows the good answers from each beat; a beat from which they never end is told once. */
function checkEnds(chat: ChatDraft): Problem[] {
  const ends = new Set<BeatDraft>();
  const circles: Problem[] = [];
  const byId = new Map(chat.beats.map((beat, index) => [beat.id, index] as const));
  const told = new Set<BeatDraft>();
  for (const start of chat.beats) {
    const path = new Set<BeatDraft>();
    let beat: BeatDraft | undefined = start;
    while (beat && !ends.has(beat) && !path.has(beat) && !told.has(beat)) {
      path.add(beat);
      const rule: BeatDraft['rules']['all'] = beat.rules.all;
      if (beat.end || rule?.end) break;
      const here: number = byId.get(beat.id) ?? 0;
      const next: number = rule?.stay ? here : (byId.get(rule?.go ?? '') ?? here + 1);
      beat = chat.beats[next];
    }
    const circle = beat !== undefined && !ends.has(beat) && !beat.end && !beat.rules.all?.end;
    if (circle && !told.has(beat as BeatDraft)) {
      circles.push(problem(start.line, 'no-end', start.id));
    }
    for (const each of path) (circle ? told : ends).add(each);
  }
  return circles;
}

const speaks = (lines: Lines | undefined, language: string): boolean =>
  Boolean(lines?.[language] ?? lines?.['*']);

/** Problems that no single line shows: missing parts, unknown names, circles. */
export function checkScenario(draft: Draft, references: readonly Reference[]): Problem[] {
  const problems = checkReferences(draft, references);
  const languages = draft.languages.length > 0 ? draft.languages : ['*'];
  const missing = (line: number, word: string) => problems.push(problem(line, 'missing', word));
  const named = (name: string, language: string) =>
    language === '*' ? name : `${name} ${language}`;
  if (!draft.id) missing(1, 'scenario');
  if (draft.chats.length === 0) missing(1, '# chat');
  for (const language of languages) {
    if (!speaks(draft.texts.title, language)) missing(1, named('title', language));
  }
  for (const chat of draft.chats) {
    if (chat.beats.length === 0) missing(chat.line, '##');
    if (!chat.texts.customer) missing(chat.line, 'customer');
    for (const beat of chat.beats) {
      for (const language of languages) {
        // No language declared: whatever is written will do.
        if (language === '*' ? beat.texts.says : speaks(beat.texts.says, language)) continue;
        missing(beat.line, named('says', language));
      }
    }
    problems.push(...checkEnds(chat));
  }
  return problems;
}
