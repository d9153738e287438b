/** An exam as its students will have it, before it is published: for who writes it and looks at it. */

import { type QuestionKind } from '../answer/answer.ts';
import { type Question, type QuestionOf, type Task, type TaskSet } from '../taskset/taskSet.ts';
import { examCopy, openExamCopy } from './examCopy.ts';

/**
 * What its copy holds, and nothing by which answers are judged; places and files are still those of the author. A set
 * for practice is judged where it is answered: it stays as it is.
 */
export function asStudentsSee(set: TaskSet): TaskSet {
  if (set.mode === 'practice' || set.copy === 'student') return set;
  const opened = openExamCopy(examCopy([set]));
  const [copy] = opened.ok ? opened.value : [];
  if (copy === undefined) throw new Error(`${set.id}: its copy cannot be read`);
  const { variants, variant } = set;
  const tasks = copy.tasks.map((task, index) => inPlace(task, set.tasks[index]));
  return { ...copy, variants, variant, tasks };
}

function inPlace(task: Task, { pictures, questions }: Task = task): Task {
  return {
    ...task,
    ...(pictures === undefined ? {} : { pictures }),
    questions: task.questions.map((question, index) => {
      const authored = questions[index];
      return authored === undefined ? question : withFiles<QuestionKind>(question, authored);
    }),
  };
}

function withFiles<K extends QuestionKind>(question: QuestionOf<K>, authored: Question) {
  const { at } = authored;
  return question.kind === 'code' && authored.kind === 'code'
    ? { ...question, at, model: authored.model }
    : { ...question, at };
}
