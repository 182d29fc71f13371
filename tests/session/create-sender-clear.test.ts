import { describe, expect, test } from 'vitest';
import { err } from '../../src/shared/result.ts';
import { settle } from '../outbox/settle.ts';
import { bo, lin, setUp } from './sender-rig.ts';

describe('before a conversation is closed', () => {
  test('what could still be taken back goes out at once', async () => {
    const { sender, sent } = setUp({ undoSend: 10 });
    sender.online(true);
    await sender.send(lin, 'Goodbye');
    await settle();
    expect(sent()).toEqual([]);
    expect(await sender.clear('lin')).toBe(true);
    expect(sent()).toEqual(['Goodbye']);
  });

  test('without a link nothing is lost: it is not clear, and the reply goes when the link is back', async () => {
    const { sender, sent, stored } = setUp();
    await sender.send(lin, 'Goodbye');
    await sender.send(bo, 'Hello');
    expect(await sender.clear('lin')).toBe(false);
    expect(stored()).toHaveLength(2);
    sender.online(true);
    expect(await sender.clear('lin')).toBe(true);
    expect(sent()).toEqual(['Goodbye', 'Hello']);
  });

  test('a reply that the desk takes too long for is said, as one that waits for the agent is', async () => {
    const { sender, clock, connector } = setUp();
    connector.send = () => new Promise(() => {});
    sender.online(true);
    await sender.send(lin, 'Goodbye');
    const cleared = sender.clear('lin');
    await settle();
    await clock.advance(5000);
    expect(await cleared).toBe(false);
  });

  test('what the desk refused is no reason to wait: the agent has heard of it', async () => {
    const { sender, connector, types } = setUp();
    connector.answer = err({ kind: 'too-long' });
    sender.online(true);
    await sender.send(lin, 'Goodbye');
    expect(await sender.clear('lin')).toBe(true);
    expect(types()).toContain('failed');
  });
});
