import type { LanguageTag } from '../shared/language.ts';
import type { Availability, Engine } from './engine.ts';

/** The engines of one kind, in the order in which they are tried. */
export interface Registry<E extends Engine> {
  readonly engines: readonly E[];
  /** By id. */
  get(id: string): E | undefined;
  /**
   * The engines that are ready for the language, the preferred one first.
   * @param preferred an id from the settings; unknown or empty changes nothing
   */
  ready(language: LanguageTag, preferred?: string): Promise<readonly E[]>;
  /** What each can do for the language, for showing it. */
  states(
    language: LanguageTag,
  ): Promise<readonly { readonly engine: E; readonly state: Availability }[]>;
  dispose(): void;
}

/** Makes a registry; which engines there are is decided where the services are built. */
export function createRegistry<E extends Engine>(engines: readonly E[]): Registry<E> {
  const states = (language: LanguageTag) =>
    Promise.all(
      engines.map(async (engine) => ({ engine, state: await engine.availability(language) })),
    );
  return {
    engines,
    get: (id) => engines.find((engine) => engine.id === id),
    states,
    ready: async (language, preferred) =>
      (await states(language))
        .filter(({ state }) => state.kind === 'ready')
        .map(({ engine }) => engine)
        .sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred)),
    dispose: () => {
      for (const engine of engines) engine.dispose();
    },
  };
}
