import { createEffect, on, onCleanup } from 'solid-js';
import { timerDefaults } from '../a11y/timer-defaults.ts';
import { createTimer } from '../a11y/timers.ts';
import { passedThreshold } from '../a11y/waiting.ts';
import { describeDuration } from '../domain/describe-duration.ts';
import type { Session } from '../session/create-session.ts';
import type { Workspace } from '../session/workspace.ts';

/**
 * Watches over the shift: says when a customer's waiting passes a threshold (A41), and sets an
 * agent who does nothing to away, after a warning (A42).
 */
export function createWatches(workspace: Workspace, shift: Session): void {
  const { queue, t, now, clock, settings } = workspace;

  createEffect(
    on(now, (at, before = at) => {
      for (const conversation of shift.desk().conversations) {
        const { waitingSince, customer, id } = conversation;
        if (waitingSince === undefined || !passedThreshold(waitingSince, before, at)) continue;
        queue.announce({
          class: 'waiting',
          priority: 1,
          text: t('spoken.waitThreshold', {
            name: customer.name,
            time: describeDuration(at - waitingSince, t),
          }),
          source: { id, name: customer.name },
        });
      }
      return at;
    }),
  );

  const idle = createTimer({
    clock,
    ms: timerDefaults.idle,
    factor: () => settings().timers.idle,
    warnBefore: 20_000,
    onWarn: (left) =>
      queue.announce({
        class: 'presence',
        priority: 0,
        text: t('idle.warning', { seconds: Math.round(left / 1000) }),
      }),
    onEnd: () => {
      if (shift.desk().availability.status !== 'available') return;
      shift.setAvailability({ ...shift.desk().availability, status: 'away' });
      queue.announce({ class: 'presence', priority: 0, text: t('availability.away') });
    },
  });
  createEffect(
    on(
      () => settings().timers.idle,
      () => (workspace.run() ? idle.stop() : idle.start()),
    ),
  );
  // A switch or a screen reader may never send a key: focus and input count as well (A42).
  const signs = ['keydown', 'pointerdown', 'input', 'focusin'] as const;
  for (const sign of signs) addEventListener(sign, idle.activity, { passive: true });
  onCleanup(() => {
    idle.stop();
    for (const sign of signs) removeEventListener(sign, idle.activity);
  });
}
