import { announcementClasses } from '../domain/announcement.ts';
import type { Settings } from '../domain/settings.ts';

/** The presets (A63), in the order in which they are offered. */
export const profileIds = [
  'blind',
  'lowVision',
  'deaf',
  'motor',
  'cognitive',
  'lowBandwidth',
] as const;

/** One of {@link profileIds}. */
export type ProfileId = (typeof profileIds)[number];

/** A single setting by its path, such as `announcements.offer`, and what becomes of it. */
export interface SettingChange {
  readonly setting: string;
  readonly from: unknown;
  readonly to: unknown;
}

type Patch = Partial<Omit<Settings, 'announcements'>> & {
  readonly announcements?: Partial<Settings['announcements']>;
};

/** Nothing that is only heard: a class that was a sound becomes a count that is written too. */
const withoutSoundOnly = ({ announcements }: Settings): Partial<Settings['announcements']> =>
  Object.fromEntries(
    announcementClasses
      .filter((kind) => announcements[kind] === 'earcon')
      .map((kind) => [kind, 'count']),
  );

/** What each preset sets; only ordinary settings, and only those that exist. */
const patches: Readonly<Record<ProfileId, (settings: Settings) => Patch>> = {
  blind: () => ({
    announcements: { 'message-open': 'full', 'message-other': 'count' },
    earcons: true,
    oneColumn: true,
  }),
  lowVision: () => ({ textSize: 150, oneColumn: true }),
  deaf: (settings) => ({ visualAlerts: true, announcements: withoutSoundOnly(settings) }),
  motor: () => ({ largeTargets: true, undoSend: 10 }),
  cognitive: () => ({ oneTask: true, batch: 30_000, countdowns: false }),
  lowBandwidth: () => ({ typingStates: false, announcements: { connection: 'full' } }),
};

const read = (settings: object, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], settings);

/** What a preset would change, for showing it before it is applied. Empty if all is so already. */
export function profileChanges(settings: Settings, profile: ProfileId): readonly SettingChange[] {
  const { announcements = {}, ...plain } = patches[profile](settings);
  const wanted: readonly (readonly [string, unknown])[] = [
    ...Object.entries(plain),
    ...Object.entries(announcements).map(([kind, to]) => [`announcements.${kind}`, to] as const),
  ];
  return wanted
    .map(([setting, to]) => ({ setting, from: read(settings, setting), to }))
    .filter(({ from, to }) => from !== to);
}

/** Makes the changes; settings that they do not name stay as they are. */
export function applyChanges(settings: Settings, changes: readonly SettingChange[]): Settings {
  const result: Record<string, unknown> = { ...settings };
  for (const { setting, to } of changes) {
    const [group = '', key] = setting.split('.');
    result[group] = key === undefined ? to : { ...(result[group] as object), [key]: to };
  }
  // The paths come from `profileChanges`, which knows the shape.
  return result as unknown as Settings;
}

/** Applies a preset. `undo`, given to {@link applyChanges}, takes back just that, in one step. */
export function applyProfile(
  settings: Settings,
  profile: ProfileId,
): { readonly settings: Settings; readonly undo: readonly SettingChange[] } {
  const changes = profileChanges(settings, profile);
  return {
    settings: applyChanges(settings, changes),
    undo: changes.map(({ setting, from, to }) => ({ setting, from: to, to: from })),
  };
}
