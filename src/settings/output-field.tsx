import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { SelectField } from './fields.tsx';
import type { useSpeechSettings } from './use-speech-settings.ts';

interface Output {
  readonly id: string;
  readonly name: string;
}

/** Firefox has it; TypeScript's library does not. */
type Devices = MediaDevices & { selectAudioOutput?(): Promise<MediaDeviceInfo> };

/**
 * Which loudspeaker or headset the voice comes from, where the browser lets a page choose. Browsers
 * name the outputs only after they were asked for by a click.
 */
export function OutputField(props: {
  readonly speech: ReturnType<typeof useSpeechSettings>;
}): JSX.Element {
  const { t, say } = useWorkspace();
  const { current, change, engines } = props.speech;
  const [outputs, setOutputs] = createSignal<readonly Output[]>([]);
  // Undefined on a page that came over plain http from another computer.
  const devices = navigator.mediaDevices as Devices | undefined;
  const canChoose = () =>
    devices !== undefined &&
    engines()?.synthesizers.engines.some(({ can }) => can.outputDevice) === true;

  const read = async () => {
    const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
    setOutputs(
      all
        .filter(({ kind, deviceId, label }) => kind === 'audiooutput' && deviceId && label)
        .map(({ deviceId, label }) => ({ id: deviceId, name: label })),
    );
  };
  const ask = async () => {
    try {
      if (devices?.selectAudioOutput) {
        const { deviceId, label } = await devices.selectAudioOutput();
        setOutputs([...outputs(), { id: deviceId, name: label }]);
        return change({ outputDevice: deviceId });
      }
      // Chrome names outputs to a page that may use the microphone; it is let go of at once.
      const stream = await devices?.getUserMedia({ audio: true });
      for (const track of stream?.getTracks() ?? []) track.stop();
      await read();
    } catch {
      say(t('speech.outputsRefused'));
    }
  };
  onMount(() => {
    void read();
    devices?.addEventListener('devicechange', read);
    onCleanup(() => devices?.removeEventListener('devicechange', read));
  });
  const ids = () => [...new Set(['', ...outputs().map(({ id }) => id), current().outputDevice])];
  return (
    <Show when={canChoose()}>
      <SelectField
        id="setting-outputDevice"
        label={t('speech.field.outputDevice')}
        hint={t('speech.hint.outputDevice')}
        value={current().outputDevice}
        options={ids()}
        labelOf={(id) => {
          if (!id) return t('speech.anyOutput');
          return outputs().find((one) => one.id === id)?.name ?? t('speech.unnamedOutput');
        }}
        onChange={(outputDevice) => change({ outputDevice })}
      />
      <Show when={!outputs().length}>
        <div class="setting">
          <button type="button" id="ask-outputs" onClick={() => void ask()}>
            {t('speech.askOutputs')}
          </button>
        </div>
      </Show>
    </Show>
  );
}
