import { expect, it } from 'vitest';
import { QUESTION_KINDS } from '../../../src/core/answer/answer.ts';
import { shortAnswer } from '../../../src/core/submission/shortAnswer.ts';
import { QUESTION_KINDS_ANSWERS } from '../../support/answers.ts';

it.each(QUESTION_KINDS.map((kind) => [kind]))('an answer of kind %s is told in a line', (kind) => {
  const words = shortAnswer(QUESTION_KINDS_ANSWERS[kind]);
  expect(words).toMatch(/^[^{\n]{3,70}$/);
});

it('data that is no answer is shown as it is, and cut', () => {
  expect(shortAnswer({ a: '\u001b[31m'.repeat(50) })).toMatch(/^\{"a":"\\u001b.{40,60}…$/);
  expect(shortAnswer(null)).toBe('null');
});
