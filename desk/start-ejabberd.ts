import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { FoundEjabberd } from './find-ejabberd.ts';

/** A private server that is running. */
export interface RunningEjabberd {
  /** What goes into "server address" at the desk. */
  readonly service: string;
  /** Host part of every account. */
  readonly host: 'localhost';
  /** The port on 127.0.0.1 for customers' programs. */
  readonly clientPort: number;
  /** Makes an account; an existing one keeps its password. */
  register(user: string, password: string): Promise<void>;
  /** Ends the server in order. */
  stop(): Promise<void>;
  /** Resolves when the server is no longer there, whatever the reason. */
  readonly ended: Promise<void>;
  /** `kill -9`, for tests of what survives that. */
  kill(): Promise<void>;
}

/** Where and how to start. */
export interface EjabberdOptions {
  readonly found: FoundEjabberd;
  /** The server's own folder; accounts and archive stay there. */
  readonly folder: string;
  readonly clientPort: number;
  readonly webPort: number;
  /** For how long a lost session can be taken up again. */
  readonly resumeSeconds?: number;
  /** SASL mechanisms that are not offered; those that show the server the password, unless told. */
  readonly refusedSignIns?: readonly string[];
  /** Bytes that an uploaded file may have; 10 MB, unless told. 0: the server takes no files. */
  readonly largestFile?: number;
}

const unsafeSignIns = ['PLAIN', 'DIGEST-MD5', 'X-OAUTH2', 'ANONYMOUS'];

/**
 * Reads `register USER PASSWORD` from standard input. There is no other way in, and when the
 * program that started the server is gone, its end of the pipe closes and the server stops.
 */
const console = `
  Loop = fun(Self) ->
    case io:get_line("") of
      Line when is_list(Line) ->
        case string:tokens(string:trim(Line), " ") of
          ["register", User, Password] ->
            ejabberd_auth:try_register(list_to_binary(User), <<"localhost">>, list_to_binary(Password)),
            io:format("registered ~s~n", [User]);
          _ -> ok
        end,
        Self(Self);
      _ -> init:stop()
    end
  end,
  io:format("ready~n"),
  spawn(fun() -> Loop(Loop) end).
`;

/** The lines of the template that let files be uploaded. */
const uploads = /^ {2}mod_http_upload:\n(?: {4}.*\n)+|^ +# Recordings .*\n^ +\/upload: .*\n/gm;

const configuration = (options: EjabberdOptions): string => {
  const { sqlite } = options.found;
  const values: Record<string, string> = {
    AUTH_METHOD: sqlite ? 'sql' : 'internal',
    DATABASE: sqlite
      ? `sql_type: sqlite\nsql_database: "${join(options.folder, 'ejabberd.db')}"`
      : '',
    DEFAULT_DB: sqlite ? 'sql' : 'mnesia',
    CLIENT_PORT: String(options.clientPort),
    WEB_PORT: String(options.webPort),
    REFUSED_SIGN_INS: (options.refusedSignIns ?? unsafeSignIns).join(', '),
    RESUME_SECONDS: String(options.resumeSeconds ?? 300),
    FOLDER: options.folder,
    LARGEST_FILE: String(options.largestFile ?? 10_000_000),
  };
  const whole = readFileSync(new URL('ejabberd.yml.template', import.meta.url), 'utf8');
  const template = options.largestFile === 0 ? whole.replace(uploads, '') : whole;
  return template.replace(/@([A-Z_]+)@/g, (place, name: string) => values[name] ?? place);
};

/**
 * Starts `erl` directly, as whoever runs this: Debian's `ejabberdctl` accepts only root and the
 * ejabberd user. One node needs neither a name nor epmd.
 */
export async function startEjabberd(options: EjabberdOptions): Promise<RunningEjabberd> {
  const { folder, found } = options;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'ejabberd.yml');
  writeFileSync(path, configuration(options), { mode: 0o600 });
  const server = spawn(
    found.erl,
    [
      // +Bi: Ctrl+C in a terminal reaches the whole group; the server is stopped in order instead.
      ...['-noshell', '+Bi', '+S', '2:2', '+A', '2', '+sbwt', 'none', '-boot', 'start_sasl'],
      ...['-sasl', 'sasl_error_logger', 'false', '-mnesia', 'dir', `"${join(folder, 'mnesia')}"`],
      ...['-s', 'ejabberd', '-eval', console],
    ],
    {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: '/usr/bin:/bin',
        HOME: folder,
        LANG: 'C.UTF-8',
        ERL_LIBS: found.libraries,
        ERL_CRASH_DUMP: join(folder, 'crash.dump'),
        EJABBERD_CONFIG_PATH: path,
        EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
      },
    },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.stdin.on('error', () => {});
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-2000);
  });
  const waiting = new Map<string, () => void>();
  const ready = new Promise<void>((resolve) => waiting.set('ready', resolve));
  createInterface({ input: server.stdout }).on('line', (line) => {
    waiting.get(line)?.();
    waiting.delete(line);
    if (!/^(ready|registered )/.test(line)) said = `${said}${line}\n`.slice(-2000);
  });
  const failed = ended.then(() => {
    throw new Error(`ejabberd ended before it was ready; see ${folder}/ejabberd.log\n${said}`);
  });
  await Promise.race([ready, failed]);
  failed.catch(() => {});

  return {
    service: `ws://127.0.0.1:${options.webPort}/ws`,
    host: 'localhost',
    clientPort: options.clientPort,
    ended,
    register: (user, password) =>
      new Promise((resolve, reject) => {
        if (!/^[a-z0-9._-]+$/.test(user) || !/^[\w-]+$/.test(password)) {
          reject(new Error('Only plain letters, digits, dots, dashes and underscores.'));
          return;
        }
        waiting.set(`registered ${user}`, resolve);
        server.stdin.write(`register ${user} ${password}\n`);
      }),
    stop: async () => {
      server.stdin.end();
      const force = setTimeout(() => server.kill('SIGKILL'), 8000);
      await ended;
      clearTimeout(force);
    },
    kill: async () => {
      server.kill('SIGKILL');
      await ended;
    },
  };
}
