import type { Clock } from '../shared/clock.ts';
import type { Sender } from './create-session.ts';

/** Milliseconds until another attempt when the code could not be fetched. */
const again = 3000;

/**
 * A sender whose code is fetched behind the first screen. What is asked of it before it has come
 * is done in order once it is there; the composer keeps its draft until then.
 * @param load fetches and makes the real one; tried again for as long as it fails
 */
export function createLazySender(load: () => Promise<Sender>, clock: Clock): Sender {
  let sender: Sender | undefined;
  let isStopped = false;
  const tasks: ((ready: Sender) => void)[] = [];
  const fetch = () => {
    load().then(
      (ready) => {
        sender = ready;
        for (const task of tasks.splice(0)) task(ready);
        if (isStopped) ready.stop();
      },
      () => {
        if (!isStopped) clock.after(again, fetch);
      },
    );
  };
  fetch();
  const soon = <T>(task: (ready: Sender) => T | Promise<T>): Promise<T> =>
    sender
      ? Promise.resolve(task(sender))
      : new Promise((resolve) => tasks.push((ready) => resolve(task(ready))));
  return {
    send: (conversation, text, attachment) =>
      soon((ready) => ready.send(conversation, text, attachment)),
    takeBack: (conversationId) => soon((ready) => ready.takeBack(conversationId)),
    clear: (conversationId) => soon((ready) => ready.clear(conversationId)),
    retry: (messageId) => void soon((ready) => ready.retry(messageId)),
    online: (isOnline) => void soon((ready) => ready.online(isOnline)),
    opened: (conversationId) => void soon((ready) => ready.opened(conversationId)),
    closed: (conversationId) => void soon((ready) => ready.closed(conversationId)),
    stop: () => {
      isStopped = true;
      sender?.stop();
    },
  };
}
