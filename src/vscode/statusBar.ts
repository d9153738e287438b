/** The status bar's item: points so far, or, in red, that an answer was not saved. */
import {
  type Disposable,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import { type CurrentExam } from './currentExam.ts';
import { type Exam } from './exam.ts';
import { pointsText } from './questionStatus.ts';

export class StatusBar implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem(
    'exambench.points',
    StatusBarAlignment.Left,
    10,
  );

  constructor() {
    this.#item.name = 'Exambench Points';
  }

  refresh({ exam }: CurrentExam): void {
    if (exam === undefined) {
      this.#item.hide();
      return;
    }
    const problem = exam.readOnly ?? exam.saveFailure;
    if (problem === undefined) this.#showPoints(exam);
    else this.#showProblem(problem, exam.readOnly !== undefined);
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }

  #showPoints(exam: Exam): void {
    const { points, maxPoints, answered, questions } = exam.points;
    const { title, canGrade } = exam.set.public;
    const reached = `${pointsText(points)} / ${pointsText(maxPoints)}`;
    this.#item.text = `$(mortar-board) ${canGrade ? reached : `${answered} / ${questions} answered`}`;
    const soFar = `${pointsText(points)} of ${pointsText(maxPoints)} points so far`;
    this.#item.tooltip = `${title}: ${answered} of ${questions} questions answered, ${canGrade ? soFar : 'graded after handing in'}`;
    this.#item.backgroundColor = undefined;
    this.#item.command = 'exambench.tasks.focus';
  }

  #showProblem(problem: string, isReadOnly: boolean): void {
    this.#item.text = isReadOnly ? '$(lock) Exam is read only' : '$(error) Not saved';
    this.#item.tooltip = problem;
    this.#item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    this.#item.command = isReadOnly ? 'exambench.continueHere' : 'exambench.showLog';
  }
}
