import type { ConnectorEvent } from './connector-event.ts';
import type { Message } from './message.ts';

/**
 * What happens to the agent's own messages on their way out. Every tab of the desk tells the same.
 * `message.queued` may come for a message that is known already; it then only stands anew.
 */
export type OutboxEvent =
  /** Kept, and not yet handed over: delivery `waiting`. */
  | { readonly type: 'message.queued'; readonly message: Message }
  | {
      readonly type:
        | 'message.sending'
        /** Back from `sending` or `failed`: there was no link, or the agent tries again. */
        | 'message.waiting'
        | 'message.sent'
        | 'message.taken-back';
      readonly conversationId: string;
      readonly messageId: string;
    }
  | Extract<ConnectorEvent, { readonly type: 'message.failed' }>
  /** An older message is in doubt; for a desk that does not show it. */
  | Extract<ConnectorEvent, { readonly type: 'history.loaded' }>;
