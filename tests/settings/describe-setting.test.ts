import { describe, expect, it } from 'vitest';
import { applyChanges, profileChanges, profileIds } from '../../src/a11y/profiles.ts';
import { announcementClasses } from '../../src/domain/announcement.ts';
import { defaultSettings, type Settings } from '../../src/domain/settings.ts';
import { describeSetting, describeValue } from '../../src/settings/describe-setting.ts';
import { chinese, english } from '../support/samples.ts';

/** Far from every profile, so that each of them would change all that it can. */
const farAway: Settings = {
  ...defaultSettings,
  earcons: false,
  visualAlerts: false,
  announcements: Object.fromEntries(
    announcementClasses.map((kind) => [kind, 'earcon']),
  ) as Settings['announcements'],
};

describe('settings in words', () => {
  it.each([
    ['textSize', 150, 'Text size', '150%'],
    ['oneColumn', true, 'One column, however wide the window', 'on'],
    ['undoSend', 10, 'Time to take a message back', '10 seconds'],
    ['undoSend', 1, 'Time to take a message back', '1 second'],
    ['undoSend', 0, 'Time to take a message back', 'None, send at once'],
    ['batch', 30_000, 'When announcements come', 'Gathered, every 30 seconds'],
    ['theme', 'contrast', 'Colours', 'High contrast'],
    ['announcements.message-other', 'count', 'Messages in other chats', 'How many'],
  ])('%s = %j', (path, value, name, words) => {
    expect(describeSetting(path, english)).toBe(name);
    expect(describeValue(path, value, english)).toBe(words);
  });

  it('A63: every change of every profile is said in words, in both languages', () => {
    for (const t of [english, chinese]) {
      for (const profile of profileIds) {
        const changes = profileChanges(farAway, profile);
        expect(changes.length, profile).toBeGreaterThan(0);
        for (const { setting, from, to } of changes) {
          // A sentence that is missing comes out as its key.
          expect(describeSetting(setting, t)).not.toMatch(/^settings\./);
          expect(describeValue(setting, from, t)).not.toMatch(/^settings\.|undefined|object/);
          expect(describeValue(setting, from, t)).not.toBe(describeValue(setting, to, t));
        }
        expect(profileChanges(applyChanges(farAway, changes), profile)).toEqual([]);
      }
    }
  });
});
