/**
 * What no message needs and a hostile one may have: characters of control, and marks that turn the
 * direction of what stands around them (Unicode Standard Annex 9). Only for `replace`.
 */
export const unwanted = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
