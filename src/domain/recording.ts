/** A sound that is here and can be played. */
export interface Recording {
  readonly sound: Blob;
  readonly seconds: number;
}
