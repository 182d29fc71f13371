import { expect, test } from 'vitest';
import {
  bringRecordingBack,
  dropRecording,
  dropRecordingAside,
  keepRecording,
  readRecording,
  setRecordingAside,
  sweepRecordings,
} from '../../src/session/kept-recordings.ts';
import { createDisk } from '../outbox/create-disk.ts';

const day = 24 * 60 * 60 * 1000;
const recording = { sound: new Blob(['opus'], { type: 'audio/ogg' }), seconds: 3 };

test('a recording waits in its conversation until it is dropped', async () => {
  const storage = createDisk().open();
  await keepRecording(storage, 'lin', recording, 1000);
  const kept = await readRecording(storage, 'lin', 2000);
  expect([await kept?.sound.text(), kept?.seconds]).toEqual(['opus', 3]);
  expect(await readRecording(storage, 'mei', 2000)).toBeUndefined();
  await dropRecording(storage, 'lin');
  expect(await readRecording(storage, 'lin', 2000)).toBeUndefined();
});

test('after a day, or when the disk has lost its sound, it is forgotten', async () => {
  const disk = createDisk();
  const storage = disk.open();
  await keepRecording(storage, 'lin', recording, 1000);
  expect(await readRecording(storage, 'lin', 1000 + day)).toBeUndefined();
  disk.rows.set('notes/recording mei', { sound: 'x', seconds: 3, at: 1000 });
  expect(await readRecording(storage, 'mei', 2000)).toBeUndefined();
  expect([...disk.rows.keys()]).toEqual([]);
});

test('of all that wait, those that are too old are swept away; notes on customers stay', async () => {
  const disk = createDisk();
  const storage = disk.open();
  await keepRecording(storage, 'lin', recording, 1000);
  await keepRecording(storage, 'mei', recording, day);
  await storage.put('notes', 'ben', { text: 'kind', tags: [] });
  await sweepRecordings(storage, 1000 + day);
  expect([...disk.rows.keys()].sort()).toEqual(['notes/ben', 'notes/recording mei']);
});

test('a recording that was sent is back with its message, and only with that one', async () => {
  const disk = createDisk();
  const storage = disk.open();
  await keepRecording(storage, 'lin', recording, 1000);
  await setRecordingAside(storage, 'lin', 2000);
  expect(await readRecording(storage, 'lin', 2000), 'not to be sent twice').toBeUndefined();
  await bringRecordingBack(storage, 'lin', new Blob(['spoken by a machine']), 3000);
  expect(await readRecording(storage, 'lin', 3000)).toBeUndefined();
  await bringRecordingBack(storage, 'lin', recording.sound, 3000);
  expect((await readRecording(storage, 'lin', 3000))?.seconds).toBe(3);
  await setRecordingAside(storage, 'lin', 4000);
  await dropRecordingAside(storage, 'lin');
  expect([...disk.rows.keys()]).toEqual([]);
});
