import { type Component, createSignal, Show } from 'solid-js';
import { expect, onTestFinished, test } from 'vitest';
import { createComponent, render } from '#dom';
import { deferred } from '../../src/session/deferred.tsx';
import { type Workspace, WorkspaceProvider } from '../../src/session/workspace.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { english } from '../support/samples.ts';

interface Props {
  readonly name: string;
}
const Real: Component<Props> = (props) => <h1>Here is {props.name}</h1>;

/** A part whose code and sentences come, or fail to come, when the test says so. */
const setUp = (sentences?: 'settings') => {
  const clock = createFakeClock();
  const said: string[] = [];
  const tries: { come(): void; fail(): void }[] = [];
  const asked: (string | undefined)[] = [];
  let missing: Error | undefined;
  const allSentences = async (part?: 'settings') => {
    asked.push(part);
    if (missing) throw missing;
  };
  const Part = deferred<Props>(
    () =>
      new Promise((resolve, reject) => {
        tries.push({ come: () => resolve(Real), fail: () => reject(new Error('no link')) });
      }),
    sentences,
  );
  const workspace = {
    t: english,
    say: (text: string) => said.push(text),
    allSentences,
    clock,
  } as unknown as Workspace;
  const [name, setName] = createSignal('Lin');
  const [isShown, setShown] = createSignal(true);
  const root = document.createElement('main');
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const show = () => {
    document.body.append(root);
    const dispose = render(
      () => (
        <WorkspaceProvider value={workspace}>
          <Show when={isShown()}>
            {createComponent(Part, {
              get name() {
                return name();
              },
            })}
          </Show>
        </WorkspaceProvider>
      ),
      root,
    );
    onTestFinished(() => {
      dispose();
      root.remove();
    });
  };
  return {
    Part,
    clock,
    said,
    root,
    show,
    setName,
    setShown,
    allSentences,
    asked,
    tries: () => tries.length,
    loseSentences: (error: Error | undefined) => {
      missing = error;
    },
    come: async () => {
      tries.at(-1)?.come();
      await settle();
    },
    fail: async () => {
      tries.at(-1)?.fail();
      await settle();
    },
  };
};

test('a sentence stands there until the code has come, then the part, which follows its values', async () => {
  const { show, root, come, setName, said } = setUp();
  show();
  expect(root.textContent).toBe('One moment …');
  await come();
  expect(root.innerHTML).toBe('<h1>Here is Lin</h1>');
  setName('Bo');
  expect(root.textContent).toBe('Here is Bo');
  expect(said).toEqual([]);
});

test('A39: a wait that lasts takes a focus that is on nothing, not one that is on something', async () => {
  const { show, root, clock } = setUp();
  show();
  await clock.advance(299);
  expect(document.activeElement).toBe(document.body);
  await clock.advance(1);
  expect(document.activeElement).toBe(root.querySelector('.loading'));
  const input = document.createElement('input');
  document.body.append(input);
  onTestFinished(() => input.remove());
  input.focus();
  const second = setUp();
  second.show();
  await second.clock.advance(1000);
  expect(document.activeElement).toBe(input);
});

test('a short wait takes nothing, however soon the part goes again', async () => {
  const { show, come, clock, setShown } = setUp();
  show();
  await clock.advance(200);
  await come();
  setShown(false);
  await clock.advance(1000);
  expect(document.activeElement).toBe(document.body);
  expect(clock.pending).toBe(0);
});

test('A39: code that cannot be fetched is told in sight and in speech, and another try works', async () => {
  const { show, root, fail, come, said, tries } = setUp();
  show();
  await fail();
  const sentence = 'This part could not be loaded. Check the connection and try again.';
  expect(said).toEqual([sentence]);
  expect(root.textContent).toContain(sentence);
  const again = root.querySelector('button');
  expect(again?.textContent).toBe('Try again');
  again?.click();
  expect(root.textContent).toBe('One moment …');
  expect(tries()).toBe(2);
  await fail();
  expect(said).toHaveLength(2);
  root.querySelector('button')?.click();
  await come();
  expect(root.textContent).toBe('Here is Lin');
  expect(said).toHaveLength(2);
});

test('sentences that cannot be fetched are as bad as code that cannot', async () => {
  const { show, root, come, said, loseSentences } = setUp();
  loseSentences(new Error('no link'));
  show();
  await come();
  expect(said).toHaveLength(1);
  loseSentences(undefined);
  root.querySelector('button')?.click();
  await come();
  expect(root.textContent).toBe('Here is Lin');
});

test('asks for the sentences that it needs', async () => {
  for (const sentences of [undefined, 'settings'] as const) {
    const { show, come, asked } = setUp(sentences);
    show();
    await come();
    expect(asked).toEqual([sentences]);
  }
});

test('fetched ahead, it is there in one step', async () => {
  const { Part, show, root, come, tries, allSentences } = setUp();
  const ready = Part.prepare(allSentences);
  await come();
  await ready;
  expect(Part.prepare(allSentences)).toBeUndefined();
  show();
  expect(root.textContent).toBe('Here is Lin');
  expect(tries()).toBe(1);
});

test('fetched ahead in vain, it says so only where it is shown, after a try of its own', async () => {
  const { Part, show, root, fail, said, tries, allSentences } = setUp();
  const ready = Part.prepare(allSentences);
  await fail();
  await expect(ready).resolves.toBeUndefined();
  expect(said).toEqual([]);
  show();
  expect(tries()).toBe(2);
  await fail();
  expect(said).toHaveLength(1);
  expect(root.querySelector('button')).not.toBeNull();
});
