import type { DeskState } from '../domain/desk-state.ts';

/** How many messages of the agent the server does not have. */
export const countUnsent = (desk: DeskState | undefined): number =>
  (desk?.conversations ?? [])
    .flatMap(({ messages }) => messages)
    .filter(
      ({ delivery = '', failure }) =>
        failure !== 'unsure' && ['waiting', 'sending', 'failed'].includes(delivery),
    ).length;
