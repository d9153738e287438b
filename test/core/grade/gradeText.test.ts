import { describe, expect, it } from 'vitest';
import { type TextAnswer } from '../../../src/core/answer/answer.ts';
import { gradeText } from '../../../src/core/grade/gradeText.ts';
import { type QuestionOf } from '../../../src/core/taskset/taskSet.ts';

const question: QuestionOf<'text'> = {
  id: '3c',
  kind: 'text',
  at: { file: 'task.yaml', line: 1, column: 1 },
  title: 'Why?',
  points: 3,
  prompt: 'Why?',
  hints: [],
  language: 'en',
  maxWords: 8,
  maxSentences: 2,
  modelAnswer: 'Because.',
  rubric: [
    { criterion: 'one', points: 1 },
    { criterion: 'half', points: 0.5 },
    { criterion: 'rest', points: 1.5 },
  ],
};

const graded = (answer: TextAnswer) => gradeText(question, answer);
const text = 'Because of w. Hence L1.';

describe('a text', () => {
  it('is for a person to grade', () => {
    expect(graded({ text })).toEqual({
      verdict: 'manual',
      points: 0,
      maxPoints: 3,
      feedback: ['A person grades this answer.'],
    });
  });

  it('is unanswered without a word', () => {
    for (const blank of ['', ' \n', '...', '---'])
      expect(graded({ text: blank })).toMatchObject({ verdict: 'unanswered', feedback: [] });
  });

  it('is refused, and loses nothing, when it is too long', () => {
    expect(graded({ text: 'One. Two. Three, e.g. That.' })).toMatchObject({
      verdict: 'invalid',
      points: 0,
      feedback: ['The answer may have at most 2 sentences, found 3.'],
    });
    expect(graded({ text: 'a b c d e f g h i' })).toMatchObject({
      verdict: 'invalid',
      feedback: ['The answer may have at most 8 words, found 9.'],
    });
    expect(
      graded({ text: 'One two. Three four. Five six seven eight nine.' }).feedback,
    ).toHaveLength(2);
  });

  it('is counted by the rules of its language', () => {
    const words = { text: 'Man nimmt z. B. Dropout. Das hilft.' };
    expect(gradeText({ ...question, language: 'de' }, words)).toMatchObject({ verdict: 'manual' });
    const one = { ...question, maxSentences: 1 };
    expect(gradeText(one, { text }).feedback).toEqual([
      'The answer may have at most 1 sentence, found 2.',
    ]);
  });

  it('tells what was ticked as the student’s own, without points', () => {
    expect(graded({ text, review: { of: text, met: [2, 1, 2] } })).toEqual({
      verdict: 'manual',
      points: 0,
      maxPoints: 3,
      feedback: ['By your own ticks: 2 of 3 points; a person grades this.'],
      evidence: { selfAssessment: { points: 2, met: [1, 2], changed: false } },
    });
  });

  it('says when it was changed after the model answer was shown', () => {
    const verdict = graded({ text, review: { of: 'Because.', met: [] } });
    expect(verdict.feedback).toEqual([
      'By your own ticks: 0 of 3 points; a person grades this.',
      'The text was changed after the model answer was shown.',
    ]);
    expect(verdict.evidence).toEqual({
      selfAssessment: { points: 0, met: [], changed: true },
    });
  });

  it('cannot be read with ticks at criteria that do not exist', () => {
    expect(graded({ text, review: { of: text, met: [0, 3] } })).toMatchObject({
      verdict: 'invalid',
      points: 0,
      feedback: [
        'The self-assessment ticks criterion 3: expected 0 to 2, the places in the rubric.',
      ],
    });
  });
});
