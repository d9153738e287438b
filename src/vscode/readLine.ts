/** How the equation of a line is read, while it is written. The reader is loaded with the first one. */
import { type LineEcho } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

interface Equation {
  readonly question: string;
  readonly text: string;
}

export async function readLine(exam: Exam, { question, text }: Equation): Promise<LineEcho> {
  const { lineEchoOf } = await import('./assessment.ts');
  return lineEchoOf(exam.set.question(question), text);
}
