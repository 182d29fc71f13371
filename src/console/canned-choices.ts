import type { CommandInfo } from '../a11y/commands.ts';
import {
  type CannedResponse,
  chooseVariant,
  foldShortcut,
  type Variant,
} from '../canned-responses/canned-response.ts';
import { expand, type KnownValues } from '../canned-responses/expand.ts';
import type { Search } from '../canned-responses/search.ts';
import type { LanguageTag } from '../shared/language.ts';

/** A line of the picker. */
export type Choice = CannedResponse | CommandInfo;

/** Whether a line is a command and no response. */
export const isCommand = (choice: Choice): choice is CommandInfo => 'slash' in choice;

const shown = 50;

/**
 * What the picker offers: at most 50 responses, best first, then commands whose typed word begins
 * with the query. A command that is typed out comes first, unless a response has that shortcut.
 * @param commands those that can be run now; none where the slash does not begin the draft
 * @param nameOf a command's name, which can be typed out as well
 */
export function listChoices(
  search: Search,
  commands: readonly CommandInfo[],
  query: string,
  nameOf: (command: CommandInfo) => string = () => '',
): readonly Choice[] {
  const word = foldShortcut(query);
  const responses = search(query, shown);
  const isNamed = (command: CommandInfo) => query !== '' && nameOf(command) === query;
  const matching = commands.filter(
    (command) => command.slash?.startsWith(word) || isNamed(command),
  );
  const exact = matching.find((command) => command.slash === word || isNamed(command));
  if (!exact || responses[0]?.shortcut === word) return [...responses, ...matching];
  return [exact, ...responses, ...matching.filter((one) => one !== exact)];
}

const previewLength = 80;

/**
 * The first words of a response as they would be sent, and their language.
 * @param wanted the conversation's language, then the agent's
 */
export function previewOf(
  response: CannedResponse,
  wanted: readonly LanguageTag[],
  known: KnownValues,
): Variant {
  const variant = chooseVariant(response.texts, wanted);
  if (!variant) return { text: '', language: 'en' };
  const characters = [...expand(variant.text, known).text.replace(/\s+/g, ' ')];
  const beginning = characters.slice(0, previewLength).join('');
  const text = characters.length > previewLength ? `${beginning.trimEnd()}…` : beginning;
  return { text, language: variant.language };
}
