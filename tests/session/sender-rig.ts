import { applyEvent } from '../../src/domain/apply-event.ts';
import { emptyDesk } from '../../src/domain/desk-state.ts';
import type { OutboxEvent } from '../../src/domain/outbox-event.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { createSender } from '../../src/session/create-sender.ts';
import { createDisk, type Disk } from '../outbox/create-disk.ts';
import { createLocks } from '../outbox/create-locks.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { aConversation } from '../support/samples.ts';
import { createScriptedConnector } from '../support/scripted-connector.ts';

/** The real outbox between a disk and a desk that the test plays. */
export const setUp = (options: { undoSend?: number; disk?: Disk } = {}) => {
  const clock = createFakeClock();
  const connector = createScriptedConnector(clock.now);
  const disk = options.disk ?? createDisk();
  const events: OutboxEvent[] = [];
  const settings = { ...defaultSettings, undoSend: options.undoSend ?? 0 };
  /** With `follow`, what the outbox tells changes the desk. */
  const desk = { state: emptyDesk, follow: false };
  const sender = createSender({
    storage: disk.open(),
    connector,
    clock,
    tabId: 'tab',
    locks: createLocks().of('tab'),
    settings: () => settings,
    session: () => ({ desk: () => desk.state }),
    emit: (event) => {
      events.push(event);
      if (desk.follow) desk.state = applyEvent(desk.state, event);
    },
  });
  return {
    clock,
    connector,
    desk,
    disk,
    events,
    sender,
    types: () => events.map(({ type }) => type.replace('message.', '')),
    sent: () => connector.sent.map(({ text }) => text),
    stored: () => [...disk.rows.keys()].filter((key) => key.startsWith('outbox/')),
  };
};
export const lin = aConversation({ id: 'lin', language: 'zh-CN' });
export const bo = aConversation({ id: 'bo' });
