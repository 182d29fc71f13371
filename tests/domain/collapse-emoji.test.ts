import { describe, expect, it } from 'vitest';
import { collapseEmoji } from '../../src/domain/collapse-emoji.ts';
import { chinese, english } from '../support/samples.ts';

describe('A58: a run of one emoji is said once, with how often it stands there', () => {
  it.each([
    ['😀😀😀', '😀, times 3'],
    ['Thanks 😀 😀 😀!', 'Thanks 😀, times 3!'],
    ['😀', '😀'],
    ['😀😡', '😀😡'],
    ['😀😀😡😡', '😀, times 2😡, times 2'],
    ['👍🏽👍🏽', '👍🏽, times 2'],
    ['👍🏽👍', '👍🏽👍'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧, times 3'],
    ['❤️❤️', '❤️, times 2'],
    ['🇨🇳🇨🇳🇨🇳', '🇨🇳, times 3'],
    ['🇨🇳🇬🇧', '🇨🇳🇬🇧'],
    ['Order 1111 ***', 'Order 1111 ***'],
    ['好好好', '好好好'],
    ['', ''],
  ])('%s', (text, spoken) => {
    expect(collapseEmoji(text, english)).toBe(spoken);
  });

  it('in Chinese as well', () => {
    expect(collapseEmoji('谢谢😀😀😀', chinese)).toContain('3');
    expect(collapseEmoji('谢谢😀😀😀', chinese).match(/😀/gu)).toHaveLength(1);
  });
});
