/**
 * Of answers to questions whose solution is not here: whether they can be read. Who judges them has the solution; until
 * then nothing is right, wrong or worth points.
 */

import { type AnswerOf, type QuestionKind } from '../answer/answer.ts';
import { readProof } from '../math/derivation/readProof.ts';
import { readTask } from '../math/derivation/readTask.ts';
import { readSketch } from '../network/sketch.ts';
import { type QuestionOf } from '../taskset/taskSet.ts';
import { readChain } from './expression/readChain.ts';
import { unreadChoice } from './gradeChoice.ts';
import { unreadCode } from './gradeCode.ts';
import { unreadable as unreadableStep, withoutBlankEnd } from './gradeDerivation.ts';
import { isBlank, unreadable as unreadableDiagram } from './gradeDiagram.ts';
import { readStrokes, unreadableLabels } from './gradeDrawing.ts';
import { unreadable as unreadableFormula } from './gradeExpression.ts';
import { readEdits } from './gradeLines.ts';
import { gradeText } from './gradeText.ts';
import { type Grading } from './grading.ts';
import { type Verdict } from './verdict.ts';

interface Read<K extends QuestionKind> {
  readonly question: QuestionOf<K>;
  readonly answer: AnswerOf[K];
  readonly grading: Grading;
}

/** The verdict on what is no answer; undefined: it can be read. */
const UNREAD: { readonly [K in QuestionKind]: (read: Read<K>) => Verdict | undefined } = {
  choice: ({ question, answer }) => unreadChoice(question, answer),
  drawing: unreadDrawing,
  expression: unreadExpression,
  derivation: unreadDerivation,
  text: unreadText,
  diagram: unreadDiagram,
  code: ({ question, answer }) => unreadCode(question, answer),
  lines: unreadLines,
};

const LATER = 'It is graded after you have handed it in.';

export function unjudged<K extends QuestionKind>(kind: K, read: Read<K>): Verdict {
  const { points: maxPoints } = read.question;
  return UNREAD[kind](read) ?? readable(maxPoints);
}

/** `readable`: that is all that was found out. */
function readable(maxPoints: number): Verdict {
  const evidence = { readable: true };
  return { verdict: 'manual', points: 0, maxPoints, feedback: [LATER], evidence };
}

function unanswered(maxPoints: number): Verdict {
  return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
}

/** Whether a label is a function of the plane cannot be told where letters have lost what they stand for. */
function unreadDrawing({ question, answer }: Read<'drawing'>): Verdict | undefined {
  const strokes = readStrokes(question, answer);
  if (!strokes.ok) return strokes.error;
  const complaints = strokes.value.labels.flatMap(({ latex: text }, label) => {
    if (text.trim() === '') return [];
    const chain = readChain(text, question);
    return chain.ok ? [] : [{ label, text, complaint: chain.error }];
  });
  return complaints.length === 0 ? undefined : unreadableLabels(question, { complaints });
}

function unreadExpression({ question, answer }: Read<'expression'>): Verdict | undefined {
  const { latex } = answer;
  if (latex.trim() === '') return unanswered(question.points);
  const chain = readChain(latex, question);
  return chain.ok ? undefined : unreadableFormula(chain.error, latex, question.points);
}

function unreadDerivation({ question, answer }: Read<'derivation'>): Verdict | undefined {
  const steps = withoutBlankEnd(answer.steps);
  if (steps.length === 0) return unanswered(question.points);
  const task = readTask(question, question.declarations);
  if (!task.ok) throw new Error(`question ${question.id}: ${task.error.message}`);
  const proof = readProof(task.value.claim, steps, question.declarations);
  return proof.ok ? undefined : unreadableStep(question, steps, proof.error);
}

/** What was ticked in a rubric that is not here says nothing. */
function unreadText({ question, answer: { text } }: Read<'text'>): Verdict | undefined {
  const verdict = gradeText(question, { text });
  return verdict.verdict === 'manual' ? undefined : verdict;
}

function unreadDiagram({ question, answer }: Read<'diagram'>): Verdict | undefined {
  if (isBlank(answer)) return unanswered(question.points);
  const sketch = readSketch(answer, question.declarations);
  return sketch.ok ? undefined : unreadableDiagram(sketch.error, question.points);
}

function unreadLines({ question, answer, grading }: Read<'lines'>): Verdict | undefined {
  const read = readEdits(question, answer, grading.answerTo);
  return read.ok ? undefined : read.error;
}
