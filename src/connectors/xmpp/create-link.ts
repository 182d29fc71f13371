import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { askManagement } from './ask-management.ts';
import { buildPing } from './build-stanza.ts';
import { createQuestions } from './create-questions.ts';
import { createWatch } from './create-watch.ts';
import type { Link, LinkParts, LinkState } from './link.ts';
import { ns } from './namespaces.ts';
import type { OpenStream } from './open-stream.ts';
import { createStreamManagement, type Sent, type StreamManagement } from './stream-management.ts';
import { isFinal } from './to-connector-error.ts';
import { xml } from './xml.ts';

const longestPause = 30_000;
const mostUnanswered = 2;

/** Makes a link; nothing happens before `start`. */
export function createLink(parts: LinkParts): Link {
  const { clock, events, times } = parts;
  let state: LinkState = 'down';
  let stream: OpenStream | undefined;
  /** Counts attempts, so that what a dead one still says is not heard. */
  let generation = 0;
  let management: StreamManagement | undefined;
  let sessionId: string | undefined;
  /** Streams in a row that left open whether the session goes on: Prosody (0.12) may never say it. */
  let unanswered = 0;
  /** Whether there is a session on this stream, so that stanzas may be sent. */
  let live = false;
  /** Whether what comes counts: from `<enabled/>` on. */
  let counts = false;
  let failures = 0;
  /** Ends the attempt that is under way. */
  let endAttempt: (error: ConnectorError) => void = () => {};
  /** The server has answered how far it is. */
  let onAnswer = () => {};
  const questions = createQuestions(clock, parts.createId, times.answer);
  let cancelRetry = () => {};

  const howFar = () => `<a xmlns="${ns.management}" h="${management?.handled ?? 0}"/>`;
  const askHowFar = () => {
    watch.asked();
    stream?.send(`<r xmlns="${ns.management}"/>`);
    parts.gathered.flush();
    events.onAsked?.();
  };

  const change = (next: LinkState, error?: ConnectorError) => {
    state = next;
    events.onState(next, error);
  };

  const write = (text: string, messageId?: string) => {
    management?.sent(messageId === undefined ? { text } : { text, messageId });
    stream?.send(text);
    if (messageId !== undefined) {
      if (management) askHowFar();
      else events.onTaken(messageId);
    }
    parts.gathered.flush();
    watch.changed();
  };

  const taken = (all: readonly Sent[] = []) => {
    for (const { messageId } of all) if (messageId !== undefined) events.onTaken(messageId);
  };
  const acknowledged = (h: string | null) =>
    taken(management?.acknowledged(Number(h ?? Number.NaN)));

  const watch = createWatch({
    clock,
    times,
    quiet: () => stream?.quiet,
    isWaiting: () =>
      state !== 'up' ||
      questions.isOpen ||
      !!management?.unacknowledged.some(({ messageId }) => messageId !== undefined),
    ask: () => {
      if (management) askHowFar();
      else stream?.send(questions.write('get', buildPing()).text);
    },
    onSilence: () => over({ kind: 'timeout' }),
  });

  /** The stream is over, however it came to that. */
  const over = (error: ConnectorError | undefined) => {
    if (state === 'up') lose(error);
    else endAttempt(error ?? { kind: 'unreachable' });
  };

  const forgetSocket = () => {
    generation += 1;
    parts.clientState?.lost();
    live = false;
    watch.stop();
    stream?.drop();
    stream = undefined;
  };

  const lose = (error: ConnectorError | undefined) => {
    forgetSocket();
    if (error && isFinal(error)) {
      forgetSession();
      return change('down', error);
    }
    if (state !== 'trying') change('trying', error);
    retry();
  };

  const retry = () => {
    const pause = Math.min(longestPause, 500 * 2 ** Math.min(failures, 8));
    failures += 1;
    cancelRetry = clock.after(pause * (0.5 + parts.random() / 2), () => {
      void attempt(false).then((result) => {
        if (result && !result.ok) lose(result.error);
      });
    });
  };

  const forgetSession = () => {
    management = undefined;
    sessionId = undefined;
    questions.fail();
  };

  const onElement = (element: Element) => {
    if (element.namespaceURI === ns.management) {
      if (element.localName === 'r') {
        const own = stream;
        // The next stream tells how far we are by itself (XEP-0198 4: an answer may wait for a timer).
        parts.gathered.add('h', () => {
          if (stream === own) own?.send(howFar());
          return true;
        });
      } else if (element.localName === 'a') {
        const trip = watch.answered();
        if (trip !== undefined) events.onAnswered?.(trip);
        acknowledged(element.getAttribute('h'));
        onAnswer();
        watch.changed();
      }
      return;
    }
    if (element.namespaceURI !== ns.client) return;
    if (counts) management?.received();
    questions.heard();
    if (element.localName === 'iq') {
      const answer = questions.take(element);
      if (answer !== undefined) write(answer);
      watch.changed();
    } else events.onStanza(element);
  };

  const begins = (isSession: boolean) => {
    counts = isSession;
  };
  const nonza = (own: OpenStream, text: string, answered?: Element): Promise<Element> =>
    askManagement({ stream: own, text, answered, begins, onElement });

  const resumption = () =>
    management && sessionId !== undefined && unanswered < mostUnanswered
      ? xml`<resume xmlns="${ns.management}" h="${management.handled}" previd="${sessionId}"/>`.xml
      : undefined;

  /** Takes up the last session; what the server did not get goes out again, in order. */
  const resume = async (own: OpenStream): Promise<boolean> => {
    const old = management;
    const asked = resumption();
    if (!old || asked === undefined || !own.canManage) return false;
    unanswered += 1;
    const answer = await nonza(own, asked, own.resumed);
    unanswered = 0;
    acknowledged(answer.getAttribute('h'));
    if (answer.localName !== 'resumed') return false;
    live = true;
    const settled = events.onResumed();
    const answered = new Promise<void>((resolve) => {
      onAnswer = resolve;
    });
    // Messages wait until it is known whether the customer has written meanwhile.
    old.withdraw();
    for (const sent of old.unacknowledged) own.send(sent.text);
    // The server answers in order: its answer comes behind all that it had kept for us.
    askHowFar();
    await Promise.all([settled, answered]);
    for (const id of old.takeLost()) events.onLost(id);
    return true;
  };

  const begin = async (own: OpenStream): Promise<Result<void, ConnectorError>> => {
    forgetSession();
    counts = false;
    own.listen(onElement);
    const binding = own.bind();
    // All that begins a session goes out in one go: the server takes it in order.
    if (own.canManage) management = createStreamManagement();
    const enabling = own.canManage
      ? nonza(own, `<enable xmlns="${ns.management}" resume="true"/>`)
      : undefined;
    live = true;
    const told = events.onSession();
    const bound = await binding;
    if (!bound.ok) return bound;
    const answer = await enabling;
    if (answer?.localName === 'failed') {
      const open = management?.unacknowledged;
      management = undefined;
      taken(open);
    }
    await told;
    const resumable = /^(true|1)$/.test(answer?.getAttribute('resume') ?? '');
    if (stream === own && management && resumable) {
      sessionId = answer?.getAttribute('id') ?? undefined;
      unanswered = Math.min(unanswered, 1);
    }
    return ok(undefined);
  };

  /** Connects once; undefined when it was overtaken by `stop` or a later attempt. */
  const attempt = async (first: boolean): Promise<Result<void, ConnectorError> | undefined> => {
    generation += 1;
    const mine = generation;
    const isMine = () => mine === generation;
    const ended = new Promise<Result<void, ConnectorError>>((resolve) => {
      endAttempt = (error) => resolve(err(error));
    });
    const opening = parts.open({
      resume: resumption(),
      onHeard: () => {
        if (isMine() && stream) watch.heard();
      },
      onEnd: (error) => {
        if (isMine()) over(error);
      },
    });
    // Whoever is overtaken must not leave a signed-in stream behind.
    void opening.then((late) => {
      if (late.ok && !isMine()) late.value.drop();
    });
    const opened = await Promise.race([ended, opening]);
    if (!opened.ok) {
      if (opened.error.kind !== 'socket') return isMine() ? err(opened.error) : undefined;
      const error: ConnectorError = first ? await parts.explain() : { kind: 'unreachable' };
      return isMine() ? err(error) : undefined;
    }
    const own = opened.value;
    if (!own || !isMine()) return undefined;
    stream = own;
    watch.heard();
    const standing = resume(own).then((isResumed) => (isResumed ? ok(undefined) : begin(own)));
    const result = await Promise.race([ended, standing]);
    if (!isMine()) return undefined;
    if (result.ok) {
      failures = 0;
      change('up');
      parts.gathered.flush();
      if (own.hasClientState) parts.clientState?.begun((text) => own.send(text));
      watch.changed();
    }
    return result;
  };

  return {
    start: async () => {
      change('trying');
      const result = (await attempt(true)) ?? err({ kind: 'not-connected' as const });
      if (!result.ok && state !== 'down') {
        forgetSocket();
        forgetSession();
        change('down', result.error);
      }
      return result;
    },
    stop: () => {
      parts.gathered.flush();
      if (management) stream?.send(howFar());
      stream?.close();
      stream = undefined;
      forgetSocket();
      cancelRetry();
      endAttempt({ kind: 'not-connected' });
      forgetSession();
      if (state !== 'down') change('down');
    },
    send: (stanza, messageId) => {
      if (!live) return false;
      write(stanza.xml, messageId);
      return true;
    },
    request: (type, body, to) => {
      if (!live) return Promise.resolve(err({ kind: 'not-connected' }));
      const { text, answer } = questions.ask(type, body, to);
      write(text);
      return answer;
    },
    get state() {
      return state;
    },
  };
}
