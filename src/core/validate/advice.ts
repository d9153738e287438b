/** What a schema allows and an author hardly means: options that read alike, hints that give the answer away. */

import { type Problem } from '../taskset/problem.ts';
import { type Path } from '../taskset/yamlText.ts';
import { type AuthoredTask } from './authoredTask.ts';
import { type Inspected } from './inspected.ts';

export function adviceOn(task: AuthoredTask): Inspected {
  const questions = listIn(task.value, 'questions').map((value, index) => ({
    value,
    path: ['questions', index],
  }));
  return {
    problems: questions.flatMap((question) => alikeOptions(task, question)),
    warnings: questions.flatMap((question) => [
      ...givingHints(task, question),
      ...unknownSource(task, question),
    ]),
  };
}

interface Authored {
  readonly value: unknown;
  readonly path: Path;
}

function alikeOptions(task: AuthoredTask, { value, path }: Authored): Problem[] {
  const texts = listIn(value, 'options').map((option) => squeezed(textIn(option, 'text')));
  return texts.flatMap((text, index) => {
    const first = texts.indexOf(text);
    if (first === index || text.includes('{{')) return [];
    const message = `options ${first + 1} and ${index + 1} have the same text`;
    return [task.problemAt([...path, 'options', index, 'text'], message)];
  });
}

/** Shorter answers turn up in any sentence. */
const SHORTEST = 6;

function givingHints(task: AuthoredTask, { value, path }: Authored): Problem[] {
  const answers = answersOf(value)
    .map(squeezed)
    .filter(({ length }) => length >= SHORTEST);
  return listIn(value, 'hints').flatMap((hint, index) => {
    const said = squeezed(String(hint));
    return answers.some((answer) => said.includes(answer))
      ? [task.problemAt([...path, 'hints', index], 'the hint contains the right answer')]
      : [];
  });
}

/** As far as they are short enough to stand in a hint. */
function answersOf(question: unknown): string[] {
  const right = listIn(question, 'options').filter((option) => read(option, 'correct') === true);
  const formulas = listIn(question, 'answers').filter((answer) => typeof answer === 'string');
  return [
    ...right.map((option) => textIn(option, 'text')),
    ...formulas,
    textIn(question, 'modelAnswer'),
  ];
}

function unknownSource(task: AuthoredTask, { value, path }: Authored): Problem[] {
  const model = read(value, 'model');
  if (model === undefined || read(model, 'source') !== undefined) return [];
  const message = 'the model says nothing on where it comes from: write it into source';
  return [task.problemAt([...path, 'model'], message)];
}

/** Without the spaces, which neither Markdown nor LaTeX is particular about. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = read(value, name);
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, name: string): string {
  const text = read(value, name);
  return typeof text === 'string' ? text : '';
}
