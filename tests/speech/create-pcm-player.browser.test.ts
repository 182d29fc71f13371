import { beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { systemClock } from '../../src/shared/clock.ts';
import { createPcmPlayer } from '../../src/speech/create-pcm-player.ts';
import { eventually } from '../support/eventually.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { makeUpStream } from './made-up-stream.ts';

const { signal: never } = new AbortController();
const said = { ok: true, value: undefined };
let made: AudioContext[];
const createContext = (sampleRate: number) => {
  const context = new AudioContext({ sampleRate });
  made.push(context);
  return context;
};

beforeAll(() => userEvent.click(document.body));
beforeEach(() => {
  made = [];
  onTestFinished(async () => {
    for (const context of made) await context.close().catch(() => undefined);
  });
});

it('asks for the sound card when it is first needed, and keeps it', async () => {
  const player = createPcmPlayer(systemClock, createContext);
  expect(made).toHaveLength(0);
  expect(await player.play(makeUpStream([{ seconds: 0.1 }]), { signal: never, volume: 1 })).toEqual(
    said,
  );
  await player.play(makeUpStream([{ seconds: 0.1 }]), { signal: never, volume: 1 });
  expect(made).toHaveLength(1);
  expect(made[0]?.sampleRate).toBe(22_050);
});

it('lets go of the sound card when it has been silent for a while, and wakes it again', async () => {
  const idle: (() => void)[] = [];
  const clock = {
    ...systemClock,
    after: (ms: number, task: () => void) => {
      if (ms < 20_000) return systemClock.after(ms, task);
      idle.push(task);
      return () => idle.splice(idle.indexOf(task), 1);
    },
  };
  const player = createPcmPlayer(clock, createContext);
  const play = () => player.play(makeUpStream([{ seconds: 0.1 }]), { signal: never, volume: 1 });
  await play();
  expect(idle).toHaveLength(1);
  idle.pop()?.();
  await eventually(() => made[0]?.state === 'suspended' || undefined);
  expect(await play()).toEqual(said);
  expect(made).toHaveLength(1);
});

it('speaks on the default device when the chosen one is gone', async () => {
  const player = createPcmPlayer(systemClock, createContext);
  const options = { signal: never, volume: 1, outputDevice: 'a headset that was unplugged' };
  expect(await player.play(makeUpStream([{ seconds: 0.1 }]), options)).toEqual(said);
  expect(made.map(({ state }) => state)).toEqual(['closed', 'running']);
});

it('says that a gesture is needed when the browser does not start the sound', async () => {
  const clock = createFakeClock();
  const player = createPcmPlayer(clock, (sampleRate) => {
    const context = createContext(sampleRate);
    Object.defineProperties(context, {
      state: { get: () => 'suspended' },
      resume: { value: () => new Promise(() => {}) },
    });
    return context;
  });
  const stream = makeUpStream([{ seconds: 0.1 }]);
  const playing = player.play(stream, { signal: never, volume: 1 });
  await clock.advance(2500);
  expect(await playing).toEqual({ ok: false, error: { kind: 'needs-gesture' } });
  expect(stream.pulls()).toBe(0);
});

it('is given up at once while the sound card wakes', async () => {
  const player = createPcmPlayer(createFakeClock(), (sampleRate) => {
    const context = createContext(sampleRate);
    Object.defineProperty(context, 'resume', { value: () => new Promise(() => {}) });
    void context.suspend();
    return context;
  });
  const controller = new AbortController();
  const playing = player.play(makeUpStream([{ seconds: 1 }]), {
    signal: controller.signal,
    volume: 1,
  });
  controller.abort();
  expect(await playing).toEqual({ ok: false, error: { kind: 'aborted' } });
});

it('takes another way to the sound card after one that stood still', async () => {
  const clock = createFakeClock();
  const player = createPcmPlayer(clock, (sampleRate) => {
    const context = createContext(sampleRate);
    Object.defineProperty(context, 'state', { get: () => 'running' });
    Object.defineProperty(context, 'currentTime', { get: () => 1 });
    return context;
  });
  const playing = player.play(makeUpStream([{ seconds: 1 }]), { signal: never, volume: 1 });
  for (let second = 0; second < 12; second += 1) await clock.advance(1000);
  expect(await playing).toEqual({ ok: false, error: { kind: 'engine-silent' } });
  const again = player.play(makeUpStream([]), { signal: never, volume: 1 });
  expect(await again).toEqual(said);
  expect(made).toHaveLength(2);
});

it('closes what it has opened', async () => {
  const player = createPcmPlayer(systemClock, createContext);
  await player.play(makeUpStream([{ seconds: 0.1 }]), { signal: never, volume: 1 });
  player.dispose();
  player.dispose();
  await eventually(() => made[0]?.state === 'closed' || undefined);
});
