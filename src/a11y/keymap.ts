import { matchKeyBindingPress, parseKeybinding } from 'tinykeys';
import type { Settings } from '../domain/settings.ts';
import { type CommandId, commandIds, defaultBindings } from './command-table.ts';
import type { CommandRegistry } from './commands.ts';

/** Turns keys into commands. */
export interface Keymap {
  /** To be called with each `keydown`; true if it was ours (its default is then prevented). */
  handle(event: KeyboardEvent): boolean;
  /** The bindings of a command: the agent's own, else the defaults. */
  bindingsOf(id: CommandId): readonly string[];
  /** Whether the leader key was pressed and its letter is awaited. */
  leaderActive(): boolean;
}

const textField =
  'input:not([type=button], [type=checkbox], [type=radio], [type=range], [type=submit]), select, textarea, [contenteditable]:not([contenteditable=false]), [role=listbox], [role=combobox]';

const isMac = () => /Mac|iP(ad|hone|od)/.test(navigator.platform);

/**
 * The key as bindings name it. Digits go by their place (a French keyboard has `&` there), letters
 * by what the layout writes, unless that is no Latin letter: Alt+1 writes `¡` on a Mac, and Alt+N
 * `т` on a Russian keyboard.
 */
export function keyName({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string {
  const [, digit, letter] = /^(?:Digit(\d)|Key([A-Z]))$/.exec(code) ?? [];
  if (digit) return digit;
  if (letter && !/^[a-z]$/i.test(key)) return letter;
  return key;
}

/** Whether a binding is a character by itself, which must not act unless asked for (A35). */
export const isCharacterKey = (binding: string): boolean =>
  !binding.includes(' ') && /^(?:Shift\+)?(?:.|Slash|Comma|Space)$/u.test(binding);

/** Makes the keymap. */
export function createKeymap(options: {
  readonly registry: CommandRegistry;
  preferences(): Pick<Settings, 'bindings' | 'characterKeys'>;
  /** The leader key was pressed, or its letter came or was called off. */
  onLeader?(active: boolean): void;
  /** A key after the leader that stands for nothing. */
  onUnknown?(key: string): void;
  /** A command that exists but cannot be done at this moment. */
  onUnavailable?(id: CommandId): void;
}): Keymap {
  const { registry } = options;
  let leader = false;

  /** Parsed once each: this runs at every key press, on slow machines too. */
  const parsed = new Map<string, ReturnType<typeof parseKeybinding>>();
  const parse = (binding: string) => {
    const known = parsed.get(binding) ?? parseKeybinding(binding);
    parsed.set(binding, known);
    return known;
  };
  const bindingsOf = (id: CommandId) => options.preferences().bindings[id] ?? defaultBindings(id);
  const setLeader = (active: boolean) => {
    leader = active;
    options.onLeader?.(active);
  };
  const run = (id: CommandId) => {
    if (!registry.run(id)) options.onUnavailable?.(id);
  };

  const matches = (event: KeyboardEvent, binding: string) => {
    const [press, more] = parse(binding);
    if (!press || more) return false;
    const named = {
      key: keyName(event),
      code: event.code,
      // Firefox on a Mac says AltGraph for Option, which is Alt there.
      getModifierState: (modifier: string) =>
        modifier === 'Alt'
          ? event.altKey
          : modifier !== 'AltGraph' && event.getModifierState(modifier),
    };
    return matchKeyBindingPress(named as KeyboardEvent, press);
  };

  const afterLeader = (event: KeyboardEvent): boolean => {
    if (['Alt', 'Control', 'Shift', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key))
      return false;
    setLeader(false);
    if (event.key === 'Escape') return true;
    const name = keyName(event).toUpperCase();
    // Only those that are there can be meant; letters may be given again on another screen.
    const id = commandIds.find(
      (one) =>
        registry.has(one) &&
        bindingsOf(one).some((binding) => binding.toUpperCase() === `LEADER ${name}`),
    );
    if (id) run(id);
    else options.onUnknown?.(name);
    return true;
  };

  const direct = (event: KeyboardEvent): boolean => {
    if (event.isComposing || event.keyCode === 229) return false;
    if (!isMac() && event.getModifierState('AltGraph')) return false;
    const target = event.composedPath()[0];
    const typing = target instanceof Element && target.closest(textField) !== null;
    const characters = options.preferences().characterKeys && !typing;
    const id = commandIds.find(
      (one) =>
        (one === 'leader' || registry.has(one)) &&
        bindingsOf(one).some(
          (binding) => (characters || !isCharacterKey(binding)) && matches(event, binding),
        ),
    );
    if (!id) return false;
    // A key held down is one press: Alt+1 kept down is not Alt+1 twice (A13).
    if (event.repeat) return true;
    if (id === 'leader') setLeader(true);
    else run(id);
    return true;
  };

  return {
    handle: (event) => {
      const ours =
        leader && !event.isComposing && !event.repeat ? afterLeader(event) : direct(event);
      if (ours) event.preventDefault();
      return ours;
    },
    bindingsOf,
    leaderActive: () => leader,
  };
}
