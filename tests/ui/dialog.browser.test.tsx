import { createSignal, type JSX, Show } from 'solid-js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from '#dom';
import { Confirm } from '../../src/ui/confirm.tsx';
import { Dialog, tabStops } from '../../src/ui/dialog.tsx';
import { focusOnce } from '../../src/ui/focus-once.ts';
import { checkAxe } from '../support/check-axe.ts';

const focused = () => document.activeElement as HTMLElement;
const by = (id: string) => document.getElementById(id) as HTMLElement;

/** A page with a button before and after, over which a dialog opens and closes. */
const setUp = (dialog: (close: () => void) => JSX.Element) => {
  const root = document.createElement('div');
  document.body.append(root);
  const [isOpen, setOpen] = createSignal(false);
  const dispose = render(
    () => (
      <>
        <button type="button" id="before" onClick={() => setOpen(true)}>
          Open
        </button>
        <Show when={isOpen()}>{dialog(() => setOpen(false))}</Show>
        <button type="button" id="after">
          After
        </button>
      </>
    ),
    root,
  );
  onTestFinished(() => {
    dispose();
    root.remove();
  });
  by('before').focus();
  return { open: () => setOpen(true), close: () => setOpen(false) };
};
const fields = (close: () => void) => (
  <Dialog id="d" title="A question" description="Think twice." onClose={close}>
    <button type="button" id="one">
      One
    </button>
    <button type="button" disabled>
      Not now
    </button>
    <button type="button" id="hidden" style={{ display: 'none' }}>
      Hidden
    </button>
    <input id="two" aria-label="Two" />
    <button type="button" id="three">
      Three
    </button>
    <button type="button" tabindex="-1">
      By arrows
    </button>
  </Dialog>
);

describe('a dialog', () => {
  it('A48: has its title as its name and its sentence as description', async () => {
    setUp(fields).open();
    const dialog = by('d');
    expect(dialog.getAttribute('aria-modal')).toBe('true');
    await expect
      .element(page.getByRole('dialog', { name: 'A question' }))
      .toHaveAccessibleDescription('Think twice.');
    await checkAxe(dialog);
  });

  it('without a sentence refers to none', () => {
    setUp((close) => (
      <Dialog id="d" title="A question" onClose={close}>
        <p>Nothing to press.</p>
      </Dialog>
    )).open();
    expect(by('d').hasAttribute('aria-describedby')).toBe(false);
    // With nothing to press, it holds the focus itself.
    expect(focused()).toBe(by('d'));
  });

  it('takes the focus to the first thing that Tab reaches', () => {
    setUp(fields).open();
    expect(focused().id).toBe('one');
    expect(tabStops(by('d')).map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  });

  it('Tab goes round inside, both ways, past what cannot be reached', async () => {
    setUp(fields).open();
    const order: string[] = [];
    for (let step = 0; step < 4; step += 1) {
      await userEvent.tab();
      order.push(focused().id);
    }
    expect(order).toEqual(['two', 'three', 'one', 'two']);
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    expect(focused().id).toBe('three');
  });

  it('A39: Escape closes it, gives the focus back, and nobody outside hears of the key', async () => {
    setUp(fields).open();
    let heard = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') heard += 1;
    };
    addEventListener('keydown', listen);
    onTestFinished(() => removeEventListener('keydown', listen));
    await userEvent.keyboard('{Escape}');
    expect(by('d')).toBeNull();
    expect(focused().id).toBe('before');
    expect(heard).toBe(0);
  });

  it('Escape that only ends the choice of a character does not close it', () => {
    setUp(fields).open();
    by('two').focus();
    const event = new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true });
    by('two').dispatchEvent(event);
    expect(by('d')).not.toBeNull();
  });

  it('A39: does not look for a place that is gone by then', () => {
    const { open, close } = setUp(fields);
    open();
    by('before').remove();
    close();
    expect(focused()).toBe(document.body);
  });
});

describe('a question before something that cannot be undone', () => {
  const ask = (answers: string[]) => (close: () => void) => (
    <Confirm
      id="ask"
      title="End it?"
      description="This cannot be undone."
      confirm="End it"
      keep="Keep it"
      onConfirm={() => {
        answers.push('end');
        close();
      }}
      onClose={() => {
        answers.push('keep');
        close();
      }}
    />
  );

  it.each([
    ['A18: Enter keeps it: the safe answer has the focus', '{Enter}', 'keep'],
    ['A18: Escape keeps it', '{Escape}', 'keep'],
    ['A18: the other answer is one Tab away', '{Tab}{Enter}', 'end'],
  ])('%s', async (_, keys, answer) => {
    const answers: string[] = [];
    setUp(ask(answers)).open();
    expect(focused().textContent).toBe('Keep it');
    await userEvent.keyboard(keys);
    expect(answers).toEqual([answer]);
    expect(focused().id).toBe('before');
  });

  it('A48: says what it is about, and satisfies axe', async () => {
    setUp(ask([])).open();
    await expect
      .element(page.getByRole('dialog', { name: 'End it?' }))
      .toHaveAccessibleDescription('This cannot be undone.');
    await checkAxe(by('ask'));
  });
});

describe('the focus for once', () => {
  it('A4: a heading takes it and is as before when it has gone on', () => {
    setUp(() => <h2 id="heading">Here</h2>).open();
    const heading = by('heading');
    for (let time = 0; time < 2; time += 1) {
      focusOnce(heading);
      expect(focused()).toBe(heading);
      expect(heading.getAttribute('tabindex')).toBe('-1');
      by('after').focus();
      expect(heading.hasAttribute('tabindex')).toBe(false);
    }
  });

  it('what is not there takes none', () => {
    setUp(() => <p />);
    focusOnce(null);
    focusOnce(undefined);
    expect(focused().id).toBe('before');
  });
});
