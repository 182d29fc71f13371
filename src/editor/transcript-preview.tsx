import { createMemo, createSignal, For, type JSX, onMount, Show } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { primaryLanguage } from '../shared/language.ts';
import { maskTranscript } from '../simulator/mask-transcript.ts';
import { type Replay, toReplayScenario } from '../simulator/to-replay-scenario.ts';
import { type SpeakerRole, speakerRoles, type Transcript } from '../simulator/transcript.ts';

interface TranscriptPreviewProps {
  /** The file's, without its ending. */
  readonly name: string;
  readonly transcript: Transcript;
  make(replay: Replay): void;
  onClose(): void;
}

/** Says who speaks and what will be masked in a transcript, before a scenario is made of it. */
export function TranscriptPreview(props: TranscriptPreviewProps): JSX.Element {
  const { t, say, language } = useWorkspace();
  const { transcript } = props;
  const { speakers } = transcript;
  const [roles, setRoles] = createSignal(speakers.map(({ role }) => role));
  const [kept, setKept] = createSignal<ReadonlySet<string>>(new Set());
  const words = primaryLanguage(language()) === 'zh' ? 'zh' : 'en';
  const masked = createMemo(() => maskTranscript(transcript, roles(), words));
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());

  const tellCount = () => say(t('editor.transcript.masked', { count: masked().values.length }));
  const setRole = (index: number, role: SpeakerRole) => {
    setRoles(roles().map((old, at) => (at === index ? role : old)));
    tellCount();
  };
  const setAgent = (index: number) => {
    setRoles(speakers.map((_, at) => (at === index ? 'agent' : 'customer')));
    tellCount();
  };
  const keep = (id: string, isKept: boolean) => {
    const others = [...kept()].filter((one) => one !== id);
    setKept(new Set(isKept ? [...others, id] : others));
  };
  const make = () => {
    const made = toReplayScenario(masked(), {
      title: props.name,
      language: transcript.language,
      words,
      kept: kept(),
    });
    if (made.ok) props.make(made.value);
    else {
      say(t('editor.transcript.noCustomer'));
      document.getElementById('speaker-0')?.focus();
    }
  };

  return (
    <form
      class="note transcript-preview"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      <h3 ref={heading} tabindex="-1" aria-describedby="transcript-counts">
        {t('editor.transcript.title', { name: props.name })}
      </h3>
      <p id="transcript-counts">
        {t('editor.transcript.counts', {
          count: transcript.lines.length,
          speakers: speakers.length,
        })}
      </p>
      <Show
        when={speakers.length === 2}
        fallback={
          <fieldset>
            <legend>{t('editor.transcript.roles')}</legend>
            <For each={speakers}>
              {({ name, count }, index) => (
                <div class="stack">
                  <label for={`speaker-${index()}`}>
                    {t('editor.transcript.speaker', { name, count })}
                  </label>
                  <select
                    id={`speaker-${index()}`}
                    onChange={(event) => setRole(index(), event.currentTarget.value as SpeakerRole)}
                  >
                    <For each={speakerRoles}>
                      {(role) => (
                        <option value={role} selected={roles()[index()] === role}>
                          {t(`editor.transcript.role.${role}`)}
                        </option>
                      )}
                    </For>
                  </select>
                </div>
              )}
            </For>
          </fieldset>
        }
      >
        <fieldset>
          <legend>{t('editor.transcript.agent')}</legend>
          <For each={speakers}>
            {({ name, count }, index) => (
              <label class="choice">
                <input
                  type="radio"
                  name="agent"
                  id={`speaker-${index()}`}
                  checked={roles()[index()] === 'agent'}
                  onChange={() => setAgent(index())}
                />
                {t('editor.transcript.speaker', { name, count })}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Show
        when={masked().values.length}
        fallback={<p>{t('editor.transcript.masked', { count: 0 })}</p>}
      >
        <table class="masked">
          <caption>
            {t('editor.transcript.masked', { count: masked().values.length })}{' '}
            {t('editor.transcript.lookAgain')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('editor.transcript.was')}</th>
              <th scope="col">{t('editor.transcript.becomes')}</th>
              <th scope="col">{t('editor.transcript.leave')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={masked().values}>
              {(value) => (
                <tr>
                  <th scope="row" lang={transcript.language}>
                    {value.text}
                  </th>
                  <td>
                    {kept().has(value.id)
                      ? t('editor.transcript.asItIs', { count: value.count })
                      : t('editor.transcript.placeholder', {
                          placeholder: `{${value.key}}`,
                          count: value.count,
                        })}
                  </td>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('editor.transcript.leaveNamed', { text: value.text })}
                      checked={kept().has(value.id)}
                      onChange={(event) => keep(value.id, event.currentTarget.checked)}
                    />
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </Show>
      <div class="row">
        <button type="submit" id="transcript-make" class="primary">
          {t('editor.transcript.make')}
        </button>
        <button type="button" onClick={() => props.onClose()}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
