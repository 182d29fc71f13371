import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
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
const longestMs = 10_000;

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
 * page moves the focus. Only Alt with a digit goes up Alt first: else Orca takes every live text for
 * a page that was switched to and is silent until the next key (README.md, "Lessons").
 */
function pressAndRelease(chord: string): string[] {
  const keys = chord.split('+');
  const order = /^alt\+\d$/.test(chord) ? keys : keys.toReversed();
  const down = keys.flatMap((key) => ['keydown', '--delay', '20', key]);
  const up = order.flatMap((key) => ['keyup', '--delay', '20', key]);
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
  const sandbox = createSandbox((what) => lose(new RigFailure(what)));
  /** Ends the wait for anything when one of the processes is gone. */
  const alive = <T>(work: Promise<T>): Promise<T> => Promise.race([work, lost]);
  const run = promisify(execFile);
  const xdotool = (...args: string[]) =>
    run('xdotool', args, { env: sandbox.env, timeout: 20_000 }).catch((error: Error) => {
      throw new RigFailure(`xdotool: ${error.message}`);
    });

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
    const browser = await createBrowser(sandbox, options.language ?? 'en-US', size);
    await poll('the window', 30_000, () =>
      xdotool('search', '--onlyvisible', '--class', 'chromium').catch(() => undefined),
    );
    await poll('Orca to follow Chromium', 30_000, async () =>
      /chrom/i.test((await orca.state()).script),
    );
    return { orca, browser };
  };

  try {
    const { orca, browser } = await alive(boot());
    let mark = 0;
    const settle = async (quiet: number, { enough, listen = 0 }: ListenOptions = {}) => {
      const start = Date.now();
      await browser.evaluate(painted).catch(() => undefined);
      for (;;) {
        const state = await orca.state();
        const passed = Date.now() - start;
        // What was pressed just now may not have reached Orca: quiet counts from this call on.
        const idle = Math.min(state.idleMs, passed);
        const complete =
          passed >= listen && (enough === undefined || enough(orca.utterances().slice(mark)));
        if (complete && state.queued === 0 && idle >= quiet) return state;
        if (passed > Math.max(longestMs, listen + longestMs)) return state;
        await sleep(40);
      }
    };
    const hear = async (quiet: number, how?: ListenOptions): Promise<Heard> => {
      const { mode } = await settle(quiet, how);
      const all = orca.utterances();
      const utterances = all.slice(mark);
      mark = all.length;
      return { utterances, mode };
    };

    await alive(hear(quietMs));
    const storage = JSON.stringify(Object.entries(options.storage ?? {}));
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
      close: sandbox.close,
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
