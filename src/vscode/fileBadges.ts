/** Badges on the student's code files: how the last check of what is in them ended. */
import {
  EventEmitter,
  FileDecoration,
  type FileDecorationProvider,
  ThemeColor,
  type Uri,
} from 'vscode';
import { type CurrentExam } from './currentExam.ts';
import { pointsText, type QuestionStatus, STATUS_LOOKS, statusOf } from './questionStatus.ts';

/** Statuses that are worth a badge. */
const BADGES: { readonly [S in QuestionStatus]?: string } = {
  correct: '✓',
  partial: '◐',
  wrong: '✗',
  undecided: '?',
  invalid: '!',
  'not-run': '–',
};

export class FileBadges implements FileDecorationProvider {
  readonly #current: CurrentExam;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeFileDecorations = this.#changed.event;

  constructor(current: CurrentExam) {
    this.#current = current;
  }

  refresh(): void {
    this.#changed.fire(undefined);
  }

  provideFileDecoration(file: Uri): FileDecoration | undefined {
    const { exam } = this.#current;
    const question = exam?.codeQuestionAt(file);
    if (exam === undefined || question === undefined) return undefined;
    const record = exam.record(question.id);
    const status = statusOf(question, record);
    const badge = BADGES[status];
    if (badge === undefined) return undefined;
    const { word, color } = STATUS_LOOKS[status];
    const points = `${pointsText(record.verdict?.points ?? 0)} of ${pointsText(question.points)} points`;
    return new FileDecoration(
      badge,
      `Question ${question.id} is ${word} (${points})`,
      color === undefined ? undefined : new ThemeColor(color),
    );
  }
}
