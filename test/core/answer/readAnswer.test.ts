import { describe, expect, it } from 'vitest';
import { type QuestionKind } from '../../../src/core/answer/answer.ts';
import { readAnswersFile } from '../../../src/core/answer/answersFile.ts';
import { answerSchemas, readAnswer } from '../../../src/core/answer/readAnswer.ts';
import { QUESTION_KINDS_ANSWERS } from '../../support/answers.ts';

const kinds = Object.keys(answerSchemas) as QuestionKind[];

describe('reading an answer', () => {
  it.each(kinds)('takes a %s as the contract writes it, and no other kind for it', (kind) => {
    for (const other of kinds) {
      const { ok } = readAnswer(kind, QUESTION_KINDS_ANSWERS[other]);
      const alike = kind === other;
      expect(ok, `${other} as ${kind}`).toBe(alike);
    }
  });

  it.each<[QuestionKind, unknown, string]>([
    [
      'drawing',
      { items: [{ type: 'line', points: [[1, Number.NaN]] }], labels: [] },
      'items[0].points[0][1]: expected a number, found the number NaN',
    ],
    [
      'drawing',
      { items: [{ type: 'circle', points: [] }], labels: [] },
      "items[0].type: expected 'line' or 'ray' or 'segment' or 'polyline', found \"circle\"",
    ],
    [
      'lines',
      { edits: [{ line: 1.5, action: 'delete' }] },
      'edits[0].line: expected a whole number, found the number 1.5',
    ],
    [
      'text',
      { text: 'x'.repeat(200_001) },
      'text: expected at most 200000 characters, found "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"…',
    ],
    [
      'derivation',
      { steps: [{ relation: '==', latex: '' }] },
      "steps[0].relation: expected '=' or '<=' or '<' or '>=' or '>', found \"==\"",
    ],
  ])('names the place, what was expected and what was found: %s', (kind, answer, remark) => {
    expect(readAnswer(kind, answer)).toEqual({
      ok: false,
      error: [`The answer cannot be read: ${remark}.`],
    });
  });
});

describe('an answer by another program', () => {
  it.each<[QuestionKind, object, object]>([
    ['drawing', { items: [] }, { items: [], labels: [] }],
    [
      'diagram',
      { nodes: [{ id: 'n', label: 'x' }] },
      { nodes: [{ id: 'n', label: 'x' }], edges: [] },
    ],
  ])('may leave out the empty list of a %s', (kind, given, read) => {
    expect(readAnswer(kind, given)).toEqual({ ok: true, value: read });
  });

  it.each<[QuestionKind, object]>([
    ['drawing', { labels: [] }],
    ['diagram', { edges: [] }],
    ['choice', {}],
    ['lines', {}],
    ['derivation', {}],
  ])('has to give what it is about: no %s is %j', (kind, given) => {
    expect(readAnswer(kind, given)).toMatchObject({ ok: false });
  });
});

describe('reading a file of answers', () => {
  it('takes an attempt', () => {
    const read = readAnswersFile(
      '{"taskSet": "ml1", "answers": {"1.1": {"selected": []}, "__proto__": 1}, "savedAt": 3}',
    );
    expect(read).toEqual({
      ok: true,
      value: {
        form: 'attempt',
        taskSet: 'ml1',
        answers: new Map<string, unknown>([['1.1', { selected: [] }]]),
      },
    });
  });

  it('takes the variant that was answered', () => {
    const read = readAnswersFile('\ufeff{"taskSet": "ml1", "variant": 7, "answers": {}}');
    expect(read).toMatchObject({ value: { variant: 7 } });
  });

  it('takes lines in their order, broken ones included', () => {
    const read = readAnswersFile(
      '{"question": "1", "answer": 1}\n\noops\n{"question": 2}\n{"question": "3"}\n',
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        form: 'lines',
        lines: [
          { ok: true, value: { question: '1', answer: 1 } },
          { ok: false, error: expect.stringContaining('line 2: ') as string },
          {
            ok: false,
            error: 'line 3: question: expected a text, found the number 2: put it in quotes',
          },
          { ok: true, value: { question: '3' } },
        ],
      },
    });
  });

  it('takes a single line for lines', () => {
    expect(readAnswersFile('{"question": "1", "answer": 1}')).toMatchObject({
      value: { form: 'lines' },
    });
  });

  it.each([
    ['', 'expected JSON, found an empty file'],
    ['{"taskSet": "ml1"}', "'answers' is missing: expected a map of names"],
    ['[]', 'expected a map of fields, found an empty list'],
    ['{"taskSet": "ml1",\n"answers": {', 'line 2, column 13: expected a name in double quotes'],
    ['{"taskSet": "ml1", "answers": {}, "variant": -1}', 'variant: expected at least 0'],
  ])('refuses %j', (text, reason) => {
    expect(readAnswersFile(text)).toMatchObject({
      ok: false,
      error: expect.stringContaining(reason) as string,
    });
  });
});
