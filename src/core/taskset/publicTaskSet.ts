/** Makes what a reader may see: built up from the public fields alone, so that a new secret field stays secret. */

import { type QuestionKind } from '../answer/answer.ts';
import { paletteOf } from './palette.ts';
import { type PublicQuestionOf, type PublicTask, type PublicTaskSet } from './publicTask.ts';
import { type QuestionCommon, type QuestionOf, type Task, type TaskSet } from './taskSet.ts';

export function publicTaskSet(set: TaskSet): PublicTaskSet {
  const { id, title, language, version, points, mode, variant, copy, reveal } = set;
  const canGrade = mode === 'practice' || copy === 'whole';
  const modelAnswers = mode === 'practice' && reveal.includes('model-answers');
  const tasks = set.tasks.map(publicTask);
  const about = { id, title, language, version, points, mode, variant };
  const handIn = set.handIn === undefined ? {} : { handIn: set.handIn };
  return { ...about, ...handIn, canGrade, modelAnswers, tasks };
}

function publicTask(task: Task): PublicTask {
  return {
    ...common(task),
    questions: task.questions.map((question) => publicQuestion<QuestionKind>(question)),
    figures: task.figures,
  };
}

const PUBLIC: {
  readonly [K in QuestionKind]: (question: QuestionOf<K>) => PublicQuestionOf<K>;
} = {
  choice: (question) => ({
    ...common(question),
    kind: 'choice',
    multiple: question.multiple,
    ...(question.multiple ? { credit: question.credit } : {}),
    options: question.options.map(({ id, text }) => ({ id, text })),
  }),
  drawing: (question) => ({
    ...common(question),
    kind: 'drawing',
    axes: question.axes,
    window: question.window,
    grid: question.grid,
    tolerance: question.tolerance,
    labels: labelsOf(question),
    ...(question.over === undefined ? {} : { over: question.over }),
    palette: labelsOf(question) === 'none' ? [] : paletteOf(question),
  }),
  expression: (question) => ({
    ...common(question),
    kind: 'expression',
    ...(question.asked === undefined ? {} : { asked: question.asked }),
    palette: paletteOf(question),
  }),
  derivation: (question) => ({
    ...common(question),
    kind: 'derivation',
    start: question.start,
    relation: question.relation,
    goal: question.goal,
    palette: paletteOf(question),
  }),
  text: (question) => ({
    ...common(question),
    kind: 'text',
    ...(question.maxWords === undefined ? {} : { maxWords: question.maxWords }),
    ...(question.maxSentences === undefined ? {} : { maxSentences: question.maxSentences }),
  }),
  diagram: (question) => ({
    ...common(question),
    kind: 'diagram',
    palette: paletteOf(question),
  }),
  code: (question) => ({
    ...common(question),
    kind: 'code',
    files: Object.keys(question.files),
    entry: question.entry,
  }),
  lines: (question) => ({
    ...common(question),
    kind: 'lines',
    program: question.program,
    file: question.entry.file,
  }),
};

function labelsOf({ ask }: QuestionOf<'drawing'>) {
  return ask.kind === 'pieces' ? ask.labels : 'none';
}

function publicQuestion<K extends QuestionKind>(question: QuestionOf<K>): PublicQuestionOf<K> {
  return PUBLIC[question.kind](question);
}

function common(shown: Omit<QuestionCommon, 'at' | 'hints' | 'explanation'>) {
  const { id, title, prompt, points, sourceNote } = shown;
  return { id, title, prompt, points, ...(sourceNote === undefined ? {} : { sourceNote }) };
}
