import { expect, test } from 'vitest';
import { mergeComments } from '../../src/domain/merge-comments.ts';
import type { MentorComment } from '../../src/domain/run-record.ts';

const kind: MentorComment = { turn: 0, text: 'Kind.', verdict: 'met' };
const clear: MentorComment = { turn: 0, text: 'Clear.' };
const whole: MentorComment = { text: 'Kind.' };

test('two mentors are heard side by side, the newer one last', () => {
  expect(mergeComments([kind], [clear, whole])).toEqual({
    ...{ comments: [kind, clear, whole], added: 2 },
  });
  expect(mergeComments([], [kind])).toEqual({ comments: [kind], added: 1 });
});

test('the same answer again adds nothing, and a verdict that was thought over is the new one', () => {
  expect(mergeComments([kind, clear], [kind, clear])).toEqual({
    ...{ comments: [kind, clear], added: 0 },
  });
  const second: MentorComment = { ...kind, verdict: 'not-met' };
  expect(mergeComments([kind, clear], [second])).toEqual({
    ...{ comments: [clear, second], added: 0 },
  });
});
