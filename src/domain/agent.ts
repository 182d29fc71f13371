/** What an agent has told the desk about taking customers. */
export type AvailabilityStatus = 'available' | 'busy' | 'away' | 'offline';

/** Status, and how many conversations the agent takes at once (1 to 9). */
export interface Availability {
  readonly status: AvailabilityStatus;
  readonly capacity: number;
}

/** The person at this desk as a connector knows them. */
export interface Agent {
  readonly id: string;
  readonly name: string;
}
