/** How a formula is read, while it is written. The reader is loaded with the first formula. */
import { type Echo } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

interface Formula {
  readonly question: string;
  readonly latex: string;
}

export async function readMathematics(exam: Exam, { question, latex }: Formula): Promise<Echo> {
  const { echoOf } = await import('./assessment.ts');
  return echoOf(exam.set.question(question), latex);
}
