import { expect, it } from 'vitest';
import { createJudge } from '../../src/simulator/create-judge.ts';

const acts = async (language: string, before: readonly string[], reply: string) => {
  const judge = await createJudge(language);
  for (const text of before) await judge.prepare(text);
  return judge.detect(reply, language).map(({ act }) => act);
};

it('judges a run in its own language at once', async () => {
  expect(await acts('en', [], 'I am so sorry about that.')).toContain('apologise');
  expect(await acts('zh-CN', [], '非常抱歉给您带来不便。')).toContain('apologise');
});

it('reads English in a Chinese run once somebody has written some', async () => {
  const reply = 'Thank you so much for waiting, and sorry about the delay.';
  expect(await acts('zh', ['您好，请稍等 1 分钟。'], reply)).toEqual([]);
  expect(await acts('zh', [reply], reply)).toEqual(expect.arrayContaining(['thank', 'apologise']));
  expect(await acts('zh', ['好的 OK', '不客气'], reply)).toContain('apologise');
});

it('finds the same in Chinese with English and without', async () => {
  for (const reply of ['您好，我马上帮您查一下订单。', '已经为您退款了，3 天内到账。']) {
    const alone = await acts('zh', [], reply);
    expect(alone.length).toBeGreaterThan(0);
    expect(await acts('zh', ['App'], reply)).toEqual(alone);
  }
});

it('does not learn Chinese for an English run', async () => {
  expect(await acts('en', ['非常抱歉'], '非常抱歉给您带来不便。')).toEqual([]);
});
