/** What a page asks of the service worker. A page may be older than its worker: words only get more. */
export type WorkerRequest =
  | { readonly kind: 'state' }
  /** Fetches the next file that is missing, one and no more: the page sets the pace. */
  | { readonly kind: 'keep-next'; readonly voice: boolean }
  | { readonly kind: 'forget-voice' }
  /** Removes what neither this version nor a tab of an earlier one needs. */
  | { readonly kind: 'sweep' }
  /** Takes the place of the version before, although tabs of that are open. */
  | { readonly kind: 'take-over' };

/**
 * Why a file is not kept: no answer or a broken one; another answer than this version's (a newer one
 * is being served, or a hotspot wants a password); no room.
 */
export type KeepFailure = 'network' | 'gone' | 'full';

/** How far a worker has come with its version of the program. */
export interface KeptState {
  readonly version: string;
  readonly entry: string;
  readonly kept: number;
  readonly files: number;
  /** Bytes of the files, without the voice. */
  readonly bytes: number;
  readonly voice: {
    readonly kept: number;
    readonly files: number;
    readonly bytes: number;
    readonly packed: number;
  };
  readonly failure?: KeepFailure;
}

/** Whether nothing is missing, of the voice too if it is wanted. */
export const isWhole = ({ kept, files, voice }: KeptState, wantsVoice = false): boolean =>
  kept === files && (!wantsVoice || voice.kept === voice.files);

/** The lock that a tab holds while it lives, so that the files of its version are not taken away. */
export const tabLock = (entry: string): string => `harebell-tab ${entry}`;

/** Where tabs tell each other that there is something new to ask the worker for. */
export const keptChannel = 'harebell-kept';
