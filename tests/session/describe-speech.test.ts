import { describe, expect, test } from 'vitest';
import {
  describeAvailability,
  describeEngine,
  describeLanguage,
  describePlace,
  describeSpeechError,
  describeVoiceTrouble,
} from '../../src/session/describe-speech.ts';
import { speechErrorKinds } from '../../src/speech/speech-error.ts';
import { chinese, english } from '../support/samples.ts';

describe.each([
  ['en', english],
  ['zh-CN', chinese],
] as const)('in %s', (language, t) => {
  test('each failure has its own words', () => {
    const sentences = speechErrorKinds.map((kind) => describeSpeechError(kind, t));
    expect(new Set(sentences).size).toBe(speechErrorKinds.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.!?。？]$/);
  });

  test('each place of the sound is told from the others', () => {
    const places = (['device', 'network', 'cloud', 'unknown'] as const).map((place) =>
      describePlace(place, t),
    );
    expect(new Set(places).size).toBe(4);
  });

  test('each state is told, and why there is none', () => {
    const states = [
      describeAvailability({ kind: 'ready' }, t),
      describeAvailability({ kind: 'installable' }, t),
      describeAvailability({ kind: 'needs-server' }, t),
      describeAvailability({ kind: 'needs-consent' }, t),
    ];
    expect(new Set(states).size).toBe(4);
    const missing = describeAvailability({ kind: 'unavailable', reason: 'no-voice' }, t);
    expect(missing).toContain(describeSpeechError('no-voice', t));
  });

  test('an engine has a name, and one that nobody knows its id', () => {
    expect(describeEngine('espeak', t)).toContain('eSpeak NG');
    expect(describeEngine('web-speech', t)).not.toContain('web-speech');
    expect(describeEngine('toString', t)).toBe('toString');
  });

  test('a stand-in is named together with why', () => {
    const sentence = describeVoiceTrouble(
      { kind: 'stand-in', error: 'engine-silent', engine: 'web-speech', next: 'espeak' },
      t,
    );
    expect(sentence).toContain(describeSpeechError('engine-silent', t));
    expect(sentence).toContain(describeEngine('espeak', t));
    expect(describeVoiceTrouble({ kind: 'voice-gone', language: 'en' }, t)).toBe(
      describeSpeechError('voice-gone', t),
    );
  });

  test('a language has its name, and what is none stays as it is', () => {
    expect(describeLanguage('en', language)).toBe(language === 'en' ? 'English' : '英语');
    expect(describeLanguage('not a tag', language)).toBe('not a tag');
  });
});
