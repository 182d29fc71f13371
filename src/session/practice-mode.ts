import type { Settings } from '../domain/settings.ts';
import type { PracticeStart } from './workspace.ts';

/** How a practice is begun where the agent is free to choose: with the help that the settings say. */
export const chosenMode = ({ coach }: Settings): Pick<PracticeStart, 'mode' | 'spokenHints'> => ({
  mode: coach && coach !== 'off' ? 'coach' : 'practice',
  spokenHints: coach === 'spoken',
});
