/** What a question answered in mathematics is tried on: its right answers, its anticipated mistakes, its examples. */

import { type Answer } from '../answer/answer.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { type Expected, complaintAbout, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

export function expressionRehearsals(question: QuestionOf<'expression'>): Rehearsal[] {
  const rights = question.answers.map((latex, index) => ({
    ...rehearsal(question, `the right answer ${index + 1} of ${question.id}`, { latex }),
    complaint: fullPoints,
  }));
  const mistakes = question.mistakes.map(({ answer: latex, name, points }) =>
    expecting(rehearsal(question, `the mistake ${name} of ${question.id}`, { latex }), {
      verdict: points > 0 ? 'partial' : 'wrong',
      points,
      mistake: name,
    }),
  );
  return [...rights, ...mistakes, ...expressionExamples(question)];
}

function expressionExamples(question: QuestionOf<'expression'>): Rehearsal[] {
  return question.examples.map((example) => {
    const { at, answer: latex, given } = example;
    const name = `the example '${latex.slice(0, 60)}' of ${question.id}`;
    return {
      ...expecting(rehearsal(question, name, { latex }), example),
      at,
      given: new Map(Object.entries(given).map(([id, earlier]) => [id, { latex: earlier }])),
    };
  });
}

export function derivationRehearsals(question: QuestionOf<'derivation'>): Rehearsal[] {
  const { id, reference, examples } = question;
  return [
    {
      ...rehearsal(question, `the reference answer of ${id}`, { steps: reference }),
      complaint: fullPoints,
    },
    ...examples.map((example) => ({
      ...expecting(
        rehearsal(question, `the example '${example.name}' of ${id}`, { steps: example.steps }),
        example,
      ),
      at: example.at,
    })),
  ];
}

type Unjudged = Omit<Rehearsal, 'complaint'>;

function rehearsal(question: Question, name: string, answer: Answer): Unjudged {
  return { name, at: question.at, question, answer };
}

function expecting(unjudged: Unjudged, expected: Expected): Rehearsal {
  return { ...unjudged, complaint: (verdict) => complaintAbout(verdict, expected) };
}
