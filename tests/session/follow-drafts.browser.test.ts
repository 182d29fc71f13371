import { describe, expect, onTestFinished, test } from 'vitest';
import { createDrafts } from '../../src/outbox/drafts.ts';
import { openStorage } from '../../src/outbox/open-storage.ts';
import { followDrafts } from '../../src/session/follow-drafts.ts';
import { openTabLine } from '../../src/session/open-tab-line.ts';
import { systemClock } from '../../src/shared/clock.ts';
import { createId } from '../../src/shared/id.ts';

/** A tab at a desk: its own disk connection, its own channel, a reply box. */
const openTab = async (desk: string) => {
  const storage = await openStorage({ name: desk, onProblem: () => undefined });
  const drafts = createDrafts({ storage, clock: systemClock, delay: 20 });
  await drafts.loaded;
  const element = document.createElement('textarea');
  const line = openTabLine(desk);
  let conversationId: string | undefined = 'ann';
  let isTypedIn = false;
  const keep = () =>
    drafts.set(conversationId ?? '', {
      text: element.value,
      selectionStart: element.selectionStart,
      selectionEnd: element.selectionEnd,
    });
  const follower = followDrafts({
    ...{ line, drafts, storage },
    box: () => (conversationId ? { conversationId, element } : undefined),
    isTypedIn: () => isTypedIn,
  });
  const close = () => {
    follower.end();
    line.close();
    storage.close();
  };
  onTestFinished(close);
  follower.look();
  return {
    ...{ close, drafts, element, follower, line, storage },
    /** As the composer does it: the draft first, then whoever listens. */
    type: (text: string) => {
      element.value = text;
      keep();
      follower.look();
    },
    /** The agent is in that box, or leaves it. */
    enter: (isIn: boolean) => {
      isTypedIn = isIn;
      follower.look();
    },
    /** Opens another conversation, or none; its box starts with its draft. */
    show: (id: string | undefined) => {
      if (conversationId) keep();
      conversationId = id;
      element.value = id ? drafts.get(id).text : '';
      follower.look();
    },
  };
};

const twoTabs = async () => {
  const desk = createId();
  return { desk, here: await openTab(desk), there: await openTab(desk) };
};

type Tab = Awaited<ReturnType<typeof openTab>>;

const shows = (tab: Tab, text: string) => expect.poll(() => tab.element.value).toBe(text);
/** Longer than a draft needs to the disk and to the other tab. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('a draft in two tabs', () => {
  test('typed in one stands in the other, with its caret', async () => {
    const { here, there } = await twoTabs();
    here.element.value = 'Hello Ann';
    here.element.setSelectionRange(5, 5);
    here.follower.look();
    await shows(there, 'Hello Ann');
    expect(there.element.selectionStart).toBe(5);
  });

  test('goes on from either side, and is gone from both when it is sent', async () => {
    const { here, there } = await twoTabs();
    here.type('Hello');
    await shows(there, 'Hello');
    there.type('Hello Ann');
    await shows(here, 'Hello Ann');
    here.type('Ann!');
    await shows(there, 'Ann!');
    there.type('');
    await shows(here, '');
    await quiet();
    expect(await here.storage.all('drafts')).toEqual([]);
  });

  test('is not pulled from under the hands of the agent, and comes when they leave the box', async () => {
    const { here, there } = await twoTabs();
    there.enter(true);
    here.type('From here');
    await quiet();
    expect(there.element.value).toBe('');
    there.enter(false);
    await shows(there, 'From here');
  });

  test('typed in both at once loses nothing, in either tab or on the disk', async () => {
    const { desk, here, there } = await twoTabs();
    there.enter(true);
    here.enter(true);
    here.type('From here');
    there.type('From there');
    await quiet();
    expect([here.element.value, there.element.value]).toEqual(['From here', 'From there']);
    here.enter(false);
    there.enter(false);
    await quiet();
    for (const tab of [here, there]) {
      expect(tab.element.value.split('\n').toSorted()).toEqual(['From here', 'From there']);
    }
    here.close();
    there.close();
    const next = await openTab(desk);
    expect(next.drafts.get('ann').text.split('\n').toSorted()).toEqual(['From here', 'From there']);
  });

  test('of a conversation that is not in front there is kept, for when it is', async () => {
    const { here, there } = await twoTabs();
    there.show('bob');
    here.type('For Ann');
    await quiet();
    expect(there.element.value).toBe('');
    there.show('ann');
    await shows(there, 'For Ann');
    await quiet();
    expect(here.element.value).toBe('For Ann');
  });

  test('is not written over by a tab that leaves the conversation with an older one', async () => {
    const { desk, here, there } = await twoTabs();
    here.type('A long reply');
    await shows(there, 'A long reply');
    there.enter(true);
    here.type('A long reply, and more of it');
    await quiet();
    there.show('bob');
    await quiet();
    expect(here.element.value).toBe('A long reply, and more of it');
    const next = await openTab(desk);
    expect(next.drafts.get('ann').text).toBe('A long reply, and more of it');
  });

  test('comes to a tab that opens later, also what is not on the disk yet', async () => {
    const { desk, here } = await twoTabs();
    here.element.value = 'Not yet kept';
    here.follower.look();
    await shows(await openTab(desk), 'Not yet kept');
  });

  test('of a closed conversation is forgotten: the next one starts empty', async () => {
    const { here, there } = await twoTabs();
    here.type('Good bye');
    await shows(there, 'Good bye');
    for (const tab of [here, there]) {
      tab.show(undefined);
      tab.drafts.remove('ann');
      tab.follower.forget('ann');
    }
    await quiet();
    here.show('ann');
    there.show('ann');
    await quiet();
    expect([here.element.value, there.element.value]).toEqual(['', '']);
  });

  test('of another account stays there', async () => {
    const [one, other] = [await openTab(createId()), await openTab(createId())];
    one.type('Secret');
    await quiet();
    expect(other.element.value).toBe('');
  });

  test('rubbish on the line changes nothing', async () => {
    const { here, there } = await twoTabs();
    here.type('Mine');
    for (const rubbish of [null, 7, 'x', { ask: 7 }, { conversationId: 'ann' }, { text: '' }]) {
      there.line.tell(rubbish);
    }
    await quiet();
    expect(here.element.value).toBe('Mine');
  });
});
