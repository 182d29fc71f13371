import type { CannedResponse } from './canned-response.ts';
import type { FilePlace } from './import-error.ts';

/** A response as a file has it, and where it stands there. */
export interface FileEntry {
  readonly place: FilePlace;
  readonly response: Omit<CannedResponse, 'id'>;
}
