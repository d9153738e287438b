/** The edits by which a question about changing a program is tried on itself. */

import { type LineEdit } from '../answer/answer.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { complaintAbout, found, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

type LinesQuestion = QuestionOf<'lines'>;

export function linesRehearsals(question: LinesQuestion): Rehearsal[] {
  const { id } = question;
  return [
    {
      ...rehearsal(question, `the reference answer of ${id}`, question.reference),
      complaint: fullPoints,
    },
    {
      ...rehearsal(question, `the given program of ${id} as it stands`, []),
      complaint: (verdict) =>
        verdict.verdict === 'wrong' ? undefined : `must need a change: ${found(verdict)}`,
    },
    ...examples(question),
  ];
}

function rehearsal(question: LinesQuestion, name: string, edits: readonly LineEdit[]) {
  return { name, at: question.at, question, answer: { base: 'given', edits } } as const;
}

function examples(question: LinesQuestion): Rehearsal[] {
  const { id, program, entry } = question;
  return question.examples.map((example) => ({
    name: `the edits “${example.name}” of ${id}`,
    at: example.at,
    question,
    answer: { base: example.own === undefined ? 'given' : 'own', edits: example.edits },
    ...(example.own === undefined
      ? {}
      : { given: new Map([[program, { files: { [entry.file]: example.own } }]]) }),
    complaint: (verdict) => complaintAbout(verdict, example),
  }));
}
