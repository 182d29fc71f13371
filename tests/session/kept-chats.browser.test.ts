import { createRoot } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepChats, listChats } from '../../src/session/kept-chats.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { openDesk } from '../support/open-desk.tsx';

/** A desk whose chats are kept, on a clock that the test moves. */
const setUp = async () => {
  const clock = createFakeClock(Date.now());
  const desk = await openDesk({ clock });
  const { workspace, connector } = desk;
  const shift = workspace.session();
  if (!shift) throw new Error('There is no shift.');
  const end = createRoot((dispose) => {
    keepChats(workspace, shift);
    return dispose;
  });
  onTestFinished(end);
  const kept = async () =>
    (await listChats(workspace.storage)).map(({ name, messages }) => [
      name,
      ...messages.map(({ text }) => text),
    ]);
  return { clock, connector, end, kept, workspace };
};

describe('chats with real customers', () => {
  it('are kept as they go on, the newest first, until they are closed', async () => {
    const { clock, connector, kept } = await setUp();
    connector.open('Lin');
    connector.say('Lin', 'Where is it?');
    await clock.advance(3000);
    connector.open('Bo');
    connector.say('Bo', '你好');
    connector.say('Lin', 'Hello?');
    expect(await kept()).toEqual([['Lin', 'Where is it?']]);
    await clock.advance(3000);
    expect((await kept()).toSorted()).toEqual([
      ['Bo', '你好'],
      ['Lin', 'Where is it?', 'Hello?'],
    ]);
    connector.emit({ type: 'conversation.closed', conversationId: 'lin' });
    await expect.poll(kept).toEqual([['Bo', '你好']]);
  });

  it('keep what is known when a desk that is opened anew shows nothing of it', async () => {
    const { clock, connector, kept, workspace } = await setUp();
    connector.open('Lin');
    connector.say('Lin', 'Where is it?');
    await clock.advance(3000);
    connector.open('Lin');
    expect(workspace.session()?.desk().conversations[0]?.messages).toEqual([]);
    await clock.advance(3000);
    expect(await kept()).toEqual([['Lin', 'Where is it?']]);
  });

  it('are written when the shift ends, and no more than the newest fifty messages', async () => {
    const { connector, end, kept } = await setUp();
    connector.open('Lin');
    for (let count = 1; count <= 60; count += 1) connector.say('Lin', `Line ${count}`);
    end();
    await expect.poll(kept).toHaveLength(1);
    const [lin = []] = await kept();
    expect(lin).toHaveLength(51);
    expect(lin.at(-1)).toBe('Line 60');
  });

  it('of another day are forgotten once the desk has all of its chats again', async () => {
    const { clock, connector, kept, workspace } = await setUp();
    const messages = [{ author: 'customer', text: 'Gone?', at: 1, language: 'en' }];
    const old = { name: 'Old', messages };
    await workspace.storage.put('conversations', `chat ${connector.id} old`, old);
    await workspace.storage.put('conversations', 'chat of-another-account old', old);
    connector.open('Lin');
    connector.say('Lin', 'Where is it?');
    await clock.advance(59_000);
    expect(await kept()).toHaveLength(3);
    await clock.advance(1000);
    await expect.poll(kept).toEqual([
      ['Lin', 'Where is it?'],
      ['Old', 'Gone?'],
    ]);
  });

  it('that are no chats are left out', async () => {
    const { kept, workspace } = await setUp();
    const rubbish = [7, { name: 1 }, { name: 'Lin' }, { name: 'Lin', messages: [{ text: 'Hi' }] }];
    for (const [index, value] of rubbish.entries())
      await workspace.storage.put('conversations', `chat scripted ${index}`, value);
    expect(await kept()).toEqual([]);
  });
});
