import { createEffect, type JSX, onMount } from 'solid-js';
import { focusOnce } from '../ui/focus-once.ts';
import { useWorkspace } from './workspace.ts';

interface ScreenProps {
  readonly title: string;
  /** The document's title. */
  readonly pageTitle: string;
  readonly class?: string;
  /** Whether the heading takes the focus when the screen appears (A4). */
  readonly takesFocus: boolean;
  readonly children: JSX.Element;
}

/** A screen with one heading, its own document title, and focus on the heading (A4). */
export function Screen(props: ScreenProps): JSX.Element {
  const { setTitle } = useWorkspace();
  let heading!: HTMLHeadingElement;
  createEffect(() => {
    setTitle(props.pageTitle);
  });
  onMount(() => {
    if (props.takesFocus) focusOnce(heading);
  });
  return (
    <main id="content" class={`screen ${props.class ?? ''}`} data-region="main">
      {/* A new <select> makes Chromium tell of a selection, and Orca then goes there and leaves the
          heading unread, unless both are in one block. Blocks without an id are not in the tree. */}
      <div id="page">
        <h1 ref={heading}>{props.title}</h1>
        {props.children}
      </div>
    </main>
  );
}
