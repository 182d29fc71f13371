import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import {
  describeAvailability,
  describeEngine,
  describeLanguage,
  describePlace,
} from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../shared/language.ts';
import type { Availability, Engine } from '../speech/engine.ts';
import type { Registry } from '../speech/registry.ts';
import { SelectField } from './fields.tsx';
import { RecognizerActions } from './recognizer-actions.tsx';
import { SpeechBoxPanel } from './speech-box-panel.tsx';
import { TrySynthesizer } from './try-synthesizer.tsx';
import { useSpeechSettings } from './use-speech-settings.ts';

/** Every engine for a language: whether it can be used, where the sound goes, and a try. */
export function EnginesPanel(): JSX.Element {
  const { t, language } = useWorkspace();
  const { current, engines, hasFailed } = useSpeechSettings();
  const [wanted, setWanted] = createSignal<InterfaceLanguage>();
  const chosen = () => wanted() ?? language();

  /** Asked again when something was set that may change it. */
  const statesOf = <E extends Engine>(registry: () => Registry<E> | undefined) => {
    const [states, setStates] = createSignal<ReadonlyMap<E, Availability>>(new Map());
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const turn = asked;
      const found = await registry()?.states(chosen());
      if (found && turn === asked)
        setStates(new Map(found.map((each) => [each.engine, each.state])));
    };
    createEffect(() => {
      current();
      void ask();
    });
    return {
      ask,
      // The engines themselves are the rows: one whose state changes keeps its row, and the focus.
      rows: createMemo(() => (registry()?.engines ?? []).filter((engine) => states().has(engine))),
      stateOf: (engine: E): Availability => states().get(engine) ?? { kind: 'needs-server' },
    };
  };
  const speaking = statesOf(() => engines()?.synthesizers);
  const listening = statesOf(() => engines()?.recognizers);

  /** A speech box may stand anywhere: its place is its address's. */
  const placeOf = (engine: Engine) => {
    current();
    return describePlace(engine.place, t);
  };
  const Row = (props: {
    readonly engine: Engine;
    readonly state: Availability;
    readonly children?: JSX.Element;
  }) => (
    <li class="engine" id={`engine-${props.engine.id}`}>
      <h4>{describeEngine(props.engine.id, t)}</h4>
      <p>{describeAvailability(props.state, t)}</p>
      <p class="hint">{placeOf(props.engine)}</p>
      {props.children}
    </li>
  );
  return (
    <>
      <p>{t(hasFailed() ? 'app.loadFailed' : 'speech.enginesLead')}</p>
      <SelectField<InterfaceLanguage>
        id="engines-language"
        label={t('speech.enginesLanguage')}
        value={chosen()}
        options={interfaceLanguages}
        labelOf={(each) => describeLanguage(each, language())}
        onChange={(each) => setWanted(each)}
      />
      <h3>{t('speech.speaking')}</h3>
      <ul class="engines">
        <For each={speaking.rows()}>
          {(engine) => (
            <Row engine={engine} state={speaking.stateOf(engine)}>
              <Show when={speaking.stateOf(engine).kind === 'ready'}>
                <TrySynthesizer engine={engine} language={chosen()} settings={current} />
              </Show>
            </Row>
          )}
        </For>
      </ul>
      <Show when={listening.rows().length}>
        <h3>{t('speech.listening')}</h3>
        <ul class="engines">
          <For each={listening.rows()}>
            {(engine) => (
              <Row engine={engine} state={listening.stateOf(engine)}>
                <RecognizerActions
                  engine={engine}
                  state={listening.stateOf(engine)}
                  language={chosen()}
                  onChanged={listening.ask}
                />
              </Row>
            )}
          </For>
        </ul>
        <SpeechBoxPanel language={chosen()} />
      </Show>
    </>
  );
}
