/** A reply of the starter library: in each language its title and its words. */
export interface StarterReply {
  readonly shortcut: string;
  readonly en: readonly [title: string, text: string];
  readonly zh: readonly [title: string, text: string];
}
