import { expect, test } from 'vitest';
import { createThrift, gatherFor } from '../../../src/connectors/xmpp/create-thrift.ts';
import { slowFrom } from '../../../src/domain/link-quality.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { wire } from './wire-message.ts';

const setUp = () => {
  const clock = createFakeClock();
  const sent: string[] = [];
  let isSparing = false;
  let setHidden: ((isHidden: boolean) => void) | undefined;
  const thrift = createThrift({
    clock,
    createId: () => 'r',
    send: ({ xml }) => sent.push(xml) > 0,
    isSparing: () => isSparing,
    watchHidden: (listener) => {
      setHidden = listener;
      return () => {
        setHidden = undefined;
      };
    },
  });
  const owe = (stanzaId: string, more = {}) =>
    thrift.owe(wire('Hello', { wantsReceipt: true, stanzaId, ...more }));
  return {
    clock,
    owe,
    sent,
    thrift,
    hide: () => setHidden?.(true),
    isWatched: () => setHidden !== undefined,
    spare: () => {
      isSparing = true;
    },
  };
};

test('a receipt is owed once for a live message that wants one, and for no other', async () => {
  const { clock, owe, sent } = setUp();
  owe('s1');
  owe('s1');
  owe('s2', { wantsReceipt: false });
  owe('s3', { source: 'carbon' });
  owe('s4', { direction: 'out' });
  await clock.advance(gatherFor.usual);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toContain('id="s1"');
});

test('receipts wait longer on a slow link, and where bytes are dear', async () => {
  const { clock, owe, sent, spare, thrift } = setUp();
  thrift.answered(slowFrom);
  owe('s1');
  await clock.advance(gatherFor.long - 1);
  expect(sent).toHaveLength(0);
  await clock.advance(1);
  thrift.answered(slowFrom - 1);
  owe('s2');
  await clock.advance(gatherFor.usual);
  expect(sent).toHaveLength(2);
  spare();
  owe('s3');
  await clock.advance(gatherFor.long - 1);
  expect(sent).toHaveLength(2);
});

test('a page that is hidden owes nothing any more', () => {
  const { hide, isWatched, owe, sent, thrift } = setUp();
  thrift.start();
  owe('s1');
  hide();
  expect(sent).toHaveLength(1);
  thrift.stop();
  expect(isWatched()).toBe(false);
});
