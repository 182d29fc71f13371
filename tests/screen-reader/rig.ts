import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { speakWav } from '../support/speak-wav.ts';
import { startSpeechBox } from '../support/speech-box-server.ts';
import { writeNotebook } from '../support/speech-notebook.ts';
import { createBrowser } from './create-browser.ts';
import { createOrca, type OrcaState, type Utterance } from './create-orca.ts';
import { createSandbox, firstLine } from './create-sandbox.ts';
import { poll, RigFailure, sleep } from './rig-failure.ts';

/** What can be chosen for a run. */
export interface RigOptions {
  readonly url: string;
  /** `navigator.language`; Orca itself always speaks English. */
  readonly language?: string | undefined;
  /** Entries of localStorage that are there before the page's own scripts. */
  readonly storage?: Readonly<Record<string, string>> | undefined;
  /** A script that runs before the page's own. */
  readonly before?: string | undefined;
  readonly size?: string | undefined;
  /** Whether the page's own voice is there, and listened to as well. */
  readonly voice?: boolean | undefined;
  /** What the microphone hears; a speech box is `{box}` in `storage`. */
  readonly hears?: readonly string[] | undefined;
}

/** How long to listen. */
export interface ListenOptions {
  /** Go on until what is new satisfies this, or the longest wait is over. */
  readonly enough?: (utterances: readonly Utterance[]) => boolean;
  /** Milliseconds to listen at least. */
  readonly listen?: number;
}

/** What was heard since it was last asked, and the mode Orca was in at the end. */
export interface Heard {
  readonly utterances: readonly Utterance[];
  readonly mode: OrcaState['mode'];
}

