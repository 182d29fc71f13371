import type { LanguageTag } from '../shared/language.ts';
import { describeSpeechError } from './describe-speech.ts';
import type { Workspace } from './workspace.ts';

/** How slow “slowly” is, as a share of the agent's own speed. */
export const slowPace = 0.6;

/**
 * Has the voice say a phrase now, whatever else it was reading: it was asked for. Where no voice
 * can, the live region says why.
 * @param pace as `Reading.pace`
 * @returns whether it was said to its end
 */
export async function speakPhrase(
  workspace: Workspace,
  text: string,
  language: LanguageTag,
  pace = 1,
): Promise<boolean> {
  const { t, say, speech } = workspace;
  try {
    const { reader } = await speech();
    const said = await reader.read({ text, language, pace }, { now: true });
    if (!said.ok && said.error.kind !== 'aborted') say(describeSpeechError(said.error.kind, t));
    return said.ok;
  } catch {
    say(t('app.loadFailed'));
    return false;
  }
}
