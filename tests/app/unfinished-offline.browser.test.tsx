import { expect, it, vi } from 'vitest';
import { fetchHistory } from '../../src/connectors/practice/read-history.ts';
import { listJournals, writeJournal } from '../../src/session/journal.ts';
import { breakOff, comeBack, named, onDisk, otherTab, press, slow, texts } from './break-off.ts';

vi.mock('../../src/connectors/practice/read-history.ts', { spy: true });

it('what cannot be fetched is told as that: the practice stays, and stays this tab’s', async () => {
  const broken = await breakOff();
  const id = await onDisk(broken.database, async (storage, journal) => {
    const [at] = journal.entries.at(-1) ?? [0];
    const entries = [...journal.entries, [at, 'loadEarlier', ['any']] as const];
    await writeJournal(storage, { ...journal, entries });
    return journal.id;
  });
  vi.mocked(fetchHistory).mockRejectedValue(new TypeError('Failed to fetch'));
  const desk = await comeBack(broken);
  const other = otherTab(id);
  await press(named.en[0]);
  await expect.poll(() => desk.spoken.at(-1), slow).toMatch(/^This part could not be loaded/);
  expect(texts('.notices button')).toEqual(named.en);
  expect(document.activeElement?.textContent).toBe(named.en[0]);
  expect(await listJournals(desk.workspace.storage)).toEqual([id]);
  expect(desk.workspace.notices()).toEqual([]);
  expect(other.isHeld()).toBe(false);
  await press(named.en[2]);
  await expect.poll(other.isHeld, slow).toBe(true);
  other.free();
}, 30_000);