/** A page, a keyboard, and an ear. */
export interface Rig {
  /** Presses one key or chord (X keysyms: `Tab`, `alt+1`, `Insert+F7`). */
  press(key: string): Promise<void>;
  /** Types ASCII text key by key. */
  type(text: string): Promise<void>;
  /** Commits text at the caret as an input method does. */
  insert(text: string): Promise<void>;
  /** Waits until an expression is true in the page. */
  until(expression: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** Waits until Orca has been idle for a moment; forgets nothing of what it said. */
  rest(): Promise<void>;
  /** Listens until Orca has been idle for a while, then gives what is new. */
  spoken(options?: ListenOptions): Promise<Heard>;
  /** Errors that the page threw. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

/** Idle time after which a step is over: with less, transcripts began to differ. */
const quietMs = 600;
const restMs = 200;
const loadQuietMs = 1200;
const longestMs = 20_000;

const openbox = `<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/>
<mouse/><applications><application class="*"><decor>no</decor><focus>yes</focus></application>
</applications></openbox_config>`;

const painted = `new Promise((done) => {
  const late = setTimeout(done, 300);
  requestAnimationFrame(() => requestAnimationFrame(() => { clearTimeout(late); done(); }));
})`;

/**
 * People let go of the letter first, then of Alt. xdotool's own `key alt+a` does it the other way
 * round, and Orca takes the late letter for a browse command: it then stays in browse mode when the
 * page moves the focus.
 */
function pressAndRelease(chord: string): string[] {
  const [, held, way] = /^(.+) (down|up)$/.exec(chord) ?? [];
  if (held) return [`key${way}`, held];
  const keys = chord.split('+');
  const down = keys.flatMap((key) => ['keydown', '--delay', '20', key]);
  const up = keys.toReversed().flatMap((key) => ['keyup', '--delay', '20', key]);
  return [...down, 'sleep', '0.04', ...up];
}

/** Starts everything, opens the page, and is ready when the page is; `spoken()` then tells its opening. */
export async function startRig(options: RigOptions): Promise<Rig> {
  const size = options.size ?? '1280x800';
  let lose: (error: Error) => void = () => {};
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {});
  const closers: (() => Promise<void>)[] = [];
  const sandbox = createSandbox((what) => lose(new RigFailure(what)));
  const close = async () => {
    await Promise.all(closers.splice(0).map((end) => end()));
    await sandbox.close();
  };
  /** Ends the wait for anything when one of the processes is gone. */
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, lost]);
  const run = promisify(execFile);
  const xdotool = (...args: string[]) =>
    run('xdotool', args, { env: sandbox.env, timeout: 20_000 }).catch((error: Error) => {
      throw new RigFailure(`xdotool: ${error.message}`);
    });

  const startNotebook = async () => {
    mkdirSync(sandbox.path('voice'));
    const notebook = writeNotebook(sandbox.path('voice'));
    sandbox.start('voice', 'speech-dispatcher', notebook.args, { env: notebook.env });
    await poll('speech-dispatcher', 15_000, () => existsSync(notebook.socket));
    return notebook;
  };

  const startHearing = (sentences: readonly string[]) => {
    const wav = sandbox.path('heard.wav');
    // Quiet first: who opens and closes it at once has said nothing.
    speakWav(sentences, wav, { before: 4, between: 2 });
    return wav;
  };

  const boot = async () => {
    const display = sandbox.start(
      'xvfb',
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-ac', '-noreset'],
      { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
    );
    const number = display.stdio[3];
    if (!number || !('read' in number)) throw new RigFailure('Xvfb has no pipe');
    sandbox.env['DISPLAY'] = `:${await firstLine(number, 'Xvfb')}`;
    const bus = sandbox.start('dbus', 'dbus-daemon', [
      '--session',
      '--nofork',
      '--nopidfile',
      '--print-address=1',
    ]);
    if (!bus.stdout) throw new RigFailure('dbus-daemon has no output');
    sandbox.env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(bus.stdout, 'dbus-daemon');
    writeFileSync(sandbox.path('openbox.xml'), openbox);
    const configuration = ['--config-file', sandbox.path('openbox.xml')];
    sandbox.start('openbox', 'openbox', ['--sm-disable', ...configuration]);
    const bridge = ['--launch-immediately', '--screen-reader=1'];
    sandbox.start('at-spi', '/usr/libexec/at-spi-bus-launcher', bridge);
    await sleep(300);
    const orca = await createOrca(sandbox);
    const notebook = options.voice ? await startNotebook() : undefined;
    const address = notebook && { SPEECHD_ADDRESS: notebook.env.SPEECHD_ADDRESS };
    const browser = await createBrowser(
      sandbox,
      options.language ?? 'en-US',
      size,
      address,
      options.hears && startHearing(options.hears),
    );
    await poll('the window', 30_000, () =>
      xdotool('search', '--onlyvisible', '--class', 'chromium').catch(() => undefined),
    );
    await poll('Orca to follow Chromium', 30_000, async () =>
      /chrom/i.test((await orca.state()).script),
    );
    return { orca, browser, notebook };
  };

  try {
    const { orca, browser, notebook } = await alive(boot());
    let mark = 0;
    let voiceMark = 0;
    const voiced = () => notebook?.said() ?? [];
    const news = (): Utterance[] => [
      ...orca.utterances().slice(mark),
      ...voiced()
        .slice(voiceMark)
        .map(({ text }) => ({ kind: 'voice' as const, text })),
    ];
    const settle = async (quiet: number, { enough, listen = 0 }: ListenOptions = {}) => {
      const start = Date.now();
      await browser.evaluate(painted).catch(() => undefined);
      for (;;) {
        const state = await orca.state();
        const passed = Date.now() - start;
        // What was pressed just now may not have reached Orca: quiet counts from this call on.
        const idle = Math.min(state.idleMs, passed);
        const complete = passed >= listen && (enough === undefined || enough(news()));
        const isVoicing = voiced().at(-1)?.isDone === false;
        if (complete && state.queued === 0 && idle >= quiet && !isVoicing) return state;
        if (passed > Math.max(longestMs, listen + longestMs)) return state;
        await sleep(40);
      }
    };
    const hear = async (quiet: number, how?: ListenOptions): Promise<Heard> => {
      const { mode } = await settle(quiet, how);
      const utterances = news();
      mark = orca.utterances().length;
      voiceMark = voiced().length;
      return { utterances, mode };
    };

    await alive(hear(quietMs));
    const box = options.hears && (await alive(startSpeechBox()));
    if (box) closers.push(box.kill);
    const storage = JSON.stringify(Object.entries(options.storage ?? {})).replaceAll(
      '{box}',
      box?.host ?? '',
    );
    await alive(
      browser.before(`try {
        if (location.protocol !== 'data:' && !sessionStorage.getItem('rig')) {
          for (const [key, value] of ${storage}) localStorage.setItem(key, value);
          sessionStorage.setItem('rig', 'filled');
        }
      } catch {}
      ${options.before ?? ''}`),
    );
    await alive(browser.open(options.url));
    let quiet = loadQuietMs;
    return {
      press: (chord) => alive(xdotool(...pressAndRelease(chord)).then(() => undefined)),
      type: (text) => alive(xdotool('type', '--delay', '60', text).then(() => undefined)),
      insert: (text) => alive(browser.insert(text)),
      until: async (expression) => {
        const end = Date.now() + longestMs;
        while (!(await alive(browser.evaluate(`!!(${expression})`)))) {
          if (Date.now() > end) throw new Error(`never true in the page: ${expression}`);
          await sleep(50);
        }
      },
      rest: async () => {
        await alive(settle(restMs));
      },
      evaluate: (expression) => alive(browser.evaluate(expression)),
      spoken: async (how) => {
        const heard = await alive(hear(quiet, how));
        quiet = quietMs;
        return heard;
      },
      errors: browser.errors,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
