import { onCleanup } from 'solid-js';
import type { Workspace } from '../session/workspace.ts';

/** What an agent does with offers, from a button or a key, on any screen. */
export interface DeskActions {
  accept(offerId: string): void;
  acceptFirst(): void;
  decline(offerId: string): void;
  declineFirst(): void;
}

/**
 * Accepting opens the conversation, goes to its reply box and says the customer's words; drafts of
 * other conversations stay. Accepting by itself (a setting) moves nothing (A39).
 */
export function createDeskActions(workspace: Workspace): DeskActions {
  const { t, say, router } = workspace;
  /** Customers whom the agent took just now, and to whom the focus shall go. */
  const wanted = new Set<string>();

  const take = (offerId: string, byHand: boolean) => {
    const session = workspace.session();
    const offer = session?.desk().offers.find(({ id }) => id === offerId);
    if (!session || !offer) return;
    const { conversations, availability } = session.desk();
    const count = conversations.filter(({ state }) => state === 'open').length;
    if (count >= availability.capacity) {
      if (byHand) say(t('offers.full', { count, most: availability.capacity }));
      return;
    }
    workspace.queue.drop(offerId);
    if (byHand) wanted.add(offer.customer.id);
    void session.accept(offerId).then((taken) => {
      if (taken || !byHand) return;
      wanted.delete(offer.customer.id);
      say(t('offers.gone'));
    });
  };
  const decline = (offerId: string) => {
    const session = workspace.session();
    const offer = session?.desk().offers.find(({ id }) => id === offerId);
    if (!session || !offer) return;
    workspace.queue.drop(offerId);
    session.decline(offerId);
    say(t('offers.declined', { name: offer.customer.name }));
  };
  const first = (act: (offerId: string) => void) => {
    const offer = workspace.session()?.desk().offers[0];
    if (offer) act(offer.id);
    else say(t('offers.none'));
  };

  onCleanup(
    workspace.onDeskEvent((event) => {
      const session = workspace.session();
      if (!session) return;
      if (event.type === 'conversation.opened') {
        const { conversation } = event;
        const { id, customer, messages, language } = conversation;
        if (wanted.delete(customer.id)) {
          router.go('desk');
          session.select(id);
          queueMicrotask(() => document.getElementById('reply')?.focus());
          const words = messages.map(({ text }) => text).join(' ');
          if (words) say(t('spoken.from', { name: customer.name, text: words }), language);
        } else if (!session.desk().selectedId) session.select(id);
      }
      if (event.type === 'conversation.closed') workspace.drafts.remove(event.conversationId);
      if (event.type === 'run.ended') router.go('debrief');
      const { settings } = workspace;
      if (
        settings().autoAccept &&
        session.desk().availability.status === 'available' &&
        (event.type === 'offer.received' || event.type === 'conversation.closed')
      ) {
        const [offer] = session.desk().offers;
        if (offer) take(offer.id, false);
      }
    }),
  );
  return {
    accept: (offerId) => take(offerId, true),
    acceptFirst: () => first((id) => take(id, true)),
    decline,
    declineFirst: () => first(decline),
  };
}
