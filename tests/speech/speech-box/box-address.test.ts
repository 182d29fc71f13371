import { describe, expect, test } from 'vitest';
import {
  isReachable,
  parseBoxAddress,
  placeOf,
} from '../../../src/speech/speech-box/box-address.ts';

const parse = (typed: string) => {
  const address = parseBoxAddress(typed);
  if (!address) throw new Error(`${typed} is no address.`);
  return address;
};

describe('an address', () => {
  test.each([
    ['https://box.example', 'https://box.example/v1/audio/transcriptions'],
    ['http://localhost:8000/', 'http://localhost:8000/v1/audio/transcriptions'],
    ['http://localhost:8000/v1', 'http://localhost:8000/v1/audio/transcriptions'],
    ['http://localhost:8000/v1/', 'http://localhost:8000/v1/audio/transcriptions'],
    ['https://box.example/speech', 'https://box.example/speech/v1/audio/transcriptions'],
    ['https://box.example/v1/audio/transcriptions', 'https://box.example/v1/audio/transcriptions'],
    ['http://127.0.0.1:8080/inference', 'http://127.0.0.1:8080/inference'],
  ])('%s takes recordings at %s', (typed, url) => {
    expect(parse(typed)).toEqual({ protocol: 'recordings', url: new URL(url) });
  });

  test.each(['ws://localhost:2700', ' wss://box.example/live ', 'WS://localhost:2700'])(
    '%s takes live words, as it stands',
    (typed) => {
      const { protocol, url } = parse(typed);
      expect(protocol).toBe('live');
      expect(url.href.replace(/\/$/, '')).toBe(typed.trim().toLowerCase());
    },
  );

  test('names a model behind a #, which is not sent along', () => {
    const { url, model } = parse('https://box.example/v1#Systran%2Ffaster-whisper-small');
    expect(model).toBe('Systran/faster-whisper-small');
    expect(url.hash).toBe('');
    expect(parse('https://box.example#50%').model).toBe('50%');
  });

  test.each([
    '',
    'box.example',
    'ftp://box.example',
    'javascript:alert(1)',
    'https://',
    'https://name:secret@box.example',
    'http:/x y',
  ])('"%s" is none', (typed) => {
    expect(parseBoxAddress(typed)).toBeUndefined();
  });
});

describe('where the sound goes', () => {
  test.each([
    ['http://localhost:8000', 'device'],
    ['ws://127.0.0.1:2700', 'device'],
    ['http://[::1]:8000', 'device'],
    ['http://192.168.1.5', 'network'],
    ['https://10.0.0.7', 'network'],
    ['https://172.20.0.7', 'network'],
    ['https://box', 'network'],
    ['wss://box.lan', 'network'],
    ['http://[fd00::7]', 'network'],
    ['https://172.32.0.7', 'unknown'],
    ['https://api.example.com', 'unknown'],
    ['https://10.example.com', 'unknown'],
  ])('%s: %s', (typed, place) => {
    expect(placeOf(parse(typed))).toBe(place);
  });
});

describe('from a page that came by https', () => {
  test.each([
    ['http://192.168.1.5', false],
    ['ws://box.lan:2700', false],
    ['https://192.168.1.5', true],
    ['wss://box.lan', true],
    ['http://localhost:8000', true],
    ['ws://127.0.0.1:2700', true],
    ['http://localhost.example.com', false],
  ])('%s can be reached: %s', (typed, can) => {
    expect(isReachable(parse(typed), 'https:')).toBe(can);
    expect(isReachable(parse(typed), 'http:'), 'by http all can').toBe(true);
  });
});
