import type { JSX } from 'solid-js';
import type { Route } from './create-router.ts';
import { useWorkspace } from './workspace.ts';

interface LinkProps {
  readonly to: Route;
  readonly id: string;
  readonly class?: string;
  /** The id of what says more about it. */
  readonly hint?: string;
  readonly text: string;
}

/** A link to a screen. Pressed with Ctrl, Shift and the like it does what links do: a tab, a window. */
export function Link(props: LinkProps): JSX.Element {
  const { router } = useWorkspace();
  return (
    <a
      id={props.id}
      class={props.class}
      href={router.href(props.to)}
      aria-current={router.route() === props.to ? 'page' : undefined}
      aria-describedby={props.hint}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        router.go(props.to);
      }}
    >
      {props.text}
    </a>
  );
}
