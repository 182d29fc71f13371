import { createSignal, type JSX, Show } from 'solid-js';
import type { Conversation } from '../domain/conversation.ts';
import { deferred } from '../session/deferred.tsx';
import { useSession, useWorkspace } from '../session/workspace.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import { Transcript } from './transcript.tsx';
import type { View } from './views.ts';

/** Also fetched ahead, by who watches the desk. */
export const WrapUpForm = deferred(async () => (await import('./wrap-up-form.tsx')).WrapUpForm);
const SearchBar = deferred(async () => (await import('./search-bar.tsx')).SearchBar);
const PlainText = deferred(async () => (await import('./plain-text.tsx')).PlainText);
const CannedPicker = deferred(async () => (await import('./canned-picker.tsx')).CannedPicker);

const DictationBar = deferred(async () => (await import('./dictation-bar.tsx')).DictationBar);

const Confirm = deferred(async () => (await import('../ui/confirm.tsx')).Confirm);

/** Milliseconds for which the end dialog outlives its answer. */
const overlap = 150;
/** Milliseconds after which the agent is told that replies are still on their way. */
const tellAfter = 400;

/** What is open beside the reply box. */
export type Panel = 'search' | 'plain' | 'canned' | 'end' | 'wrap-up';

/** What commands do with the conversation that is open. */
export interface ConversationHandle {
  readonly view: View;
  composer(): ComposerHandle | undefined;
  open(panel: Panel): void;
}

interface ConversationViewProps {
  readonly conversation: Conversation;
  readonly view: View;
  onReady(handle: ConversationHandle): void;
  runSlash(word: string): boolean;
}

/** One conversation: heading, transcript, and the reply box or the wrap-up. */
export function ConversationView(props: ConversationViewProps): JSX.Element {
  const { t, say, clock, allSentences } = useWorkspace();
  const session = useSession();
  const { id } = props.conversation;
  const [panel, setPanel] = createSignal<Panel>();
  const [isClosing, setClosing] = createSignal(false);
  let composer: ComposerHandle | undefined;
  const name = () => props.conversation.customer.name;
  const isOver = () => props.conversation.state !== 'open';
  /** What ends the conversation while it waits for replies to go out; anything else closes the question. */
  let ending: object | undefined;
  const close = () => {
    ending = undefined;
    setPanel(undefined);
  };
  /**
   * The question stays until the wrap-up has taken the focus from it: a screen reader that finds its
   * place gone looks for another one, and then does not read the heading (A39).
   */
  const end = async () => {
    if (ending) return;
    const mine = {};
    ending = mine;
    const isWanted = () => ending === mine;
    const stop = clock.after(tellAfter, () => isWanted() && say(t('delivery.sending')));
    const ready = WrapUpForm.prepare(allSentences);
    const [ended] = await Promise.all([session.end(id, isWanted), ready]);
    stop();
    if (!isWanted()) return;
    ending = undefined;
    if (ended !== 'done') {
      close();
      return say(t(`ending.${ended}`, { name: name() }));
    }
    setClosing(true);
    setPanel('wrap-up');
    clock.after(overlap, () => setClosing(false));
  };
  props.onReady({ view: props.view, composer: () => composer, open: setPanel });

  return (
    <>
      <div class="conversation-head">
        <h1 id="conversation-heading">{t('conversation.heading', { name: name() })}</h1>
        <div class="row">
          <Show
            when={isOver()}
            fallback={
              <button type="button" id="end-button" onClick={() => setPanel('end')}>
                {t('conversation.end')}
              </button>
            }
          >
            <button
              type="button"
              id="wrap-up-button"
              class="primary"
              aria-expanded={panel() === 'wrap-up'}
              onClick={() => setPanel('wrap-up')}
            >
              {t('conversation.wrapUp')}
            </button>
          </Show>
        </div>
      </div>
      <Show when={panel() === 'search'}>
        <SearchBar conversation={props.conversation} view={props.view} onClose={close} />
      </Show>
      <Transcript
        conversation={props.conversation}
        view={props.view}
        loadEarlier={() => {
          const before = props.conversation.messages.length;
          void session.loadEarlier(id).then(() => {
            const count = props.conversation.messages.length - before;
            say(count ? t('transcript.earlierLoaded', { count }) : t('transcript.earlierNone'));
          });
        }}
        retry={(messageId) => {
          session.retry(messageId);
          say(t('composer.retried'));
        }}
      />
      <p class="typing">
        <Show when={props.conversation.customerTyping}>
          {t('transcript.typing', { name: name() })}
        </Show>
      </p>
      <Show when={isOver()}>
        <p class="note">
          {props.conversation.endedBy === 'agent'
            ? t('conversation.endedByYou')
            : t('conversation.ended', { name: name() })}
        </p>
      </Show>
      <Show when={panel() === 'canned' && composer}>
        {(handle) => (
          <CannedPicker conversation={props.conversation} composer={handle()} onClose={close} />
        )}
      </Show>
      <Show when={panel() !== 'wrap-up'}>
        <Composer
          conversation={props.conversation}
          onReady={(handle) => {
            composer = handle;
          }}
          openCanned={() => setPanel('canned')}
          onSlash={() => {
            // The agent may have typed on, or sent it, while picker and words were fetched: then the
            // slash meant itself. From here to the picker's focus there must be no further wait.
            const picker = import('./canned-picker.tsx');
            Promise.all([picker, CannedPicker.prepare(allSentences)]).then(
              ([{ isShortcutTyped }]) => {
                if (composer && isShortcutTyped(composer)) setPanel('canned');
              },
              () => undefined,
            );
          }}
          runSlash={props.runSlash}
        >
          <DictationBar conversation={props.conversation} composer={() => composer} />
        </Composer>
      </Show>
      <Show when={panel() === 'wrap-up'}>
        <WrapUpForm conversation={props.conversation} onClose={close} />
      </Show>
      <Show when={panel() === 'plain'}>
        <PlainText conversation={props.conversation} onClose={close} />
      </Show>
      <Show when={panel() === 'end' || isClosing()}>
        <Confirm
          id="end-dialog"
          title={t('ending.ask', { name: name() })}
          description={t('ending.hint', { name: name() })}
          confirm={t('ending.confirm')}
          keep={t('ending.keep')}
          onClose={close}
          onConfirm={() => void end()}
        />
      </Show>
    </>
  );
}
