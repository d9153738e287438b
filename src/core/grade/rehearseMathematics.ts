/** What a question answered in mathematics is tried on: its right answers, its anticipated mistakes, its examples. */

import { type Answer } from '../answer/answer.ts';
import { type Question, type QuestionOf } from '../taskset/taskSet.ts';
import { type Expected, complaintAbout, fullPoints } from './expected.ts';
import { diagnosis } from './derivation/diagnosis.ts';
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
  const full = {
    ...rehearsal(question, `the reference answer of ${id}`, { steps: reference }),
    complaint: fullPoints,
  };
  return [
    diagnosed(question, reference, full),
    ...examples.map((example) => {
      const { at, name, steps } = example;
      const unjudged = rehearsal(question, `the example '${name}' of ${id}`, { steps });
      return diagnosed(question, steps, { ...expecting(unjudged, example), at });
    }),
  ];
}

/** Where points are missing, an author has to know which fact was not recognised, and why. */
function diagnosed(
  question: QuestionOf<'derivation'>,
  steps: QuestionOf<'derivation'>['reference'],
  tried: Rehearsal,
): Rehearsal {
  return {
    ...tried,
    complaint: (verdict) => {
      const complaint = tried.complaint(verdict);
      if (complaint === undefined) return undefined;
      const read = question.norms.find((norm) => norm === verdict.evidence?.['norm']);
      const norm = read ?? question.norms[0] ?? question.declarations.norm;
      return [complaint, ...diagnosis(question, steps, norm)].join(' ');
    },
  };
}

type Unjudged = Omit<Rehearsal, 'complaint'>;

function rehearsal(question: Question, name: string, answer: Answer): Unjudged {
  return { name, at: question.at, question, answer };
}

function expecting(unjudged: Unjudged, expected: Expected): Rehearsal {
  return { ...unjudged, complaint: (verdict) => complaintAbout(verdict, expected) };
}
