/** The student's own program, which a question about changing one refers to. */
import { type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { type EditsPreview } from '../protocol/messages.ts';
import { textOf, withoutReturns } from './codeFiles.ts';
import { type Exam } from './exam.ts';

type CodeQuestion = PublicQuestionOf<'code'>;

/** Its text as it stands. Undefined where the file is gone, or nothing has been written into the skeleton. */
export async function ownProgram(
  exam: Exam,
  { id }: CodeQuestion,
  file: string,
): Promise<string | undefined> {
  const text = await textOf(exam.fileUri(file));
  const skeleton = exam.codeSource(id).files[file];
  const isUntouched =
    text === undefined || text.trim() === '' || withoutReturns(text) === withoutReturns(skeleton);
  return isUntouched ? undefined : text;
}

/** How it stands: what was found of another text says nothing of this one. */
export function standingOf(
  exam: Exam,
  { id }: CodeQuestion,
  { file, text }: { readonly file: string; readonly text: string | undefined },
): EditsPreview['own'] {
  if (text === undefined) return 'missing';
  const { answer, verdict } = exam.record(id);
  const checked = answer !== undefined && 'files' in answer ? answer.files[file] : undefined;
  if (verdict === undefined || verdict.verdict === 'not-run' || checked !== text) {
    return 'unchecked';
  }
  return verdict.verdict === 'correct' ? 'passing' : 'failing';
}
