import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CommandId, commandIds, defaultBindings } from '../../src/a11y/command-table.ts';
import { forbiddenReason, validateBindings } from '../../src/a11y/key-conflicts.ts';
import { exportKeymap, importKeymap } from '../../src/a11y/keymap-file.ts';
import {
  addBinding,
  hasUsual,
  removeBinding,
  resetBindings,
} from '../../src/settings/change-bindings.ts';
import { parseTypedBinding } from '../../src/settings/typed-binding.ts';
import { chinese, english } from '../support/samples.ts';

type Step =
  | { readonly kind: 'add'; readonly command: CommandId; readonly binding: string }
  | { readonly kind: 'remove'; readonly command: CommandId; readonly at: number }
  | { readonly kind: 'reset'; readonly command: CommandId };

const command = fc.constantFrom(...commandIds);
const modifier = fc.constantFrom('', 'Alt+', 'Control+', 'Control+Shift+', 'Shift+', 'Meta+');
const key = fc.constantFrom('N', 'Q', '7', 'F8', 'F9', 'Enter', 'Slash', 'Y', 'Insert');
const binding = fc.oneof(
  fc.tuple(modifier, key).map(([held, name]) => held + name),
  fc.constantFrom('Leader N', 'Leader ;', 'Leader Z'),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), command, binding }),
  fc.record({ kind: fc.constant('remove' as const), command, at: fc.nat(3) }),
  fc.record({ kind: fc.constant('reset' as const), command }),
);

const of = (bindings: Readonly<Record<string, readonly string[]>>, id: CommandId) =>
  bindings[id] ?? defaultBindings(id);

it('A37: whatever an agent adds, removes and resets, no two commands share keys', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let bindings: Readonly<Record<string, readonly string[]>> = {};
      for (const now of steps) {
        const before = of(bindings, now.command);
        if (now.kind === 'add') {
          const result = addBinding(bindings, now.command, now.binding);
          if (result.ok) {
            bindings = result.value;
            expect(of(bindings, now.command).length).toBe(before.length + 1);
          } else if (result.error.kind === 'forbidden') {
            expect(forbiddenReason(now.binding)).toBe(result.error.reason);
          }
        } else if (now.kind === 'remove') {
          const gone = before[now.at];
          if (gone) bindings = removeBinding(bindings, now.command, gone);
          expect(of(bindings, now.command)).not.toContain(gone ?? 'nothing');
        } else {
          const result = resetBindings(bindings, now.command);
          if (result.ok) {
            bindings = result.value;
            expect(hasUsual(bindings, now.command)).toBe(true);
          }
        }
        expect(validateBindings(bindings)).toEqual([]);
      }
      // What is in force can always be carried to another station.
      expect(importKeymap(exportKeymap(bindings))).toMatchObject({ ok: true });
    }),
  );
});

it.each(['__proto__', 'constructor', 'alt+constructor', 'toString+n'])(
  'A35: %s is no key',
  (text) => {
    expect(parseTypedBinding(text, english, 'Alt+J')).toBeUndefined();
  },
);

it('A35: whatever is typed is read as keys that can be kept, or not at all', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), binding), (text) => {
      for (const t of [english, chinese]) {
        const read = parseTypedBinding(text, t, 'Alt+J');
        if (read === undefined) continue;
        expect(read).toBe(read.trim());
        expect(read.split(' ').length).toBeLessThanOrEqual(2);
        const added = addBinding({}, 'copy-message', read);
        if (!added.ok) continue;
        expect(importKeymap(exportKeymap(added.value))).toMatchObject({ ok: true });
      }
    }),
  );
});
