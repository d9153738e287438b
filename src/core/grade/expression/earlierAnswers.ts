/** Answers to earlier questions that a continuation may build upon. */

import { readAnswer } from '../../answer/readAnswer.ts';
import { type Checked } from '../../math/shape/checked.ts';
import { sameShape } from '../../math/shape/sizes.ts';
import { isConstant } from '../../math/slip/isConstant.ts';
import { type Grading } from '../grading.ts';
import { asAsked } from './asAsked.ts';
import { type ExpressionQuestion, asksDerivative, rightsOf } from './loaded.ts';
import { readChain } from './readChain.ts';
import { isEqual } from './rightness.ts';

export interface Earlier {
  readonly question: ExpressionQuestion;
  readonly answer: Checked;
  readonly right: boolean;
}

/** undefined: nothing that can be built upon was answered there, such as a plain number or another shape */
export function earlierAnswer(id: string, answerTo: Grading['answerTo']): Earlier | undefined {
  const given = answerTo(id);
  if (given?.question.kind !== 'expression') return undefined;
  const { question } = given;
  const answer = readAnswer('expression', given.answer);
  const chain = answer.ok ? readChain(answer.value.latex, question) : answer;
  return chain.ok ? usable(question, chain.value.last) : undefined;
}

function usable(question: ExpressionQuestion, last: Checked): Earlier | undefined {
  const { declarations } = question;
  const rights = rightsOf(question);
  const [right] = rights;
  if (right === undefined) return undefined;
  const derivative = asksDerivative(question);
  const { answer } = asAsked(last, { right, declarations, derivative });
  if (!sameShape(answer.shape, right.shape) || isConstant(answer, declarations)) return undefined;
  return { question, answer, right: rights.some((each) => isEqual(answer, each, declarations)) };
}
