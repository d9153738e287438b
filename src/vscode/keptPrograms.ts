/** Before handing in: the student's files become answers, whatever state they are in. */
import { type PublicQuestionOf } from '../core/taskset/publicTask.ts';
import { saveCode, textOf } from './codeFiles.ts';
import { type Exam } from './exam.ts';
import { ownProgram } from './ownProgram.ts';

type CodeQuestion = PublicQuestionOf<'code'>;

/**
 * Never throws: what the attempt does not take stands in `exam.saveFailure`.
 * @returns what is handed in otherwise than it lies in the folder, a sentence for each question
 */
export async function keepPrograms(exam: Exam): Promise<string[]> {
  const told: string[] = [];
  if (exam.readOnly !== undefined) return told;
  for (const question of exam.codeQuestions) {
    if (await isTouched(exam, question)) told.push(...(await keep(exam, question)));
  }
  return told;
}

async function isTouched(exam: Exam, question: CodeQuestion): Promise<boolean> {
  if (exam.record(question.id).answer !== undefined) return true;
  const own = await Promise.all(question.files.map((file) => ownProgram(exam, question, file)));
  return own.some((text) => text !== undefined);
}

async function keep(exam: Exam, question: CodeQuestion): Promise<string[]> {
  const missing = await missingFiles(exam, question);
  if (missing.length > 0) {
    return [
      `${missing.join(', ')} is missing in your folder. Handed in is what was kept of question ${question.id} last.`,
    ];
  }
  try {
    await saveCode(exam, question);
    return [];
  } catch {
    return await keepUnsaved(exam, question);
  }
}

/** A folder that refuses the file must not keep the answer from being handed in. */
async function keepUnsaved(exam: Exam, question: CodeQuestion): Promise<string[]> {
  const texts = question.files.map(
    async (file) => [file, (await textOf(exam.fileUri(file))) ?? ''] as const,
  );
  try {
    await exam.saveCode(question.id, Object.fromEntries(await Promise.all(texts)));
  } catch {
    return [];
  }
  return [
    `${question.files.join(', ')} could not be saved in your folder. Handed in is the text that stands in the editor.`,
  ];
}

async function missingFiles(exam: Exam, { files }: CodeQuestion): Promise<string[]> {
  const texts = await Promise.all(files.map((file) => textOf(exam.fileUri(file))));
  return files.filter((_, index) => texts[index] === undefined);
}
