import { createRoot } from 'solid-js';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { createRouter, routes } from '../../src/session/create-router.ts';

/** A router over this page's own history. */
const setUp = (hash = '#/') => {
  history.replaceState(null, '', hash);
  return createRoot((dispose) => {
    onTestFinished(dispose);
    return { ...createRouter(window), dispose };
  });
};
/** Does something that the browser's history answers later. */
const popped = async (act: () => void) => {
  const over = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  act();
  await over;
};
const field = (id: string) => {
  const input = document.createElement('input');
  input.id = id;
  document.body.append(input);
  return input;
};

afterEach(() => {
  for (const input of document.querySelectorAll('body > input')) input.remove();
});

describe('addresses', () => {
  test.each(routes)('%s has one of its own, and it leads there', (route) => {
    const router = setUp();
    expect(setUp(router.href(route)).route()).toBe(route);
  });

  test.each(['', '#', '#/nowhere', '#settings', '#/settings/x', '#/__proto__'])(
    '“%s” leads to the start page',
    (hash) => {
      expect(setUp(hash || location.pathname + location.search).route()).toBe('start');
    },
  );

  test('follow where the agent goes', () => {
    const router = setUp();
    router.go('help');
    expect([router.route(), location.hash]).toEqual(['help', '#/help']);
    router.go('start');
    expect([router.route(), location.hash]).toEqual(['start', '#/']);
  });

  test('that the agent types lead there as well', async () => {
    const router = setUp();
    await popped(() => {
      location.hash = '#/settings';
    });
    expect(router.route()).toBe('settings');
    expect(router.hasMoved()).toBe(true);
  });
});

describe('going back', () => {
  test('leads where the agent came from', async () => {
    const router = setUp();
    router.go('help');
    router.go('settings');
    await popped(() => router.back('start'));
    expect(router.route()).toBe('help');
    await popped(() => router.back('desk'));
    expect(router.route()).toBe('start');
  });

  test('from the first page leads to the given one, not out of the desk', () => {
    const router = setUp('#/help');
    router.back('start');
    expect(router.route()).toBe('start');
  });

  test('after an address that was typed leads to the screen before it', async () => {
    const router = setUp('#/help');
    await popped(() => {
      location.hash = '#/settings';
    });
    await popped(() => router.back('start'));
    expect(router.route()).toBe('help');
  });
});

describe('A4: the focus', () => {
  test('is no screen’s to take before the agent has moved', () => {
    const router = setUp();
    expect(router.hasMoved()).toBe(false);
    router.go('start');
    expect(router.hasMoved()).toBe(false);
    router.go('help');
    expect(router.hasMoved()).toBe(true);
  });

  test('comes back to where it was on the screen that the agent goes back to', async () => {
    const router = setUp();
    const input = field('where-i-was');
    input.focus();
    router.go('help');
    expect(router.restoreFocus()).toBe(false);
    input.blur();
    await popped(() => router.back('start'));
    expect(router.restoreFocus()).toBe(true);
    expect(document.activeElement).toBe(input);
  });

  test('is not taken back when the agent goes on, even to a screen known before', () => {
    const router = setUp();
    field('where-i-was').focus();
    router.go('help');
    router.go('start');
    expect(router.restoreFocus()).toBe(false);
  });

  test('cannot come back to what is gone', async () => {
    const router = setUp();
    const input = field('gone');
    input.focus();
    router.go('help');
    input.remove();
    await popped(() => router.back('start'));
    expect(router.restoreFocus()).toBe(false);
  });
});

test('when it is over, the history means nothing to it', async () => {
  const router = setUp();
  router.go('help');
  router.dispose();
  await popped(() => history.back());
  expect(router.route()).toBe('help');
});
