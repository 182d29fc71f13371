import { describe, expect, it } from 'vitest';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import { type LinkMeasure, reportLink, voiceSpeed } from '../../src/domain/link-check.ts';
import { slowFrom } from '../../src/domain/link-quality.ts';
import { createTranslator } from '../../src/i18n/create-translator.ts';
import { describeReport } from '../../src/link-check/describe-report.ts';

const english = createTranslator('en', en);
const chinese = createTranslator('zh-CN', zh);
const say = (measure: LinkMeasure, t = english) => describeReport(reportLink(measure), t);

describe('a checked link in words', () => {
  it('says what works, and that nothing is to be done', () => {
    expect(say({ trips: [50], speed: 10 * voiceSpeed })).toBe(
      'Chat: works well. Live text and captions: works well. Voice messages: works well. There is nothing to do.',
    );
  });

  it('says what to do about a slow one', () => {
    expect(say({ trips: [slowFrom], speed: voiceSpeed })).toMatch(
      /^Chat: works slowly\. Live text and captions: will not work\. Voice messages: works slowly\. Answers take long\./,
    );
  });

  it('says it in Chinese, to the agent', () => {
    const spoken = say({ trips: [undefined], speed: undefined }, chinese);
    expect(spoken).toMatch(/^文字聊天：用不了。实时文字和字幕：用不了。/);
    expect(spoken).toContain('你先看看');
    expect(spoken).not.toContain('您');
  });
});
