import { expect, onTestFinished, test } from 'vitest';
import { createShadowing } from '../../src/session/create-shadowing.ts';
import '../../src/session/create-speech.ts';
import { userEvent } from 'vitest/browser';
import { openDesk } from '../support/open-desk.tsx';
import { playMicrophone } from '../support/open-voice.ts';

/** Shadowing at a desk whose voice says everything at once, or never ends. */
async function open({
  isEndless = false,
  fetched = Promise.resolve(),
  refusal,
}: {
  isEndless?: boolean;
  /** When the voice is there. */
  fetched?: Promise<void>;
  refusal?: DOMException;
} = {}) {
  const track = playMicrophone(refusal);
  const desk = await openDesk({ signedOut: true });
  const read: string[] = [];
  let end = () => {};
  const built = await desk.workspace.speech();
  Object.assign(desk.workspace, {
    speech: () =>
      fetched.then(() => ({
        ...built,
        reader: {
          ...built.reader,
          read: ({ text }: { text: string }) =>
            new Promise((resolve) => {
              read.push(text);
              end = () => resolve({ ok: false, error: { kind: 'aborted', unsaid: text } });
              if (!isEndless) resolve({ ok: true, value: undefined });
            }),
          stop: () => {
            end();
            return true;
          },
        },
      })),
  });
  const shadowing = createShadowing(desk.workspace);
  onTestFinished(() => shadowing.dispose());
  // Sound is only played after a key.
  await userEvent.keyboard('{Shift}');
  return { ...desk, shadowing, read, track };
}

test('the phrase is heard, then spoken, then both are heard; nothing is kept', async () => {
  const { shadowing, read, track, spoken, workspace } = await open();
  const { toggle, state } = shadowing;
  expect(state()).toBe('idle');
  void toggle('One moment, please.');
  await expect.poll(state).toBe('recording');
  expect(read).toEqual(['One moment, please.']);
  await expect.poll(() => spoken.at(-1)).toBe('Speak now (press when done)');
  const begun = performance.now();
  await expect.poll(() => performance.now() - begun).toBeGreaterThan(600);
  void toggle('One moment, please.');
  await expect.poll(state).toBe('playing');
  expect(track().readyState).toBe('ended');
  await expect.poll(() => spoken.at(-1)).toBe('That was both, the phrase and you.');
  expect([state(), read.length]).toEqual(['idle', 2]);
  expect(await workspace.storage.all('training')).toEqual([]);
});

test('it can be stopped while the phrase is heard, and no microphone opens then', async () => {
  const { shadowing, spoken, track } = await open({ isEndless: true });
  void shadowing.toggle('One moment, please.');
  await expect.poll(shadowing.state).toBe('hearing');
  await shadowing.toggle('One moment, please.');
  await expect.poll(() => spoken.at(-1)).toBe('Stopped.');
  expect([shadowing.state(), track()]).toEqual(['idle', undefined]);
});

test('begun, stopped and begun anew while the voice is fetched: only the last one goes on', async () => {
  let arrive = () => {};
  const fetched = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { shadowing, read, track } = await open({ isEndless: true, fetched });
  const first = shadowing.toggle('One moment, please.');
  const stopped = shadowing.toggle('One moment, please.');
  expect(shadowing.state()).toBe('idle');
  // A moment later, as when a key is pressed again.
  await new Promise((resolve) => setTimeout(resolve));
  void shadowing.toggle('Thank you.');
  arrive();
  await Promise.all([first, stopped]);
  await expect.poll(() => read.at(-1)).toBe('Thank you.');
  expect([shadowing.state(), track()]).toEqual(['hearing', undefined]);
});

test('a microphone that may not be used is told of', async () => {
  const { shadowing, spoken } = await open({ refusal: new DOMException('no', 'NotAllowedError') });
  await shadowing.toggle('One moment, please.');
  expect(shadowing.state()).toBe('idle');
  await expect.poll(() => spoken.at(-1)).toMatch(/microphone/i);
});

test('leaving closes the microphone', async () => {
  const { shadowing, track } = await open();
  void shadowing.toggle('One moment, please.');
  await expect.poll(shadowing.state).toBe('recording');
  shadowing.dispose();
  await expect.poll(() => track().readyState).toBe('ended');
});
