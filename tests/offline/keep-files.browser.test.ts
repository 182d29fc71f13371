import { describe, expect, it, onTestFinished } from 'vitest';
import { askWorker } from '../../src/offline/ask-worker.ts';
import { findUpdate, takeOver } from '../../src/offline/find-update.ts';
import { keepFiles } from '../../src/offline/keep-files.ts';
import { type KeepFailure, type KeptState, keptChannel } from '../../src/offline/worker-words.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { playRegistration, playWorker, stateOf } from './worker-rig.ts';

/** Keeps files with a worker that gives these answers to `keep-next`, one after the other. */
const keep = (answers: (KeptState | undefined)[], wants = { voice: false }) => {
  const { worker, asked } = playWorker(({ kind }) =>
    kind === 'keep-next' && answers.length > 1 ? answers.shift() : answers[0],
  );
  const registration = playRegistration({ active: worker });
  const clock = createFakeClock();
  // How long it waited for something to change; an answer is waited for longer than a first pause.
  const naps: number[] = [];
  const after: Clock['after'] = (ms, task) => {
    if (ms !== 240_000) naps.push(ms);
    return clock.after(ms, task);
  };
  const end = new AbortController();
  const told: unknown[] = [];
  const line = new BroadcastChannel(keptChannel);
  line.onmessage = ({ data }) => told.push(data);
  onTestFinished(() => {
    end.abort();
    line.close();
  });
  void keepFiles({
    registration,
    clock: { now: clock.now, after },
    wantsVoice: async () => wants.voice,
    quiet: async () => undefined,
    signal: end.signal,
  });
  const kinds = () => asked.map(({ kind }) => kind);
  return { asked, kinds, registration, clock, naps, told, line, end };
};
const failed = (failure: KeepFailure) => stateOf(1, { failure });

describe('keeping files', () => {
  it('goes on until all are here, tells each, and then sweeps', async () => {
    const { kinds, told } = keep([stateOf(1), stateOf(2), stateOf(3)]);
    await expect.poll(kinds).toEqual(['keep-next', 'keep-next', 'keep-next', 'sweep']);
    await expect.poll(() => told).toEqual(['kept', 'kept', 'kept']);
  });

  it('tries again later and later what fails, and at once when there is a link', async () => {
    const { kinds, clock, naps, told } = keep([failed('network')]);
    await expect.poll(() => naps).toEqual([5000]);
    await clock.advance(4900);
    expect(kinds()).toHaveLength(1);
    await clock.advance(100);
    await expect.poll(() => naps).toEqual([5000, 10_000]);
    await clock.advance(5000);
    expect(kinds()).toHaveLength(2);
    dispatchEvent(new Event('online'));
    await expect.poll(kinds).toHaveLength(3);
    await expect.poll(() => told).toEqual(['network', 'network', 'network']);
  });

  it('looks for a newer version when this one is not served any more', async () => {
    const { registration } = keep([failed('gone')]);
    await expect.poll(() => registration.updates).toBe(1);
  });

  it('fetches for the newest version that is installed', async () => {
    const { registration, naps, asked } = keep([stateOf(3)]);
    await expect.poll(() => naps).toHaveLength(1);
    const before = asked.length;
    const newer = playWorker(() => stateOf(3, { entry: '/assets/b.js' }), 'installed');
    const arriving = playWorker(() => undefined, 'installing').worker;
    Object.assign(registration, { installing: arriving });
    registration.dispatchEvent(new Event('updatefound'));
    Object.assign(registration, { installing: null, waiting: newer.worker });
    arriving.dispatchEvent(new Event('statechange'));
    await expect.poll(() => newer.asked.map(({ kind }) => kind)).toEqual(['keep-next']);
    // The one that waits does not sweep: tabs are open that it knows nothing of.
    await expect.poll(() => naps).toHaveLength(2);
    expect(asked).toHaveLength(before);
  });

  it('asks for the voice once somebody has chosen it', async () => {
    const wants = { voice: false };
    const { asked, naps, line } = keep([stateOf(3)], wants);
    await expect.poll(() => naps).toHaveLength(1);
    wants.voice = true;
    line.postMessage('voice');
    await expect.poll(() => asked).toContainEqual({ kind: 'keep-next', voice: true });
  });

  it('looks for a newer version after six hours, and ends with its owner', async () => {
    const { registration, clock, naps, end } = keep([stateOf(3)]);
    await expect.poll(() => naps).toHaveLength(1);
    await clock.advance(6 * 3_600_000);
    await expect.poll(() => registration.updates).toBe(1);
    await expect.poll(() => naps).toHaveLength(2);
    end.abort();
    await expect.poll(() => clock.pending).toBe(0);
    expect(registration.updates).toBe(1);
  });
});

describe('asking a worker', () => {
  it('is over after a while when the browser has ended it', async () => {
    const clock = createFakeClock();
    const answer = askWorker(playWorker(() => 'silent').worker, { kind: 'state' }, clock);
    await clock.advance(240_000);
    expect(await answer).toBeUndefined();
  });

  it('takes no answer that is none', async () => {
    const odd = { hello: 1 } as unknown as KeptState;
    const clock = createFakeClock();
    expect(await askWorker(playWorker(() => odd).worker, { kind: 'state' }, clock)).toBeUndefined();
    expect(clock.pending).toBe(0);
  });
});

describe('a newer version', () => {
  const find = (state: KeptState | undefined) => {
    const { worker } = playWorker(() => state, 'installed');
    const registration = playRegistration({ waiting: worker });
    return findUpdate(registration, '/assets/a.js', createFakeClock());
  };

  it('is one of which everything is here and which this page is not', async () => {
    expect(await find(stateOf(3, { entry: '/assets/b.js' }))).toBeDefined();
    expect(await find(stateOf(2, { entry: '/assets/b.js' }))).toBeUndefined();
    expect(await find(stateOf(3))).toBeUndefined();
    expect(await find(undefined)).toBeUndefined();
  });

  it('takes over when it is asked to, and is waited for no longer than ten seconds', async () => {
    const { worker, asked } = playWorker(() => undefined, 'installed');
    const container = new EventTarget() as ServiceWorkerContainer;
    const clock = createFakeClock();
    const first = takeOver(worker, container, clock);
    expect(asked).toEqual([{ kind: 'take-over' }]);
    container.dispatchEvent(new Event('controllerchange'));
    await first;
    expect(clock.pending).toBe(0);
    const second = takeOver(worker, container, clock);
    await clock.advance(10_000);
    await second;
  });

  it('need not be asked when it is the one that answers', async () => {
    const { worker, asked } = playWorker(() => undefined, 'activated');
    await takeOver(worker, new EventTarget() as ServiceWorkerContainer, createFakeClock());
    expect(asked).toEqual([]);
  });
});
