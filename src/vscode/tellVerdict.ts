/** Says how a check ended where its task, which shows the whole verdict, is not on the screen. */
import { commands, window } from 'vscode';
import { type PublicQuestion } from '../core/taskset/publicTask.ts';
import { type QuestionRecord } from '../runtime/attempt/attempt.ts';
import { pointsText, STATUS_LOOKS } from './questionStatus.ts';

const SHOW = 'Show the Task';

export function tellVerdict({ id, points }: PublicQuestion, { verdict }: QuestionRecord): void {
  if (verdict === undefined) return;
  const { word } = STATUS_LOOKS[verdict.verdict];
  const sentence = `Question ${id} is ${word}: ${pointsText(verdict.points)} of ${pointsText(points)} points.`;
  void window.showInformationMessage(sentence, SHOW).then((chosen) => {
    if (chosen === SHOW) void commands.executeCommand('exambench.showTask', id);
  });
}
