import { describe, expect, it } from 'vitest';
import { commandInfo } from '../../src/a11y/commands.ts';
import { describeBinding } from '../../src/a11y/describe-binding.ts';
import type { ForbiddenReason } from '../../src/a11y/key-conflicts.ts';
import { importKeymap, type KeymapFileError } from '../../src/a11y/keymap-file.ts';
import {
  describeBindingProblem,
  describeKeymapFileError,
} from '../../src/settings/describe-key-problem.ts';
import type { KeyNames } from '../../src/settings/use-key-names.ts';
import type { Translate } from '../../src/shared/translate.ts';
import { chinese, english } from '../support/samples.ts';

const names = (t: Translate): Pick<KeyNames, 'nameOf' | 'commandName'> => ({
  nameOf: (binding) => describeBinding(binding, t),
  commandName: (id) => t(commandInfo(id).label, commandInfo(id).values),
});
const reasons: readonly ForbiddenReason[] = [
  'screen-reader',
  'system',
  'browser',
  'typing',
  'widget',
];

describe('keys that were refused', () => {
  it('names the command that has them', () => {
    const problem = { kind: 'taken', binding: 'Alt+N', command: 'next-unread' } as const;
    expect(describeBindingProblem(problem, english, names(english))).toBe(
      'Alt+N is in use for “Go to the next unread chat”. Remove it there first, or choose others.',
    );
    expect(describeBindingProblem(problem, chinese, names(chinese))).toBe(
      'Alt+N 已经用于“转到下一个未读会话”。请先在那里删除，或换一个。',
    );
  });

  it('has its own words for each reason, in both languages', () => {
    for (const t of [english, chinese]) {
      const words = reasons.map((reason) =>
        describeBindingProblem({ kind: 'forbidden', binding: 'Alt+D', reason }, t, names(t)),
      );
      expect(new Set(words).size).toBe(reasons.length);
      expect(words.every((text) => text.startsWith('Alt+D'))).toBe(true);
    }
  });

  it('says when there is nothing to add', () => {
    const problem = { kind: 'present', binding: 'Control+Enter' } as const;
    expect(describeBindingProblem(problem, english, names(english))).toBe(
      'This command has Ctrl+Enter already.',
    );
  });
});

describe('a file with keys', () => {
  const describeFile = (text: string, t: Translate = english) => {
    const result = importKeymap(text);
    if (result.ok) throw new Error('taken');
    return describeKeymapFileError(result.error, t, names(t));
  };
  const file = (bindings: unknown, version = 1) =>
    JSON.stringify({ format: 'harebell-keymap', version, bindings });

  it.each([
    ['{', 'This file cannot be read: it is damaged or of another kind. Nothing was changed.'],
    ['{}', 'This is not a file with keys from Harebell. Nothing was changed.'],
    [file({}, 2), 'These keys come from a newer version of Harebell. Nothing was changed.'],
    [
      file({ dance: ['Alt+N'] }),
      'The file names a command that is not there: “dance”. Nothing was changed.',
    ],
    [
      file({ send: 'Alt+N' }),
      'The file has keys for “send” that cannot be read. Nothing was changed.',
    ],
    [
      file({ send: ['Alt+N', 'Control+T'] }),
      'Nothing was changed, because of these keys in the file: Ctrl+T belongs to the browser. Choose other keys. Alt+N stands for several commands: Go to the next unread chat, Send.',
    ],
    [' '.repeat(100_001), 'This file is too large to hold keys. Nothing was changed.'],
  ])('%.40s', (text, words) => {
    expect(describeFile(text)).toBe(words);
  });

  it('has its own words for each error in Chinese too', () => {
    const errors: readonly KeymapFileError[] = [
      { kind: 'too-large' },
      { kind: 'not-json' },
      { kind: 'not-a-keymap' },
      { kind: 'newer-version' },
      { kind: 'unknown-command', command: 'x' },
      { kind: 'bad-binding', command: 'x' },
      { kind: 'conflicts', conflicts: [] },
    ];
    const words = errors.map((error) => describeKeymapFileError(error, chinese, names(chinese)));
    expect(new Set(words).size).toBe(errors.length);
    expect(words.every((text) => text.includes('未做任何更改'))).toBe(true);
  });
});
