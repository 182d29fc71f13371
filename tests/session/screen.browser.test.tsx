import { createSignal } from 'solid-js';
import { expect, onTestFinished, test } from 'vitest';
import { render } from '#dom';
import { Screen } from '../../src/session/screen.tsx';
import {
  useSession,
  useWorkspace,
  type Workspace,
  WorkspaceProvider,
} from '../../src/session/workspace.ts';

const setUp = (takesFocus: boolean) => {
  const titles: string[] = [];
  const workspace = { setTitle: (title: string) => titles.push(title) } as unknown as Workspace;
  const [title, setTitle] = createSignal('Help');
  const root = document.createElement('div');
  document.body.append(root);
  const dispose = render(
    () => (
      <WorkspaceProvider value={workspace}>
        <Screen
          title={title()}
          pageTitle={`${title()} – Harebell`}
          takesFocus={takesFocus}
          class="x"
        >
          <p>Content</p>
        </Screen>
      </WorkspaceProvider>
    ),
    root,
  );
  onTestFinished(() => {
    dispose();
    root.remove();
  });
  return { root, titles, setTitle };
};

test('A1, A3: a screen is the one main region, with its heading before all else', () => {
  const { root } = setUp(false);
  const main = root.querySelector('main');
  expect([main?.id, main?.className, main?.dataset['region']]).toEqual([
    'content',
    'screen x',
    'main',
  ]);
  expect(main?.querySelector('#page')?.firstElementChild?.tagName).toBe('H1');
  expect(root.querySelectorAll('h1')).toHaveLength(1);
});

test('A4: a screen that the agent went to gives its heading the focus, for once', () => {
  const { root } = setUp(true);
  const heading = root.querySelector('h1');
  expect(document.activeElement).toBe(heading);
  expect(heading?.tabIndex).toBe(-1);
  heading?.blur();
  expect(heading?.hasAttribute('tabindex')).toBe(false);
});

test('A4: the first screen leaves the focus where the page begins', () => {
  const { root } = setUp(false);
  expect(document.activeElement).toBe(document.body);
  expect(root.querySelector('[tabindex]')).toBeNull();
});

test('A4: the document’s title follows the screen’s, also into another language', () => {
  const { titles, setTitle, root } = setUp(false);
  expect(titles).toEqual(['Help – Harebell']);
  setTitle('帮助');
  expect(titles).toEqual(['Help – Harebell', '帮助 – Harebell']);
  expect(root.querySelector('h1')?.textContent).toBe('帮助');
});

test('a component outside of a workspace, or of a shift, is a bug and says so', () => {
  expect(() => useWorkspace()).toThrow('No workspace');
  const root = document.createElement('div');
  const Lost = () => <p>{useSession().desk().connection}</p>;
  const workspace = { session: () => undefined } as unknown as Workspace;
  expect(() =>
    render(
      () => (
        <WorkspaceProvider value={workspace}>
          <Lost />
        </WorkspaceProvider>
      ),
      root,
    ),
  ).toThrow('No shift');
});
