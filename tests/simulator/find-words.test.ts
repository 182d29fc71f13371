import { describe, expect, it } from 'vitest';
import { findPhrase, findValue } from '../../src/simulator/find-words.ts';

describe('a phrase', () => {
  it.each([
    ['Please CALM DOWN now', 'calm down', 'CALM DOWN'],
    ['您 please calm down 好吗', 'calm down', 'calm down'],
    ['please不归我管sorry', '不归我管', '不归我管'],
    ['that is a+b', 'a+b', 'a+b'],
    ['aaaa!', '(a+)+$', undefined],
    ['guaranteed', 'guarantee', undefined],
    ['anything', '', undefined],
  ])('in “%s”: %s → %s', (text, phrase, found) => {
    expect(findPhrase(text, phrase)).toBe(found);
  });
});

describe('a private value, however it is written', () => {
  it.each([
    ['It is 07700 900417.', '07700 900417', '07700 900417'],
    ['It is 07700900417, right?', '07700 900417', '07700900417'],
    ['It is 0 77-00 90.04 17', '07700 900417', '0 77-00 90.04 17'],
    ['卡号是６２２２', '6222', '６２２２'],
    ['卡号六二二二，对吗', '6222', '六二二二'],
    ['尾号幺二〇五', '1205', '幺二〇五'],
    ['your card 6222 尾号', '6222', '6222'],
    ['the code is rover-2019', 'rover2019', 'rover-2019'],
    ['QQ 12 34 56 C', 'QQ123456C', 'QQ 12 34 56 C'],
    ['born on 1990.11.22', '1990-11-22', '1990.11.22'],
    ['4000-1234-5678-1122', '1122', '1122'],
  ])('“%s” tells %s', (text, value, found) => {
    expect(findValue(text, value)).toBe(found);
  });

  it.each([
    ['order 162223', '6222'],
    ['order 1 62223', '6222'],
    ['rover 2018', 'rover2019'],
    ['有六十二元二角二', '6222'],
    ['it takes 1 2 days', '12'],
    ['Delivered 2026-11-22', '1122'],
    ['between 10.30-11.22', '3011'],
    ['Kim and Lin', 'Kim Lin'],
  ])('“%s” does not tell %s', (text, value) => {
    expect(findValue(text, value)).toBeUndefined();
  });
});
