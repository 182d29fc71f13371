import { joinParts } from '../domain/join-parts.ts';
import { type LinkReport, linkUses } from '../domain/link-check.ts';
import type { Translate } from '../shared/translate.ts';

/** What will work, one sentence for each use. */
export const describeUses = ({ uses }: LinkReport, t: Translate): readonly string[] =>
  linkUses.map((use) => t(`linkCheck.verdict.${uses[use]}`, { use: t(`linkCheck.use.${use}`) }));

/** All of it as it is said: what will work, then what to do. The numbers stand in the table. */
export const describeReport = (report: LinkReport, t: Translate): string =>
  joinParts([...describeUses(report, t), t(`linkCheck.advice.${report.advice}`)], t);
