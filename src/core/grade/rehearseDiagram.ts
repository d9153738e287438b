/**
 * What a diagram question is tried on: its networks as drawn, with each liberty taken that the author grants, and without
 * each single edge; and its examples.
 */

import { type DiagramAnswer } from '../answer/answer.ts';
import { drawnNetwork, spoiltNetworks, variantsOf } from '../network/variants.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { complaintAbout, found, fullPoints } from './expected.ts';
import { type Rehearsal } from './rehearsal.ts';

type DiagramQuestion = QuestionOf<'diagram'>;

export function diagramRehearsals(question: DiagramQuestion): Rehearsal[] {
  const { id, network } = question;
  return [
    rehearsal(question, `the reference answer of ${id}`, drawnNetwork(network), fullPoints),
    ...variantsOf(network).map(({ name, answer }) =>
      rehearsal(question, `the reference answer of ${id} ${name}`, answer, fullPoints),
    ),
    ...spoiltNetworks(network).map(({ name, answer }) =>
      rehearsal(question, `the reference answer of ${id} ${name}`, answer, notCorrect),
    ),
    ...alternativeRehearsals(question),
    ...exampleRehearsals(question),
  ];
}

function rehearsal(
  question: DiagramQuestion,
  name: string,
  answer: DiagramAnswer,
  complaint: Rehearsal['complaint'],
): Rehearsal {
  return { name, at: question.at, question, answer, complaint };
}

const notCorrect: Rehearsal['complaint'] = (verdict) =>
  verdict.verdict === 'correct' ? `must not be correct: ${found(verdict)}` : undefined;

function alternativeRehearsals(question: DiagramQuestion): Rehearsal[] {
  return question.alternatives.flatMap((alternative) => {
    const { name, points } = alternative;
    const title = `the alternative ${name} of ${question.id}`;
    const earnsItsPoints: Rehearsal['complaint'] = (verdict) =>
      verdict.points === points ? undefined : `must earn ${points} points: ${found(verdict)}`;
    return [
      rehearsal(question, title, drawnNetwork(alternative), earnsItsPoints),
      ...variantsOf(alternative).map((variant) =>
        rehearsal(question, `${title} ${variant.name}`, variant.answer, earnsItsPoints),
      ),
    ];
  });
}

function exampleRehearsals(question: DiagramQuestion): Rehearsal[] {
  return question.examples.map((example) => ({
    name: `the diagram “${example.name}” of ${question.id}`,
    at: example.at,
    question,
    answer: example.answer,
    complaint: (verdict) => complaintAbout(verdict, example),
  }));
}
