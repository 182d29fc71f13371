import { createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import { type ReadAloudMode, readAloudModes, type VoiceApart } from '../domain/speech-settings.ts';
import { describeEngine, describeSpeechError } from '../session/describe-speech.ts';
import { useWorkspace } from '../session/workspace.ts';
import { interfaceLanguages } from '../shared/language.ts';
import { describePercent } from './describe-setting.ts';
import { CheckField, SelectField } from './fields.tsx';
import { OutputField } from './output-field.tsx';
import { RangeField } from './range-field.tsx';
import { useSpeechSettings } from './use-speech-settings.ts';
import { VoiceField } from './voice-field.tsx';

const aparts: readonly VoiceApart[] = ['none', 'pitch', 'side'];

/** What the built-in voice reads, and how it sounds. */
export function SpeechPanel(): JSX.Element {
  const { t, say, language } = useWorkspace();
  const speech = useSpeechSettings();
  const { current, change, engines, hasFailed } = speech;
  const [problem, setProblem] = createSignal<string>();
  let isHere = true;
  onCleanup(() => {
    isHere = false;
    engines()?.reader.stop();
  });
  const percent = (value: number) => describePercent(Math.round(value * 100), t);
  const tell = (text: string) => {
    setProblem(text);
    say(text);
  };

  const tryIt = async () => {
    setProblem(undefined);
    const reader = engines()?.reader;
    if (!reader) return tell(t(hasFailed() ? 'app.loadFailed' : 'app.loading'));
    const text = t(`speech.sample.${language()}`);
    const result = await reader.read({ text, language: language() }, { now: true });
    if (isHere && !result.ok && result.error.kind !== 'aborted') {
      tell(describeSpeechError(result.error.kind, t));
    }
  };

  return (
    <>
      <p>{t('speech.lead')}</p>
      <SelectField<ReadAloudMode>
        id="setting-readAloud"
        label={t('speech.field.readAloud')}
        hint={t('speech.hint.readAloud')}
        value={current().readAloud}
        options={readAloudModes}
        labelOf={(mode) => t(`speech.mode.${mode}`)}
        onChange={(readAloud) => change({ readAloud })}
      />
      <RangeField
        id="setting-rate"
        label={t('speech.field.rate')}
        min={0.5}
        max={6}
        step={0.1}
        value={current().rate}
        text={percent(current().rate)}
        onChange={(rate) => change({ rate })}
      />
      <RangeField
        id="setting-pitch"
        label={t('speech.field.pitch')}
        min={0}
        max={2}
        step={0.1}
        value={current().pitch}
        text={percent(current().pitch)}
        onChange={(pitch) => change({ pitch })}
      />
      <RangeField
        id="setting-volume"
        label={t('speech.field.volume')}
        min={0}
        max={1}
        step={0.05}
        value={current().volume}
        text={percent(current().volume)}
        onChange={(volume) => change({ volume })}
      />
      <div class="setting">
        <button type="button" id="try-voice" onClick={() => void tryIt()}>
          {t('speech.tryVoice')}
        </button>
        <Show when={problem()}>
          <p class="note">{problem()}</p>
        </Show>
      </div>
      <SelectField
        id="setting-synthesizer"
        label={t('speech.field.synthesizer')}
        hint={t('speech.hint.synthesizer')}
        value={current().synthesizer}
        options={['', ...(engines()?.synthesizers.engines.map(({ id }) => id) ?? [])]}
        labelOf={(id) => (id ? describeEngine(id, t) : t('speech.anyEngine'))}
        onChange={(synthesizer) => change({ synthesizer })}
      />
      <For each={interfaceLanguages}>
        {(each) => <VoiceField language={each} speech={speech} />}
      </For>
      <SelectField<VoiceApart>
        id="setting-apart"
        label={t('speech.field.apart')}
        hint={t('speech.hint.apart')}
        value={current().apart}
        options={aparts}
        labelOf={(apart) => t(`speech.apart.${apart}`)}
        onChange={(apart) => change({ apart })}
      />
      <OutputField speech={speech} />
      <CheckField
        id="setting-sayPrivate"
        label={t('speech.field.sayPrivate')}
        hint={t('speech.hint.sayPrivate')}
        checked={current().sayPrivate}
        onChange={(sayPrivate) => change({ sayPrivate })}
      />
    </>
  );
}
