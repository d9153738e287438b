/** Says how a check ended where its task, which shows the whole verdict, is not on the screen. */
import { commands, window } from 'vscode';
import { type PublicQuestion } from '../core/taskset/publicTask.ts';
import { type QuestionRecord } from '../runtime/attempt/questionRecord.ts';
import { verdictText } from './verdictText.ts';

const SHOW = 'Show the Task';

export function tellVerdict(question: PublicQuestion, { verdict }: QuestionRecord): void {
  if (verdict === undefined) return;
  void window.showInformationMessage(verdictText(question, verdict), SHOW).then((chosen) => {
    if (chosen === SHOW) void commands.executeCommand('exambench.showTask', question.id);
  });
}
