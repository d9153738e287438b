/**
 * Expression questions: the answer is read, then held against the right ones, what follows from earlier answers, the
 * author's mistakes, and common slips, in this order. Whatever is said of it never shows what is right.
 */

import { type ExpressionAnswer } from '../answer/answer.ts';
import { type Complaint, complaintProse } from '../math/complaint.ts';
import { latexOf } from '../math/show/latexOf.ts';
import { caretUnder } from './caret.ts';
import { asAsked } from './expression/asAsked.ts';
import { limitedByChain } from './expression/chainLimit.ts';
import { judge } from './expression/judge.ts';
import { type ExpressionQuestion, asksDerivative, rightsOf } from './expression/loaded.ts';
import { type Chain, readChain } from './expression/readChain.ts';
import { type Grading } from './grading.ts';
import { type Verdict } from './verdict.ts';

export function gradeExpression(
  question: ExpressionQuestion,
  { latex }: ExpressionAnswer,
  grading: Grading,
): Verdict {
  const { points: maxPoints } = question;
  if (latex.trim() === '') return { verdict: 'unanswered', points: 0, maxPoints, feedback: [] };
  const chain = readChain(latex, question);
  return chain.ok
    ? gradeChain(question, chain.value, grading)
    : unreadable(chain.error, latex, maxPoints);
}

function gradeChain(question: ExpressionQuestion, chain: Chain, grading: Grading): Verdict {
  const { declarations } = question;
  const rights = rightsOf(question);
  const [right = chain.last] = rights;
  const derivative = asksDerivative(question);
  const turned = (part: Chain['last']) => asAsked(part, { right, declarations, derivative });
  const { answer, remarks } = turned(chain.last);
  const earlier = chain.earlier.map((part) => turned(part).answer);
  const verdict = judge({ question, answer, earlier, rights, grading });
  const limited = limitedByChain(verdict, { answer, earlier, question });
  return {
    ...limited,
    feedback: [...limited.feedback, ...remarks],
    evidence: { read: latexOf(chain.last.expression, declarations), ...limited.evidence },
  };
}

/** It costs nothing: the writer is told where and why. */
export function unreadable(complaint: Complaint, text: string, maxPoints: number): Verdict {
  const { span } = complaint;
  const { start, end } = span;
  const evidence = { place: { start, end }, caret: caretUnder(text, span) };
  return {
    verdict: 'invalid',
    points: 0,
    maxPoints,
    feedback: [complaintProse(complaint)],
    evidence,
  };
}
