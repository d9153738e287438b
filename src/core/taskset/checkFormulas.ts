/** Refuses formulas of a question that cannot be read, each at its line. */

import { type Complaint } from '../math/complaint.ts';
import { type Declarations } from '../math/declarations.ts';
import { nameMeant } from '../math/form/requiredForm.ts';
import { readExpression } from '../math/read/readStatement.ts';
import { readFormula } from '../math/readFormula.ts';
import { type Problem } from './problem.ts';
import { type Source } from './questionSource.ts';
import { type TaskSet, questionsOf } from './taskSet.ts';
import { type Path } from './yamlText.ts';

type Expressions = Source<'expression'>;

export function checkFormulas(source: Expressions, declarations: Declarations): void {
  const { answers, mistakes = [], followOn = [] } = source.authored;
  answers.forEach((formula, place) => {
    checkFormula(source, ['answers', place], { formula, declarations });
  });
  mistakes.forEach(({ answer }, place) => {
    checkFormula(source, ['mistakes', place, 'answer'], { formula: answer, declarations });
  });
  followOn.forEach((each, place) => {
    checkPlaces(source, ['followOn', place, 'answer'], each);
  });
  checkForms(source, declarations);
}

interface Written {
  readonly formula: string;
  readonly declarations: Declarations;
}

function checkFormula(source: Expressions, at: Path, { formula, declarations }: Written): void {
  const read = readFormula(formula, declarations);
  if (!read.ok) complain(source, at, formula, read.error);
}

function complain(
  { path, files }: Expressions,
  at: Path,
  formula: string,
  { message, span }: Complaint,
): void {
  const { start, end } = span;
  files.complain([...path, ...at], `at '${formula.slice(start, end)}': ${message}`);
}

/** Symbols that may or may not occur have to be symbols. */
function checkForms(source: Expressions, declarations: Declarations): void {
  const { authored, path, files } = source;
  (authored.form ?? []).forEach((form, place) => {
    for (const list of ['avoid', 'only'] as const) {
      (form[list] ?? []).forEach((formula, position) => {
        const read = readExpression(formula, declarations);
        if (read.ok && nameMeant(read.value) !== undefined) return;
        const message = read.ok ? 'expected one symbol' : read.error[0].message;
        files.complain([...path, 'form', place, list, position], message);
      });
    }
  });
}

interface AuthoredFollowOn {
  readonly from: readonly string[];
  readonly answer: string;
}

/** What follows can be read only with an answer in place; which answers, is known here. */
function checkPlaces(
  { path, files }: Expressions,
  at: Path,
  { from, answer }: AuthoredFollowOn,
): void {
  const used = [...answer.matchAll(/\\answer\{([^}]*)\}/g)].map(([, id = '']) => id);
  for (const id of used) {
    if (!from.includes(id)) {
      files.complain([...path, ...at], `\\answer{${id}} is not one of from: ${from.join(', ')}`);
    }
  }
}

/** Continuations of questions that are not there, or are not answered by a formula. */
export function strayContinuations(set: TaskSet): Problem[] {
  const questions = questionsOf(set).filter((question) => question.kind === 'expression');
  const known = new Set(questions.map(({ id }) => id));
  return questions.flatMap(({ at, followOn }) =>
    followOn
      .flatMap(({ from }) => from)
      .filter((id) => !known.has(id))
      .map((id) => ({
        ...at,
        message: `it follows from ${id}: expected one of the questions answered by a formula: ${[...known].join(', ')}`,
      })),
  );
}
