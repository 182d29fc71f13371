import { createSignal, For, type JSX, Show } from 'solid-js';
import { actKeys } from '../domain/act-keys.ts';
import type { DialogueAct } from '../domain/run-report.ts';
import { useWorkspace } from '../session/workspace.ts';
import {
  type BeatOutline,
  type ChatOutline,
  type Outcome,
  outlineScenario,
} from '../simulator/outline-scenario.ts';
import type { Scenario } from '../simulator/scenario.ts';

interface OutlineProps {
  /** Undefined while no customer has anything to say. */
  readonly scenario: Scenario | undefined;
  /** A primary subtag: the language that customers speak. */
  readonly language: string;
  goTo(line: number): void;
}

/** Who says what: customers, their beats, what is wanted and where it leads. */
export function Outline(props: OutlineProps): JSX.Element {
  const { t } = useWorkspace();
  const [isOpen, setOpen] = createSignal(false);
  const chats = () => (props.scenario ? outlineScenario(props.scenario, props.language) : []);
  return (
    <details class="outline" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{t('editor.outline')}</h3>
      </summary>
      <Show when={isOpen()}>
        <For each={chats()} fallback={<p class="empty">{t('editor.noOutline')}</p>}>
          {(chat) => (
            <>
              <h4>
                {t('editor.chat')} <span lang={props.language}>{chat.name}</span>
              </h4>
              <For each={chat.beats}>
                {(beat) => (
                  <Beat beat={beat} chat={chat} language={props.language} goTo={props.goTo} />
                )}
              </For>
            </>
          )}
        </For>
      </Show>
    </details>
  );
}

function Beat(props: {
  readonly beat: BeatOutline;
  readonly chat: ChatOutline;
  readonly language: string;
  goTo(line: number): void;
}): JSX.Element {
  const { t } = useWorkspace();
  const acts = (list: readonly DialogueAct[]) =>
    list.map((act) => t(actKeys[act])).join(t('app.comma'));
  const outcome = ({ when, way, patience }: Outcome) => {
    const isAsked = props.beat.want.length + props.beat.anyof.length > 0;
    const where =
      way.to === 'beat' ? t('editor.way.beat', { beat: way.beat }) : t(`editor.way.${way.to}`);
    const text = t(`editor.when.${isAsked || when !== 'all' ? when : 'then'}`, { way: where });
    const change = patience > 0 ? `+${patience}` : `${patience}`;
    return patience
      ? t('editor.withPatience', { text, change })
      : t('editor.counts', { counts: text });
  };
  return (
    <div class="beat">
      <h5>{t('editor.beat', { beat: props.beat.id })}</h5>
      <ul>
        <For each={props.beat.says}>
          {({ isVoice, texts }) => (
            <li>
              <span class="who" lang={props.language}>
                {props.chat.name}
              </span>
              {isVoice ? t('editor.byVoice') : ''}
              {t('common.colon')}
              <Words texts={texts} language={props.language} />
            </li>
          )}
        </For>
        <Show when={props.beat.want.length}>
          <li>{t('editor.want', { acts: acts(props.beat.want) })}</li>
        </Show>
        <Show when={props.beat.anyof.length}>
          <li>{t('editor.anyof', { acts: acts(props.beat.anyof) })}</li>
        </Show>
        <Show when={props.beat.model.length}>
          <li>
            {t('editor.model')}
            {t('common.colon')}
            <Words texts={props.beat.model} language={props.language} />
          </li>
        </Show>
        <For each={props.beat.outcomes}>{(one) => <li>{outcome(one)}</li>}</For>
      </ul>
      <button type="button" onClick={() => props.goTo(props.beat.line)}>
        {t('editor.goToLine', { line: props.beat.line })}
      </button>
    </div>
  );
}

/** Words of the scenario, of which one is used; each is read by its own voice (A57). */
function Words(props: {
  readonly texts: readonly string[];
  readonly language: string;
}): JSX.Element {
  const { t } = useWorkspace();
  return (
    <For each={props.texts}>
      {(text, index) => (
        <>
          {index() ? t('editor.or') : ''}
          <q lang={props.language}>{text}</q>
        </>
      )}
    </For>
  );
}
