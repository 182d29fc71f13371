import type { MessageKey, Translate } from '../shared/translate.ts';

const names: Readonly<Record<string, MessageKey>> = {
  Alt: 'keys.alt',
  Control: 'keys.control',
  Shift: 'keys.shift',
  Enter: 'keys.enter',
  Escape: 'keys.escape',
  Space: 'keys.space',
  ArrowUp: 'keys.up',
  ArrowDown: 'keys.down',
  ArrowLeft: 'keys.left',
  ArrowRight: 'keys.right',
};

const signs: Readonly<Record<string, string>> = { Slash: '/', Comma: ',' };

/**
 * A binding as people read and say it: `Leader N` becomes "Alt+J, N", on a Mac "Option+J, N".
 * @param leader the binding of the leader key
 */
export function describeBinding(
  binding: string,
  t: Translate,
  platform: 'mac' | 'other' = 'other',
  leader = 'Alt+J',
): string {
  const key = (name: string): string => {
    if (name === 'Alt' && platform === 'mac') return t('keys.option');
    const known = names[name];
    return known ? t(known) : (signs[name] ?? (name.length === 1 ? name.toUpperCase() : name));
  };
  return binding
    .replace(/^Leader(?= )/, leader)
    .split(' ')
    .map((press) => press.split(/\b\+/).map(key).join('+'))
    .join(', ');
}
