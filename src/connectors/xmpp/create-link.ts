import type { ConnectorError } from '../../domain/connector-error.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { buildPing } from './build-stanza.ts';
import { createQuestions } from './create-questions.ts';
import type { Link, LinkParts, LinkState } from './link.ts';
import { ns } from './namespaces.ts';
import type { OpenStream } from './open-stream.ts';
import { createStreamManagement, type StreamManagement } from './stream-management.ts';
import { isFinal } from './to-connector-error.ts';
import { xml } from './xml.ts';

const longestPause = 30_000;

/** Makes a link; nothing happens before `start`. */
export function createLink(parts: LinkParts): Link {
  const { clock, events, times } = parts;
  let state: LinkState = 'down';
  let stream: OpenStream | undefined;
  /** Counts attempts, so that what a dead one still says is not heard. */
  let generation = 0;
  let management: StreamManagement | undefined;
  let sessionId: string | undefined;
  /** Whether there is a session on this stream, so that stanzas may be sent. */
  let live = false;
  let failures = 0;
  /** Ends the attempt that is under way. */
  let endAttempt: (error: ConnectorError) => void = () => {};
  const questions = createQuestions(clock, parts.createId, times.answer);
  let cancelWatch = () => {};
  let cancelRetry = () => {};

  const change = (next: LinkState, error?: ConnectorError) => {
    state = next;
    events.onState(next, error);
  };

  const write = (text: string, messageId?: string) => {
    if (management) {
      management.sent(messageId === undefined ? { text } : { text, messageId });
      stream?.send(text);
      if (messageId !== undefined) stream?.send(`<r xmlns="${ns.management}"/>`);
    } else {
      stream?.send(text);
      if (messageId !== undefined) events.onTaken(messageId);
    }
  };

  const acknowledged = (h: string | null) => {
    for (const sent of management?.acknowledged(Number(h ?? Number.NaN)) ?? []) {
      if (sent.messageId !== undefined) events.onTaken(sent.messageId);
    }
  };

  const ask = () => {
    if (management) stream?.send(`<r xmlns="${ns.management}"/>`);
    else stream?.send(questions.write('get', buildPing()).text);
  };

  /** Looks for signs of life; armed anew by whatever comes. */
  const watch = () => {
    cancelWatch();
    if (!stream) return;
    cancelWatch = clock.after(times.ask, () => {
      ask();
      cancelWatch = clock.after(times.giveUp - times.ask, () => over({ kind: 'timeout' }));
    });
  };

  /** The stream is over, however it came to that. */
  const over = (error: ConnectorError | undefined) => {
    if (state === 'up') lose(error);
    else endAttempt(error ?? { kind: 'unreachable' });
  };

  const forgetSocket = () => {
    generation += 1;
    live = false;
    cancelWatch();
    stream?.drop();
    stream = undefined;
  };

  const lose = (error: ConnectorError | undefined) => {
    forgetSocket();
    if (error && isFinal(error)) {
      finish();
      change('down', error);
      return;
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

  const finish = () => {
    cancelRetry();
    management = undefined;
    sessionId = undefined;
    questions.fail();
  };

  const onElement = (element: Element) => {
    if (element.namespaceURI === ns.management) {
      if (element.localName === 'r') {
        stream?.send(`<a xmlns="${ns.management}" h="${management?.handled ?? 0}"/>`);
      } else if (element.localName === 'a') acknowledged(element.getAttribute('h'));
      return;
    }
    if (element.namespaceURI !== ns.client) return;
    management?.received();
    if (element.localName === 'iq') {
      const answer = questions.take(element);
      if (answer !== undefined) write(answer);
    } else events.onStanza(element);
  };

  /** The next element of stream management, with everything else going its usual way. */
  const nonza = (own: OpenStream, text: string): Promise<Element> =>
    new Promise((resolve) => {
      own.listen((element) => {
        const isAnswer =
          element.namespaceURI === ns.management &&
          /^(enabled|resumed|failed)$/.test(element.localName);
        if (!isAnswer) return onElement(element);
        own.listen(onElement);
        resolve(element);
      });
      own.send(text);
    });

  /** Takes up the last session; what the server did not get goes out again, in order. */
  const resume = async (own: OpenStream): Promise<boolean> => {
    if (!management || sessionId === undefined || !own.canManage) return false;
    const old = management;
    const answer = await nonza(
      own,
      xml`<resume xmlns="${ns.management}" h="${old.handled}" previd="${sessionId}"/>`.xml,
    );
    acknowledged(answer.getAttribute('h'));
    if (answer.localName !== 'resumed') return false;
    live = true;
    events.onResumed();
    for (const sent of old.unacknowledged) own.send(sent.text);
    if (old.unacknowledged.length > 0) own.send(`<r xmlns="${ns.management}"/>`);
    return true;
  };

  const begin = async (own: OpenStream): Promise<Result<void, ConnectorError>> => {
    management = undefined;
    sessionId = undefined;
    questions.fail();
    const bound = await own.bind();
    if (!bound.ok) return bound;
    own.listen(onElement);
    let resumableId: string | undefined;
    if (own.canManage) {
      const answer = await nonza(own, `<enable xmlns="${ns.management}" resume="true"/>`);
      const resumable = /^(true|1)$/.test(answer.getAttribute('resume') ?? '');
      if (answer.localName === 'enabled') management = createStreamManagement();
      if (management && resumable) resumableId = answer.getAttribute('id') ?? undefined;
    }
    live = true;
    await events.onSession();
    if (stream === own) sessionId = resumableId;
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
      onHeard: () => {
        if (isMine()) watch();
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
    watch();
    const set = async (): Promise<Result<void, ConnectorError>> =>
      (await resume(own)) ? ok(undefined) : begin(own);
    const result = await Promise.race([ended, set()]);
    if (!isMine()) return undefined;
    if (result.ok) {
      failures = 0;
      change('up');
    }
    return result;
  };

  return {
    start: async () => {
      change('trying');
      const result = (await attempt(true)) ?? err({ kind: 'not-connected' as const });
      if (!result.ok && state !== 'down') {
        forgetSocket();
        finish();
        change('down', result.error);
      }
      return result;
    },
    stop: () => {
      if (stream && management) {
        stream.send(`<a xmlns="${ns.management}" h="${management.handled}"/>`);
      }
      stream?.close();
      stream = undefined;
      forgetSocket();
      endAttempt({ kind: 'not-connected' });
      finish();
      if (state !== 'down') change('down');
    },
    send: (stanza, messageId) => {
      if (!live) return false;
      write(stanza.xml, messageId);
      return true;
    },
    request: (type, body) => {
      if (!live) return Promise.resolve(err({ kind: 'not-connected' }));
      const { text, answer } = questions.ask(type, body);
      write(text);
      return answer;
    },
    get state() {
      return state;
    },
  };
}
