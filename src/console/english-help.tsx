import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { deferred } from '../session/deferred.tsx';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import type { ComposerHandle } from './composer.tsx';

const Advice = deferred(async () => (await import('./advice.tsx')).Advice);

interface EnglishHelpProps {
  readonly conversation: Conversation;
  composer(): ComposerHandle | undefined;
}

/**
 * Help with English beside the reply box, by a key or a typed word: what a customer's words mean, and
 * advice on the agent's own. Its code and words are fetched when they are first asked for.
 */
export function EnglishHelp(props: EnglishHelpProps): JSX.Element {
  const workspace = useWorkspace();
  const { t, say, commands, settings, router, allSentences } = workspace;
  const [isAsked, setAsked] = createSignal(false);
  let gloss = new AbortController();
  const isEnglish = () => primaryLanguage(props.conversation.language) === 'en';
  const failed = () => say(t('app.loadFailed'));

  const advise = () => {
    const composer = props.composer();
    if (!composer) return;
    // What was asked for is shown as well, until the reply has gone.
    setAsked(true);
    Promise.all([import('./advise.ts'), allSentences()]).then(
      async ([{ advise, loadExplanations }]) => {
        if (!isEnglish()) return say(t('advice.notEnglish'));
        const explain = await loadExplanations(workspace.language());
        say((await advise(composer.text(), t, explain)).spoken);
      },
      failed,
    );
  };
  const explain = () => {
    const focused = document.activeElement?.closest('[id^="m-"]')?.id.slice(2);
    const own = props.conversation.messages.filter(({ author }) => author === 'customer');
    const message = own.find(({ id }) => id === focused) ?? own.at(-1);
    gloss.abort();
    gloss = new AbortController();
    const { signal } = gloss;
    Promise.all([import('./show-gloss.tsx'), allSentences()])
      .then(([{ showGloss }]) => showGloss(message, workspace, signal))
      .catch(failed);
  };
  onCleanup(() => gloss.abort());
  onCleanup(
    commands.add([
      { id: 'gloss', run: explain },
      { id: 'advice', run: advise },
      { id: 'phrases', run: () => router.go('phrases') },
    ]),
  );

  return (
    <Show when={isEnglish() && (settings().englishAdvice || isAsked())}>
      <Advice composer={props.composer} onSent={() => setAsked(false)} />
    </Show>
  );
}
