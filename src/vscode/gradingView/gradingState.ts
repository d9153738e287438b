/** How a grading stands, as its view is told: questions with what is open, and what is to be known of the whole. */
import { type GradingQuestion, type GradingViewState } from '../../protocol/gradingMessages.ts';
import { counted } from '../../report/words.ts';
import { type Gradebook } from '../../runtime/gradebook/gradebook.ts';
import { type GradedSet } from '../../runtime/grading/gradedSet.ts';
import { type GradedClass } from './gradedClass.ts';

export interface Standing {
  readonly book: Gradebook;
  readonly set: GradedSet;
  readonly students: GradedClass;
  readonly showsNames: boolean;
}

export function gradingState(standing: Standing): GradingViewState {
  const { book, students, showsNames } = standing;
  return {
    taskSetTitle: students.set.title,
    language: students.set.language,
    submissions: students.submissions.length,
    questions: questionsIn(students),
    showsNames,
    notices: noticesOn(standing),
    isStale: book.isStale,
  };
}

function questionsIn({ questions, submissions }: GradedClass): GradingQuestion[] {
  return questions.map(({ id, title, points }) => {
    const answers = submissions.flatMap(({ grade }) => grade.questions.get(id) ?? []);
    return {
      ...{ id, title, points },
      open: answers.filter(({ settled }) => !settled).length,
      decided: answers.filter(({ decision }) => decision !== undefined).length,
    };
  });
}

function noticesOn({ book, set, students, showsNames }: Standing): string[] {
  const { head, graded } = book;
  const older = graded.filter(({ record }) => record.content !== head.content).length;
  const named = (submissions: readonly string[]): string =>
    showsNames ? ` (${submissions.join(', ')})` : '';
  return [
    set.content !== head.content &&
      'The task set has changed since it was graded with: prompts and rubrics are those of now. Grading again (exambench grade) checks what the change affects.',
    older > 0 &&
      `Graded with an earlier version of the task set: ${counted(older, 'submission')}. Grading again (exambench grade) brings them up to date.`,
    students.hidden.length > 0 &&
      `Not shown here, since nothing is known of their answers: ${counted(students.hidden.length, 'submission')}${named(students.hidden)}. The page statistics.html says why.`,
    book.unreadableRecords.length > 0 &&
      `Records that cannot be read: ${book.unreadableRecords.length}${named(book.unreadableRecords)}. Grading again (exambench grade) makes them anew.`,
    book.unreadableDecisions.length > 0 &&
      `Files of decisions that cannot be read: ${book.unreadableDecisions.length}${named(book.unreadableDecisions)}. Nothing is written over them; mend them or put them away.`,
  ].filter((notice) => notice !== false);
}
