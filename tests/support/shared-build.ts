import { inject } from 'vitest';

/**
 * The production build that all journeys of a run share; nobody removes it or writes to it.
 * @param page an HTML file of the repository that is built in place of the desk
 * @returns its folder, with Vite's manifest
 */
export async function sharedBuild(page = ''): Promise<string> {
  const answer = await fetch(`${inject('builds')}/${page}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
