/** Stands before a line of `says` that is a voice message: a character that nobody types. */
export const voiceMark = '\u0001';
