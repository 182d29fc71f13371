import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { askWorker } from '../offline/ask-worker.ts';
import { newestWorker } from '../offline/keep-files.ts';
import { findContainer, type WhyNotKept } from '../offline/register-worker.ts';
import { resetFiles } from '../offline/reset-files.ts';
import { isWhole, type KeptState, keptChannel } from '../offline/worker-words.ts';
import { chooseVoice, wantsVoice } from '../session/keep-voice.ts';
import { Link } from '../session/link.tsx';
import { useWorkspace } from '../session/workspace.ts';
import type { MessageKey } from '../shared/translate.ts';
import { Confirm } from '../ui/confirm.tsx';
import { CheckField } from './fields.tsx';

const why: Readonly<Record<WhyNotKept['kind'], MessageKey>> = {
  insecure: 'offline.insecure',
  unsupported: 'offline.unsupported',
  refused: 'offline.refused',
};
const kib = (bytes: number) => Math.ceil(bytes / 1024);

/** How much of the program is kept on this computer, the voice by choice, and a reset that keeps the data. */
export function OfflinePanel(): JSX.Element {
  const { t, say, clock, storage, session, settings } = useWorkspace();
  const container = findContainer(window);
  const [state, setState] = createSignal<KeptState>();
  const [trouble, setTrouble] = createSignal('');
  const [voice, setVoice] = createSignal(false);
  const [isAsked, setAsked] = createSignal(false);
  let isHere = true;
  let worker: ServiceWorker | undefined;
  const channel = new BroadcastChannel(keptChannel);
  const number = (value: number) => new Intl.NumberFormat(settings().language).format(value);

  const ask = async () => {
    if (!container.ok) return;
    const registration = await container.value.getRegistration().catch(() => undefined);
    worker = registration && newestWorker(registration);
    const answer = worker && (await askWorker(worker, { kind: 'state' }, clock));
    if (isHere) setState(answer);
  };
  channel.onmessage = ({ data }) => {
    setTrouble(data === 'full' ? 'full' : data === 'network' || data === 'gone' ? 'network' : '');
    void ask();
  };
  onMount(() => {
    void ask();
    void wantsVoice(storage).then((wanted) => isHere && setVoice(wanted));
  });
  onCleanup(() => {
    isHere = false;
    channel.close();
  });

  const words = (): string => {
    if (!container.ok) return t(why[container.error.kind]);
    const now = state();
    if (!now) return t('offline.notYet');
    const counts = { kept: number(now.kept), files: number(now.files) };
    return isWhole(now)
      ? t('offline.whole', { files: counts.files, size: number(kib(now.bytes)) })
      : t('offline.some', counts);
  };
  const voiceHint = (): string | undefined => {
    const parts = state()?.voice;
    if (!parts) return undefined;
    const room = t('offline.voiceRoom', { size: number(kib(parts.bytes)) });
    if (!voice()) return room;
    const counts = { kept: number(parts.kept), files: number(parts.files) };
    return parts.kept === parts.files ? t('offline.voiceWhole') : t('offline.voiceSome', counts);
  };
  const takeVoice = async (wanted: boolean) => {
    setVoice(wanted);
    say(t(wanted ? 'offline.voiceComes' : 'offline.voiceGone'));
    await chooseVoice(storage, wanted);
    if (!wanted && worker) await askWorker(worker, { kind: 'forget-voice' }, clock);
    // Whichever tab keeps the files looks again.
    channel.postMessage('voice');
    await ask();
  };
  const reset = async () => {
    setAsked(false);
    const done = await resetFiles({
      fetch: (...asked) => fetch(...asked),
      container: container.ok ? container.value : undefined,
      caches: 'caches' in globalThis ? caches : undefined,
    });
    if (done) location.reload();
    else say(t('offline.resetUnable'));
  };

  return (
    <>
      <p>{t('offline.lead')}</p>
      <p id="offline-state">{words()}</p>
      <Show when={trouble()}>
        <p class="hint">{t(trouble() === 'full' ? 'offline.full' : 'offline.waits')}</p>
      </Show>
      <Show when={container.ok}>
        <CheckField
          id="offline-voice"
          label={
            state()
              ? t('offline.voice', { size: number(kib(state()?.voice.packed ?? 0)) })
              : t('offline.voiceUnweighed')
          }
          hint={voiceHint()}
          checked={voice()}
          onChange={(wanted) => void takeVoice(wanted)}
        />
      </Show>
      <div class="setting">
        <Show when={!session()} fallback={<p>{t('offline.resetShift')}</p>}>
          <button
            type="button"
            id="offline-reset"
            aria-describedby="offline-reset-hint"
            onClick={() => setAsked(true)}
          >
            {t('offline.reset')}
          </button>
        </Show>
        <p id="offline-reset-hint" class="hint">
          {t('offline.resetHint')}
        </p>
      </div>
      <p>
        <Link id="settings-traffic" to="traffic" text={t('commands.traffic')} />
      </p>
      <p>
        <Link id="settings-link" to="link" text={t('commands.checkLink')} />
      </p>
      <Show when={isAsked()}>
        <Confirm
          id="reset-dialog"
          title={t('offline.resetAsk')}
          description={t('offline.resetHint')}
          confirm={t('offline.resetDo')}
          keep={t('offline.resetKeep')}
          onClose={() => setAsked(false)}
          onConfirm={() => void reset()}
        />
      </Show>
    </>
  );
}
