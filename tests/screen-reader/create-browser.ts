import { mkdirSync, writeFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { Sandbox } from './create-sandbox.ts';
import { poll, RigFailure } from './rig-failure.ts';

/** Debian's Chromium with one page, driven over DevTools' pipe. */
export interface Browser {
  /** The value of an expression in the page; promises are awaited. */
  evaluate(expression: string): Promise<unknown>;
  /** Opens an address and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Runs a script in every page that is opened later, before its own. */
  before(script: string): Promise<void>;
  /** Commits text at the caret, as an input method does. */
  insert(text: string): Promise<void>;
  /** Errors that the page threw and nobody caught. */
  readonly errors: readonly string[];
}

interface Details {
  readonly text: string;
  readonly exception?: { readonly description?: string };
}
interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly exceptionDetails?: Details };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

const describe = (details: Details) => details.exception?.description ?? details.text;

const switches = [
  '--no-sandbox',
  '--test-type',
  '--force-renderer-accessibility',
  '--ozone-platform=x11',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-search-engine-choice-screen',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-features=Translate,MediaRouter,OptimizationHints',
  '--password-store=basic',
  '--use-mock-keychain',
  '--window-position=0,0',
  // A bare window: no tab strip or address bar that could speak.
  '--app=data:text/html,<title>start</title>',
];

/** A microphone that plays a file, and may be used without a question. */
const microphone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

/** Switches off what would speak beside the page; no switch of the command line does all of it. */
const preferences = {
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
};

/**
 * @param language what `navigator.language` says, such as `zh-CN`
 * @param size the window's, `1280x800`
 * @param voice where speech-dispatcher is found, as environment; without it the page has no voices
 * @param heard a WAV file that the microphone hears once it is opened; without it there is none
 */
export async function createBrowser(
  sandbox: Sandbox,
  language: string,
  size: string,
  voice?: Readonly<Record<string, string>>,
  heard?: string,
): Promise<Browser> {
  mkdirSync(sandbox.path('profile/Default'), { recursive: true });
  writeFileSync(sandbox.path('profile/Default/Preferences'), JSON.stringify(preferences));
  const args = [
    ...switches,
    `--lang=${language}`,
    `--accept-lang=${language}`,
    `--user-data-dir=${sandbox.path('profile')}`,
    `--window-size=${size.replace('x', ',')}`,
    ...(voice ? ['--enable-speech-dispatcher'] : []),
    ...(heard ? [...microphone, `--use-file-for-fake-audio-capture=${heard}%noloop`] : []),
  ];
  const child = sandbox.start('chromium', 'chromium', args, {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    env: {
      NO_AT_BRIDGE: '0',
      GTK_MODULES: 'gail:atk-bridge',
      ACCESSIBILITY_ENABLED: '1',
      ...voice,
    },
  });
  const [, , , commands, replies] = child.stdio;
  if (!commands || !replies) throw new RigFailure('Chromium has no pipe');
  commands.on('error', () => {});
  const calls = new Map<number, { resolve(reply: Reply): void; reject(error: Error): void }>();
  const errors: string[] = [];
  let serial = 0;
  let session: string | undefined;
  let rest = '';
  child.on('exit', () => {
    for (const { reject } of calls.values()) reject(new RigFailure('Chromium went away'));
  });
  replies.on('data', (chunk) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const reply = JSON.parse(message) as Reply;
      const details = reply.params?.exceptionDetails;
      if (reply.method === 'Runtime.exceptionThrown' && details) errors.push(describe(details));
      if (reply.id === undefined) continue;
      calls.get(reply.id)?.resolve(reply);
      calls.delete(reply.id);
    }
  });

  const call = async (method: string, params: object = {}) => {
    serial += 1;
    const id = serial;
    const reply = await new Promise<Reply>((resolve, reject) => {
      calls.set(id, { resolve, reject });
      const message = { id, method, params, ...(session ? { sessionId: session } : {}) };
      (commands as Writable).write(`${JSON.stringify(message)}\0`);
    });
    if (reply.error) throw new RigFailure(`${method}: ${reply.error.message}`);
    return reply.result ?? {};
  };
  const evaluate = async (expression: string) => {
    const done = await call('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (done['exceptionDetails']) {
      throw new Error(`In the page: ${describe(done['exceptionDetails'] as Details)}`);
    }
    return (done['result'] as { readonly value?: unknown }).value;
  };

  const page = await poll('a page of Chromium', 30_000, async () => {
    const { targetInfos } = await call('Target.getTargets');
    const targets = targetInfos as { readonly type: string; readonly targetId: string }[];
    return targets.find(({ type }) => type === 'page');
  });
  const attached = await call('Target.attachToTarget', { targetId: page.targetId, flatten: true });
  session = attached['sessionId'] as string;
  await call('Page.enable');
  await call('Runtime.enable');

  return {
    evaluate,
    errors,
    open: async (url) => {
      const { errorText } = await call('Page.navigate', { url });
      if (errorText) throw new RigFailure(`${url}: ${String(errorText)}`);
      await poll(`${url} to load`, 30_000, async () => {
        const state = await evaluate('document.readyState').catch(() => '');
        return state === 'complete';
      });
    },
    before: async (source) => {
      await call('Page.addScriptToEvaluateOnNewDocument', { source });
    },
    insert: async (text) => {
      await call('Input.insertText', { text });
    },
  };
}
