/** Follows the student's saves: what is saved in a code file is the answer, and an older verdict no longer counts. */
import { type Disposable, workspace } from 'vscode';
import { saveCode } from './codeFiles.ts';
import { type ExamSource } from './exam.ts';
import { type Log } from './log.ts';

export function followSavedCode(current: Pick<ExamSource, 'exam'>, log: Log): Disposable {
  return workspace.onDidSaveTextDocument(async ({ uri }) => {
    const { exam } = current;
    const question = exam?.codeQuestionAt(uri);
    if (exam === undefined || question === undefined) return;
    try {
      await saveCode(exam, question);
    } catch (error) {
      log.report('keep a copy of your code', error);
    }
  });
}
