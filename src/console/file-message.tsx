import './file-message.css';
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import type { Message } from '../domain/message.ts';
import { describeSize, much } from '../session/describe-size.ts';
import { estimateSpeed, readTransfers } from '../session/link-speed.ts';
import { askSize, type FileError, largestFile, loadFile } from '../session/load-file.ts';
import { useWorkspace } from '../session/workspace.ts';
import { noteTransfer } from '../shared/note-transfer.ts';
import { saveFile } from '../ui/save-file.ts';
import { fileKind } from './file-kind.ts';

/**
 * A file of a customer's: what is known of it, and one button that loads it, stops that, and saves
 * what came; so the focus never moves. Nothing is fetched before it is pressed.
 */
export function FileMessage(props: {
  readonly message: Message;
  readonly isStop: boolean;
}): JSX.Element {
  const { t, say, clock, language } = useWorkspace();
  const attachment = () => props.message.attachment ?? {};
  const name = () => attachment().name ?? '';
  const [size, setSize] = createSignal(attachment().bytes);
  const [loaded, setLoaded] = createSignal<number>();
  const [canAsk, setCanAsk] = createSignal(size() === undefined);
  const [isAsking, setAsking] = createSignal(false);
  const [trouble, setTrouble] = createSignal('');
  const [file, setFile] = createSignal<Blob>();
  const [shown, setShown] = createSignal('');
  /** A server that told no size sent more than was agreed to; the next press agrees to all of it. */
  let hasGrown = false;
  let loading = new AbortController();
  const gone = new AbortController();
  onCleanup(() => {
    gone.abort();
    loading.abort();
    URL.revokeObjectURL(shown());
  });
  const get = (url: string, init: RequestInit) => fetch(url, init);
  const sized = (bytes: number) => describeSize(bytes, language());
  const wanted = () => attachment().kind ?? 'file';
  const isPicture = () => wanted() === 'picture';

  const label = (): string => {
    const bytes = size();
    if (loaded() !== undefined) return t('fileMessage.stop');
    if (file()) return t(`fileMessage.save.${shown() ? 'picture' : 'file'}`);
    if (bytes === undefined) {
      return t(`fileMessage.load.${wanted()}`, { size: t('fileMessage.noSize') });
    }
    const speed = estimateSpeed(readTransfers(), performance.now());
    if (!speed) return t(`fileMessage.load.${wanted()}`, { size: sized(bytes) });
    const count = Math.max(1, Math.round(bytes / speed));
    return t(`fileMessage.load.${wanted()}About`, { size: sized(bytes), count });
  };
  /** What is known of it before it is here. */
  const about = () => {
    const { mime, url } = attachment();
    const bytes = size();
    return [
      name(),
      t(`fileMessage.${fileKind(mime ?? '')}`),
      bytes === undefined ? t('fileMessage.noSize') : sized(bytes),
      t('fileMessage.host', { host: new URL(url ?? location.href).host }),
    ].join(t('app.comma'));
  };
  const warning = (): string => {
    const bytes = size();
    if (file()) return '';
    if (bytes === undefined) return t('fileMessage.mayBeLarge', { size: sized(much) });
    return bytes > much ? t('fileMessage.large', { size: sized(much) }) : '';
  };
  const describe = (error: FileError): string => {
    if (error.kind === 'aborted') return t('fileMessage.stopped');
    if (error.kind !== 'larger') {
      return t(`fileMessage.why.${error.kind}`, { size: sized(largestFile) });
    }
    return error.bytes === undefined
      ? t('fileMessage.why.longer', { size: sized(much) })
      : t('fileMessage.why.larger', { size: sized(error.bytes) });
  };
  /** Said with what it is about, and not word by word what a log has just shown (voice-message.tsx). */
  const tell = (why: string) => {
    setTrouble(why);
    say(t('fileMessage.trouble', { why }));
  };

  /** How much the agent agrees to by pressing: what the button says, a little more, or little. */
  const agreed = () => {
    if (hasGrown) return largestFile;
    return Math.max(much, Math.ceil((size() ?? 0) * 1.05));
  };
  const show = async (picture: Blob) => {
    const address = URL.createObjectURL(picture);
    const image = new Image();
    image.src = address;
    const canShow = await image.decode().then(
      () => true,
      () => false,
    );
    if (gone.signal.aborted || !canShow) {
      URL.revokeObjectURL(address);
      return false;
    }
    setShown(address);
    return true;
  };
  const load = async () => {
    const start = performance.now();
    let came = 0;
    loading = new AbortController();
    setTrouble('');
    setLoaded(0);
    say(t('fileMessage.loading'));
    const result = await loadFile(attachment().url ?? '', wanted(), {
      fetch: get,
      signal: loading.signal,
      agreed: agreed(),
      onProgress: (bytes) => {
        came = bytes;
        setLoaded(bytes);
      },
    });
    if (came) noteTransfer('pictures', start, came);
    if (gone.signal.aborted) return;
    if (!result.ok) {
      setLoaded(undefined);
      if (result.error.kind === 'larger') {
        const { bytes } = result.error;
        hasGrown = bytes === undefined;
        setSize(bytes);
        setCanAsk(hasGrown);
      }
      return tell(describe(result.error));
    }
    const isShown = result.value.isPicture && (await show(result.value.file));
    if (gone.signal.aborted) return;
    setSize(result.value.file.size);
    setFile(result.value.file);
    setLoaded(undefined);
    if (isShown) return say(t('fileMessage.shown', { name: name() }));
    if (isPicture()) return tell(t('fileMessage.why.not-a-picture'));
    say(t('fileMessage.ready', { name: name() }));
  };
  const press = () => {
    const here = file();
    if (loaded() !== undefined) return loading.abort();
    if (!here) return void load();
    const type = here.type;
    saveFile({ name: name(), type, text: here }, clock);
    say(t('fileMessage.saved'));
  };
  const ask = async () => {
    if (isAsking()) return;
    setAsking(true);
    const bytes = await askSize(attachment().url ?? '', { fetch: get, signal: gone.signal });
    setAsking(false);
    if (gone.signal.aborted) return;
    if (bytes === undefined) return tell(t('fileMessage.untold'));
    setTrouble('');
    setSize(bytes);
    // The size is in the name that is read where the focus comes, before what had it goes (A39).
    if (document.activeElement === asking) main.focus();
    else say(label());
    setCanAsk(false);
  };
  const percent = () => {
    const all = size();
    return all ? Math.min(100, Math.floor(((loaded() ?? 0) * 100) / all)) : undefined;
  };
  let main!: HTMLButtonElement;
  let asking: HTMLButtonElement | undefined;
  const tabindex = () => (props.isStop ? 0 : -1);
  const warningId = () => `file-warning-${props.message.id}`;

  return (
    <div class={attachment().words ? 'shared' : 'shared bare'} lang={language()}>
      <p class="hint">{about()}</p>
      <Show when={shown()}>{(address) => <img src={address()} alt={name()} />}</Show>
      <Show when={warning()}>
        <p id={warningId()}>{warning()}</p>
      </Show>
      <div class="row">
        <button
          ref={main}
          type="button"
          tabindex={tabindex()}
          aria-describedby={warning() ? warningId() : undefined}
          onClick={press}
        >
          {label()}
        </button>
        <Show when={canAsk() && loaded() === undefined && !file()}>
          <button
            ref={(element) => {
              asking = element;
            }}
            type="button"
            class="quiet"
            tabindex={tabindex()}
            aria-disabled={isAsking()}
            onClick={() => void ask()}
          >
            {t(isAsking() ? 'fileMessage.asking' : 'fileMessage.ask')}
          </button>
        </Show>
      </div>
      <Show when={loaded() !== undefined}>
        <Show when={percent() !== undefined}>
          <progress
            aria-label={t('fileMessage.progress', { name: name() })}
            max="100"
            value={percent() ?? 0}
          />
        </Show>
        <p class="hint">
          {percent() === undefined
            ? t('fileMessage.bytes', { size: sized(loaded() ?? 0) })
            : t('fileMessage.percent', { percent: percent() ?? 0 })}
        </p>
      </Show>
      <Show when={file() && !shown()}>
        <p class="hint">{t('fileMessage.care')}</p>
      </Show>
      <Show when={trouble()}>
        <p class="error">{trouble()}</p>
      </Show>
    </div>
  );
}
