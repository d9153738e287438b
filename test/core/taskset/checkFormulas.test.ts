import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../src/core/taskset/taskSet.ts';
import { problemsOf, smallSet } from '../../support/taskSet.ts';

const HEAD = `format: 1
id: formulas
title: Formulas
language: en
version: 1.0.0
points: 1
tasks: [one]
`;

/** One question as its author wrote it, from line 5 on. */
function textsWith(lines: readonly string[], language = 'en'): Record<string, string> {
  const question = `title: One
mathematics: { declare: 'u, v, y: scalar' }
questions:
  - { id: a, kind: expression, title: A, points: 1, prompt: Which?,
${lines.map((line) => `      ${line}`).join('\n')} }
`;
  const head = HEAD.replace('language: en', `language: ${language}`);
  return { 'taskset.yaml': head, 'one/task.yaml': question };
}

const problems = (...lines: readonly string[]): string[] => problemsOf(textsWith(lines));

function commaIn(language: string): boolean {
  const [question] = questionsOf(smallSet(textsWith(["answers: ['2 u']"], language)));
  return question?.kind === 'expression' && question.declarations.decimalComma;
}

describe('the formulas of a question', () => {
  it('are accepted when they can be read', () => {
    expect(
      problems(
        "answers: ['2u + v'],",
        "form: [{ avoid: ['y', '\\tanh(u)'], feedback: Without. }],",
        "mistakes: [{ answer: 'u', name: half, feedback: Half. }],",
        "followOn: [{ from: [a], answer: '\\answer{a} u' }]",
      ),
    ).toEqual([]);
  });

  it('are refused at their line, with the place inside', () => {
    expect(problems("answers: ['u',", "'2u + q']")).toEqual([
      expect.stringMatching(/^one\/task\.yaml:6:.*'q'/),
    ]);
    expect(
      problems("answers: ['u'],", "mistakes: [{ answer: 'u +', name: half, feedback: Half. }]"),
    ).toEqual([expect.stringMatching(/^one\/task\.yaml:6:/)]);
  });

  it('name one symbol each where symbols are listed', () => {
    expect(problems("answers: ['u'],", "form: [{ avoid: ['u + v'], feedback: No. }]")).toEqual([
      expect.stringMatching(/^one\/task\.yaml:6:.*expected one symbol/),
    ]);
  });

  it('continue the named questions only, which have to be answered by a formula too', () => {
    expect(
      problems("answers: ['u'],", "followOn: [{ from: [a], answer: '\\answer{b} u' }]"),
    ).toEqual([expect.stringMatching(/^one\/task\.yaml:6:.*\\answer\{b\} is not one of from: a/)]);
    expect(
      problems("answers: ['u'],", "followOn: [{ from: [b], answer: '\\answer{b} u' }]"),
    ).toEqual([expect.stringMatching(/^one\/task\.yaml:4:.*follows from b/)]);
  });

  it('have the decimal sign of the set’s language', () => {
    expect([commaIn('de'), commaIn('fr-CA'), commaIn('en'), commaIn('de-CH')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
