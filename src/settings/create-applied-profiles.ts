import { type Accessor, createSignal } from 'solid-js';
import {
  applyChanges,
  applyProfile,
  type ProfileId,
  profileIds,
  type SettingChange,
} from '../a11y/profiles.ts';
import type { Settings } from '../domain/settings.ts';
import type { DeskStorage } from '../outbox/desk-storage.ts';
import { parseSettings } from '../outbox/parse-settings.ts';

type UndoByProfile = Readonly<Partial<Record<ProfileId, readonly SettingChange[]>>>;

/** The profiles that were applied, and what takes each back (A63). */
export interface AppliedProfiles {
  readonly isApplied: (profile: ProfileId) => boolean;
  /** Applies a profile; what it changed, for saying it. */
  apply(profile: ProfileId): readonly SettingChange[];
  /** Takes a profile back in one step, except for what the agent has changed by hand since. */
  undo(profile: ProfileId): readonly SettingChange[];
}

const key = 'applied-profiles';

const isChange = (value: unknown): value is SettingChange =>
  typeof value === 'object' && value !== null && 'setting' in value && 'to' in value;

/** From the disk: anything may stand there. */
function parse(stored: unknown): UndoByProfile {
  const record = (typeof stored === 'object' && stored !== null ? stored : {}) as UndoByProfile;
  return Object.fromEntries(
    profileIds
      .map((profile) => [profile, record[profile]] as const)
      .filter(([, changes]) => Array.isArray(changes) && changes.every(isChange)),
  );
}

/** What becomes of the settings; values that are none (from a broken disk) get their defaults. */
const change = (settings: Settings, changes: readonly SettingChange[]): Settings => {
  const result = parseSettings(applyChanges(settings, changes));
  return result.ok ? result.value : settings;
};

const read = (settings: Settings, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], settings);

/** Keeps what was applied on the disk too: an agent who does not like it finds out at the desk. */
export function createAppliedProfiles(options: {
  readonly storage: DeskStorage;
  readonly settings: Accessor<Settings>;
  changeSettings(patch: Partial<Settings>): void;
}): AppliedProfiles {
  const { storage, settings } = options;
  const [undos, setUndos] = createSignal<UndoByProfile>({});
  const keep = (next: UndoByProfile) => {
    setUndos(next);
    // The disk keeps plain copies, not what the interface holds on to.
    void storage.put('settings', key, JSON.parse(JSON.stringify(next)));
  };
  void storage.get('settings', key).then((stored) => {
    setUndos((now) => ({ ...parse(stored), ...now }));
  });
  return {
    isApplied: (profile) => undos()[profile] !== undefined,
    apply: (profile) => {
      const { settings: next, undo } = applyProfile(settings(), profile);
      if (!undo.length) return [];
      options.changeSettings(next);
      keep({ ...undos(), [profile]: undo });
      return undo.map(({ setting, from, to }) => ({ setting, from: to, to: from }));
    },
    undo: (profile) => {
      const { [profile]: undo = [], ...rest } = undos();
      const standing = undo.filter(({ setting, from }) => read(settings(), setting) === from);
      options.changeSettings(change(settings(), standing));
      keep(rest);
      return standing;
    },
  };
}
