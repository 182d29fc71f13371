import type { RunRecord } from '../domain/run-record.ts';
import { type Dimension, dimensions } from '../simulator/rubric.ts';

/** What a run came to in one skill. */
export interface SkillPoint {
  readonly run: RunRecord;
  /** Percent of what could be had, whole. */
  readonly points: number;
  /** Percent that a mentor may still add, whole. */
  readonly open: number;
}

/** A skill over the runs in which it was asked for, the oldest first. */
export interface Skill {
  readonly dimension: Dimension;
  readonly points: readonly SkillPoint[];
}

/** How many runs say what a skill is like now. */
const recent = 3;

/** The skills that were asked for in these runs, the oldest first, in the rubric's order. */
export const skillsOf = (runs: readonly RunRecord[]): readonly Skill[] =>
  dimensions
    .map((dimension) => ({
      dimension,
      points: runs.flatMap((run): readonly SkillPoint[] => {
        const score = run.dimensions.find((each) => each.dimension === dimension);
        if (!score?.of) return [];
        const percent = (part: number) => Math.round((part * 100) / score.of);
        return [{ run, points: percent(score.points), open: percent(score.open) }];
      }),
    }))
    .filter(({ points }) => points.length > 0);

/** From where to where a skill went; the same twice after one run. */
export const spanOf = ({ points }: Skill): { readonly from: number; readonly to: number } => ({
  from: points[0]?.points ?? 0,
  to: points.at(-1)?.points ?? 0,
});

const rise = (skill: Skill): number => spanOf(skill).to - spanOf(skill).from;

/** What could still be had in the last runs, percent; what a mentor has to judge is not held against anyone. */
const room = ({ points }: Skill): number => {
  const last = points.slice(-recent);
  return 100 - last.reduce((sum, each) => sum + each.points + each.open, 0) / last.length;
};

/** The one with the most of it, if any has some; the first of equals. */
const most = (skills: readonly Skill[], of: (skill: Skill) => number): Skill | undefined =>
  skills.reduce<Skill | undefined>(
    (best, skill) => (of(skill) > (best ? of(best) : 0) ? skill : best),
    undefined,
  );

/** The skill that has risen most, if one has. */
export const mostRisen = (skills: readonly Skill[]): Skill | undefined => most(skills, rise);

/** The skill with the most room to grow in the last runs, if there is any. */
export const mostRoom = (skills: readonly Skill[]): Skill | undefined => most(skills, room);
