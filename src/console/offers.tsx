import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { timerDefaults } from '../a11y/timer-defaults.ts';
import { createTimer } from '../a11y/timers.ts';
import type { Offer } from '../domain/conversation.ts';
import { describeDuration } from '../domain/describe-duration.ts';
import { languageName } from '../domain/describe-offer.ts';
import { useSession, useWorkspace } from '../session/workspace.ts';

interface OffersProps {
  accept(offerId: string): void;
  decline(offerId: string): void;
  /** Hands out what gives all offers more time, for the command. */
  onReady(extend: () => boolean): void;
}

/** Customers who wait to be accepted. Mounted on every screen, so that they can be taken anywhere (A40). */
export function Offers(props: OffersProps): JSX.Element {
  const { t } = useWorkspace();
  const { desk } = useSession();
  const extenders = new Set<() => boolean>();
  props.onReady(() => [...extenders].map((extend) => extend()).some(Boolean));
  return (
    <section class="offers" data-region="offers" aria-labelledby="offers-heading">
      <h2 id="offers-heading">{t('offers.region')}</h2>
      <Show when={desk().offers.length} fallback={<p class="empty">{t('offers.none')}</p>}>
        <ul>
          <For each={desk().offers}>
            {(offer) => (
              <OfferCard
                offer={offer}
                accept={() => props.accept(offer.id)}
                decline={() => props.decline(offer.id)}
                register={(extend) => {
                  extenders.add(extend);
                  onCleanup(() => extenders.delete(extend));
                }}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}

interface OfferCardProps {
  readonly offer: Offer;
  accept(): void;
  decline(): void;
  register(extend: () => boolean): void;
}

function OfferCard(props: OfferCardProps): JSX.Element {
  const { t, clock, settings, now, queue } = useWorkspace();
  const session = useSession();
  const [isEnding, setEnding] = createSignal(false);
  const [left, setLeft] = createSignal(0);
  const { offer } = props;
  const { name } = offer.customer;
  const timer = createTimer({
    clock,
    ms: timerDefaults.accept,
    factor: () => settings().timers.accept,
    warnBefore: 20_000,
    onWarn: (left) => {
      setEnding(true);
      queue.announce({
        class: 'offer',
        priority: 1,
        text: t('offers.warning', { name, seconds: Math.round(left / 1000) }),
      });
    },
    onEnd: () => session.expire(offer.id),
  });
  /** Seen only: what is heard comes once, as the warning. */
  const tick = () => {
    setLeft(settings().countdowns ? Math.ceil((timer.left() ?? 0) / 1000) : 0);
    cancelTick = clock.after(1000, tick);
  };
  const extend = () => {
    setEnding(false);
    return timer.extend();
  };
  timer.start();
  let cancelTick = () => {};
  tick();
  props.register(extend);
  // A timer that the agent changes in the settings starts anew with the new length.
  createEffect(
    on(
      () => settings().timers.accept,
      () => timer.start(),
      { defer: true },
    ),
  );
  onCleanup(() => {
    timer.stop();
    cancelTick();
  });
  return (
    <li class="offer">
      <p class="who">{name}</p>
      <p class="topic" lang={offer.customer.language} dir="auto">
        {offer.topic}
      </p>
      <p class="meta">
        {languageName(offer.customer.language, t)}
        {t('app.comma')}
        {t('offers.waited', { time: describeDuration(now() - offer.since, t) })}
      </p>
      <Show when={left()}>
        <p class="meta" aria-hidden="true">
          {t('offers.left', { seconds: left() })}
        </p>
      </Show>
      <div class="row">
        <button type="button" class="primary" onClick={() => props.accept()}>
          {t('offers.accept', { name })}
        </button>
        <button type="button" onClick={() => props.decline()}>
          {t('offers.decline', { name })}
        </button>
        <Show when={isEnding()}>
          <button type="button" onClick={extend}>
            {t('offers.more')}
          </button>
        </Show>
      </div>
    </li>
  );
}
