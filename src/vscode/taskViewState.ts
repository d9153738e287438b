/** What a task view shows, derived from the exam. */
import { type PublicTask } from '../core/taskset/publicTask.ts';
import {
  type PreviewState,
  type TaskLink,
  type TaskViewState,
  type Writing,
} from '../protocol/messages.ts';
import { type Exam } from './exam.ts';

/** What is not of the exam. */
export interface Circumstances {
  readonly isTrusted: boolean;
  readonly writing: Writing;
  /** the student would have a language model asked */
  readonly wantsSuggestions: boolean;
  readonly preview?: PreviewState | undefined;
}

export function taskViewState(
  exam: Exam,
  taskId: string,
  { isTrusted, writing, wantsSuggestions, preview }: Circumstances,
): TaskViewState {
  const { title, language, mode, canGrade, modelAnswers } = exam.set.public;
  const task = exam.task(taskId);
  const place = exam.tasks.indexOf(task);
  return {
    taskSetTitle: title,
    language,
    task,
    questions: Object.fromEntries(task.questions.map(({ id }) => [id, exam.record(id)])),
    previous: linkTo(exam.tasks[place - 1]),
    next: linkTo(exam.tasks[place + 1]),
    restricted: !isTrusted,
    readOnly: exam.readOnly,
    writing,
    mode,
    canGrade,
    modelAnswers,
    suggestions: wantsSuggestions && modelAnswers,
    figures: exam.set.figures(taskId),
    ...(preview === undefined ? {} : { preview }),
  };
}

function linkTo(task: PublicTask | undefined): TaskLink | undefined {
  return task === undefined ? undefined : { id: task.id, title: task.title };
}
